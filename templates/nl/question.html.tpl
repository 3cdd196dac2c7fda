{{%AUTOESCAPE context="HTML"}}
<h1 style="font-size:20px;margin:0 0 16px 0">Vraag over uw bestelling, dossier {{CASE}}</h1>
<p style="margin:0 0 12px 0">Geachte relatie,</p>
<p style="margin:0 0 12px 0">Over uw bestelling {{BUYER_ORDER}} hebben wij nog een vraag voordat wij die kunnen bevestigen.</p>
{{>QUESTIONS}}
{{#ANSWER}}<p style="margin:0 0 12px 0"><b>{{W_ANSWER_BY}}: {{ANSWER_BY}}</b></p>
{{/ANSWER}}{{#CLERK}}<p style="margin:0 0 12px 0;white-space:pre-line">{{CLERK_TEXT}}</p>
{{/CLERK}}<p style="margin:0 0 12px 0">Zonder uw antwoord kunnen wij de bestelling niet bevestigen.</p>
<p style="margin:16px 0 0 0">Met vriendelijke groet,<br>{{SELLER}}</p>
