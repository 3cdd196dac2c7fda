Annulering bevestigd {{NUMBER}}

Geachte relatie,

Uw bestelling {{BUYER_ORDER}} is geannuleerd. Er wordt niets van geleverd.

{{#CLERK}}{{CLERK_TEXT}}{{/CLERK}}

Met vriendelijke groet,
{{SELLER}}
