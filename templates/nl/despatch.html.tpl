{{%AUTOESCAPE context="HTML"}}
<h1 style="font-size:20px;margin:0 0 16px 0">Uw bestelling {{BUYER_ORDER}} is verzonden</h1>
<p style="margin:0 0 12px 0">Geachte relatie,</p>
<p style="margin:0 0 12px 0">De goederen hieronder hebben ons magazijn verlaten. De pakbon vindt u in de bijlage.</p>
{{>DESPATCHED}}
<p style="margin:0 0 12px 0">Klopt er iets niet bij ontvangst? Noteer het op de vrachtbrief en antwoord op deze mail.</p>
<p style="margin:16px 0 0 0">Met vriendelijke groet,<br>{{SELLER}}</p>
