{{%AUTOESCAPE context="HTML"}}
<h1 style="font-size:20px;margin:0 0 16px 0">Ontvangstbevestiging {{CASE}}</h1>
<p style="margin:0 0 12px 0">Geachte relatie,</p>
<p style="margin:0 0 12px 0">Wij hebben uw bestelling {{BUYER_ORDER}} ontvangen en nemen haar in behandeling.</p>
{{#CLERK}}<p style="margin:0 0 12px 0;white-space:pre-line">{{CLERK_TEXT}}</p>
{{/CLERK}}<p style="margin:0 0 12px 0">Dit is nog geen orderbevestiging: prijzen en leverdatum bevestigen wij apart.</p>
<p style="margin:16px 0 0 0">Met vriendelijke groet,<br>{{SELLER}}</p>
