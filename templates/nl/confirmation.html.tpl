{{%AUTOESCAPE context="HTML"}}
<h1 style="font-size:20px;margin:0 0 16px 0">Orderbevestiging {{NUMBER}}</h1>
<p style="margin:0 0 12px 0">Geachte relatie,</p>
<p style="margin:0 0 12px 0">Wij bevestigen uw bestelling {{BUYER_ORDER}}.</p>
{{#CHANGED}}<p style="margin:0 0 12px 0">Uw wijziging{{#CHANGE}} {{CHANGE_NO}}{{/CHANGE}} is {{#IN_PART}}deels {{/IN_PART}}verwerkt; deze bevestiging vervangt de vorige.</p>
{{/CHANGED}}{{>DEVIATIONS}}
{{>HEADER}}
{{>LINES}}
{{#CLERK}}<p style="margin:0 0 12px 0;white-space:pre-line">{{CLERK_TEXT}}</p>
{{/CLERK}}<p style="margin:16px 0 0 0">Met vriendelijke groet,<br>{{SELLER}}</p>
