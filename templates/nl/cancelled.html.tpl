{{%AUTOESCAPE context="HTML"}}
<h1 style="font-size:20px;margin:0 0 16px 0">Annulering bevestigd {{NUMBER}}</h1>
<p style="margin:0 0 12px 0">Geachte relatie,</p>
<p style="margin:0 0 12px 0">{{#CANCELLED_WHOLE}}Uw bestelling {{BUYER_ORDER}} is geannuleerd. Er wordt niets van geleverd.{{/CANCELLED_WHOLE}}{{#CANCELLED_REST}}De rest van uw bestelling {{BUYER_ORDER}} is geannuleerd. Wat al geleverd is, blijft van u; meer komt er niet.{{/CANCELLED_REST}}</p>
{{#CLERK}}<p style="margin:0 0 12px 0;white-space:pre-line">{{CLERK_TEXT}}</p>
{{/CLERK}}<p style="margin:16px 0 0 0">Met vriendelijke groet,<br>{{SELLER}}</p>
