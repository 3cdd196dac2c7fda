Accusé de réception {{CASE}}

Madame, Monsieur,

Nous avons bien reçu votre commande {{BUYER_ORDER}} et la traitons.

{{#CLERK}}{{CLERK_TEXT}}{{/CLERK}}

Ceci n’est pas une confirmation de commande : prix et dates seront confirmés séparément.

Cordialement,
{{SELLER}}
