Orderbevestiging {{NUMBER}}

Geachte relatie,

Wij bevestigen uw bestelling {{BUYER_ORDER}}.

{{>DEVIATIONS}}
{{>HEADER}}
{{>LINES}}
{{#CLERK}}{{CLERK_TEXT}}{{/CLERK}}

Met vriendelijke groet,
{{SELLER}}
