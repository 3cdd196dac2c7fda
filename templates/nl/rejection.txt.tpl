Afwijzing, dossier {{CASE}}

Geachte relatie,

Helaas kunnen wij uw bestelling {{BUYER_ORDER}} niet aannemen.

{{W_REASON}}: {{REASON}}

{{#CLERK}}{{CLERK_TEXT}}{{/CLERK}}

Neem gerust contact met ons op; wij zoeken graag met u naar een oplossing.

Met vriendelijke groet,
{{SELLER}}
