Proposition {{NUMBER}} : confirmation modifiée, votre accord est nécessaire

Madame, Monsieur,

Nous pouvons livrer votre commande {{BUYER_ORDER}} avec les écarts suivants.

{{#CHANGED}}Votre modification{{#CHANGE}} {{CHANGE_NO}}{{/CHANGE}} est {{#IN_PART}}partiellement {{/IN_PART}}prise en compte ; cette confirmation remplace la précédente.{{/CHANGED}}

{{>DEVIATIONS}}
{{#EXPLICIT}}Êtes-vous d’accord ? Répondez alors « d’accord » à ce message au plus tard le {{ANSWER_BY}}. Sans votre accord, nous ne livrons pas.{{/EXPLICIT}}{{#SILENT}}Sans réponse de votre part au {{ANSWER_BY}}, votre accord est réputé donné, comme convenu.{{/SILENT}}

{{>HEADER}}
{{>LINES}}
{{#CLERK}}{{CLERK_TEXT}}{{/CLERK}}

Cordialement,
{{SELLER}}
