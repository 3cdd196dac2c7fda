Uw bestelling {{BUYER_ORDER}} is verzonden

Geachte relatie,

De goederen hieronder hebben ons magazijn verlaten. De pakbon vindt u in de bijlage.

{{>DESPATCHED}}
Klopt er iets niet bij ontvangst? Noteer het op de vrachtbrief en antwoord op deze mail.

Met vriendelijke groet,
{{SELLER}}
