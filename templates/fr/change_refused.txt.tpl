Modification impossible, dossier {{CASE}}

Madame, Monsieur,

Nous ne pouvons pas effectuer votre modification{{#CHANGE}} {{CHANGE_NO}}{{/CHANGE}} de la commande {{BUYER_ORDER}}. La commande reste telle qu’elle était.

{{#WHY}}{{W_REASON}}: {{REASON}}{{/WHY}}

{{#CLERK}}{{CLERK_TEXT}}{{/CLERK}}

Cordialement,
{{SELLER}}
