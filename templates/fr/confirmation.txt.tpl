Confirmation de commande {{NUMBER}}

Madame, Monsieur,

Nous confirmons votre commande {{BUYER_ORDER}}.

{{>DEVIATIONS}}
{{>HEADER}}
{{>LINES}}
{{#CLERK}}{{CLERK_TEXT}}{{/CLERK}}

Cordialement,
{{SELLER}}
