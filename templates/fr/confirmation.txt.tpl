Confirmation de commande {{NUMBER}}

Madame, Monsieur,

Nous confirmons votre commande {{BUYER_ORDER}}.

{{#CHANGED}}Votre modification{{#CHANGE}} {{CHANGE_NO}}{{/CHANGE}} est {{#IN_PART}}partiellement {{/IN_PART}}prise en compte ; cette confirmation remplace la précédente.{{/CHANGED}}

{{>DEVIATIONS}}
{{>HEADER}}
{{>LINES}}
{{#CLERK}}{{CLERK_TEXT}}{{/CLERK}}

Cordialement,
{{SELLER}}
