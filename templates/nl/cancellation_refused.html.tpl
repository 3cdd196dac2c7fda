{{%AUTOESCAPE context="HTML"}}
<h1 style="font-size:20px;margin:0 0 16px 0">Annulering niet mogelijk, dossier {{CASE}}</h1>
<p style="margin:0 0 12px 0">Geachte relatie,</p>
<p style="margin:0 0 12px 0">Uw annulering{{#CHANGE}} {{CHANGE_NO}}{{/CHANGE}} van bestelling {{BUYER_ORDER}} kunnen wij niet uitvoeren: zij is al te ver. De bestelling blijft staan. Wilt u de goederen retour sturen, neem dan contact met ons op.</p>
{{#WHY}}<p style="margin:0 0 12px 0"><b>{{W_REASON}}:</b> {{REASON}}</p>
{{/WHY}}{{#CLERK}}<p style="margin:0 0 12px 0;white-space:pre-line">{{CLERK_TEXT}}</p>
{{/CLERK}}<p style="margin:16px 0 0 0">Met vriendelijke groet,<br>{{SELLER}}</p>
