Vraag over uw bestelling, dossier {{CASE}}

Geachte relatie,

Over uw bestelling {{BUYER_ORDER}} hebben wij nog een vraag voordat wij die kunnen bevestigen.

{{>QUESTIONS}}
{{#ANSWER}}{{W_ANSWER_BY}}: {{ANSWER_BY}}{{/ANSWER}}

{{#CLERK}}{{CLERK_TEXT}}{{/CLERK}}

Zonder uw antwoord kunnen wij de bestelling niet bevestigen.

Met vriendelijke groet,
{{SELLER}}
