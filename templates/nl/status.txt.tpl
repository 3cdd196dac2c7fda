Stand van uw bestelling {{BUYER_ORDER}}, dossier {{CASE}}

Geachte relatie,

U vroeg hoe het met uw bestelling staat. Dit is de stand op dit moment.

{{>STATUSES}}
{{#CLERK}}{{CLERK_TEXT}}{{/CLERK}}

Dit overzicht verandert niets aan wat wij u hebben bevestigd.

Met vriendelijke groet,
{{SELLER}}
