Ontvangstbevestiging {{CASE}}

Geachte relatie,

Wij hebben uw bestelling {{BUYER_ORDER}} ontvangen en nemen haar in behandeling.

{{#CLERK}}{{CLERK_TEXT}}{{/CLERK}}

Dit is nog geen orderbevestiging: prijzen en leverdatum bevestigen wij apart.

Met vriendelijke groet,
{{SELLER}}
