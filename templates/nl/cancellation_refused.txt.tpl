Annulering niet mogelijk, dossier {{CASE}}

Geachte relatie,

Uw annulering{{#CHANGE}} {{CHANGE_NO}}{{/CHANGE}} van bestelling {{BUYER_ORDER}} kunnen wij niet uitvoeren: zij is al te ver. De bestelling blijft staan. Wilt u de goederen retour sturen, neem dan contact met ons op.

{{#WHY}}{{W_REASON}}: {{REASON}}{{/WHY}}

{{#CLERK}}{{CLERK_TEXT}}{{/CLERK}}

Met vriendelijke groet,
{{SELLER}}
