{{%AUTOESCAPE context="HTML"}}
<h1 style="font-size:20px;margin:0 0 16px 0">Stand van uw bestelling {{BUYER_ORDER}}, dossier {{CASE}}</h1>
<p style="margin:0 0 12px 0">Geachte relatie,</p>
<p style="margin:0 0 12px 0">U vroeg hoe het met uw bestelling staat. Dit is de stand op dit moment.</p>
{{>STATUSES}}
{{#CLERK}}<p style="margin:0 0 12px 0;white-space:pre-line">{{CLERK_TEXT}}</p>
{{/CLERK}}<p style="margin:0 0 12px 0">Dit overzicht verandert niets aan wat wij u hebben bevestigd.</p>
<p style="margin:16px 0 0 0">Met vriendelijke groet,<br>{{SELLER}}</p>
