Annulering bevestigd {{NUMBER}}

Geachte relatie,

{{#CANCELLED_WHOLE}}Uw bestelling {{BUYER_ORDER}} is geannuleerd. Er wordt niets van geleverd.{{/CANCELLED_WHOLE}}{{#CANCELLED_REST}}De rest van uw bestelling {{BUYER_ORDER}} is geannuleerd. Wat al geleverd is, blijft van u; meer komt er niet.{{/CANCELLED_REST}}

{{#CLERK}}{{CLERK_TEXT}}{{/CLERK}}

Met vriendelijke groet,
{{SELLER}}
