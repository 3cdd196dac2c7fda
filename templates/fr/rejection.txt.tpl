Refus de commande, dossier {{CASE}}

Madame, Monsieur,

Nous ne pouvons malheureusement pas accepter votre commande {{BUYER_ORDER}}.

{{W_REASON}}: {{REASON}}

{{#CLERK}}{{CLERK_TEXT}}{{/CLERK}}

N’hésitez pas à nous contacter ; nous chercherons une solution avec vous.

Cordialement,
{{SELLER}}
