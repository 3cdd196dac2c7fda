Wijziging niet mogelijk, dossier {{CASE}}

Geachte relatie,

Uw wijziging{{#CHANGE}} {{CHANGE_NO}}{{/CHANGE}} van bestelling {{BUYER_ORDER}} kunnen wij niet uitvoeren. De bestelling blijft staan zoals zij was.

{{#WHY}}{{W_REASON}}: {{REASON}}{{/WHY}}

{{#CLERK}}{{CLERK_TEXT}}{{/CLERK}}

Met vriendelijke groet,
{{SELLER}}
