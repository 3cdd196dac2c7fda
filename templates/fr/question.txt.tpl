Question sur votre commande, dossier {{CASE}}

Madame, Monsieur,

Avant de confirmer votre commande {{BUYER_ORDER}}, nous avons une question.

{{>QUESTIONS}}
{{#ANSWER}}{{W_ANSWER_BY}}: {{ANSWER_BY}}{{/ANSWER}}

{{#CLERK}}{{CLERK_TEXT}}{{/CLERK}}

Sans votre réponse, nous ne pouvons pas confirmer la commande.

Cordialement,
{{SELLER}}
