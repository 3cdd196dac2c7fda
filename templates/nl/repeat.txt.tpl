Al ontvangen: order {{NUMBER}}

Geachte relatie,

Uw bestelling {{BUYER_ORDER}} hebben wij al eerder ontvangen. Zij staat bij ons geregistreerd als {{NUMBER}}; er is geen tweede order gemaakt.

{{#CLERK}}{{CLERK_TEXT}}{{/CLERK}}

Wilt u iets wijzigen, antwoord dan op deze mail.

Met vriendelijke groet,
{{SELLER}}
