{{%AUTOESCAPE context="HTML"}}
<h1 style="font-size:20px;margin:0 0 16px 0">Afwijzing, dossier {{CASE}}</h1>
<p style="margin:0 0 12px 0">Geachte relatie,</p>
<p style="margin:0 0 12px 0">Helaas kunnen wij uw bestelling {{BUYER_ORDER}} niet aannemen.</p>
<p style="margin:0 0 12px 0"><b>{{W_REASON}}:</b> {{REASON}}</p>
{{#CLERK}}<p style="margin:0 0 12px 0;white-space:pre-line">{{CLERK_TEXT}}</p>
{{/CLERK}}<p style="margin:0 0 12px 0">Neem gerust contact met ons op; wij zoeken graag met u naar een oplossing.</p>
<p style="margin:16px 0 0 0">Met vriendelijke groet,<br>{{SELLER}}</p>
