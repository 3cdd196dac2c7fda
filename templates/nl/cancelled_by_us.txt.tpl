Wij moeten uw bestelling annuleren: {{NUMBER}}

Geachte relatie,

Tot onze spijt kunnen wij uw bestelling {{BUYER_ORDER}} toch niet leveren. Wij hebben haar geannuleerd; u hoeft niets te doen.

{{#WHY}}{{W_REASON}}: {{REASON}}{{/WHY}}

{{#CLERK}}{{CLERK_TEXT}}{{/CLERK}}

Met vriendelijke groet,
{{SELLER}}
