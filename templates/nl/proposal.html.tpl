{{%AUTOESCAPE context="HTML"}}
<h1 style="font-size:20px;margin:0 0 16px 0">Voorstel {{NUMBER}}: gewijzigde bevestiging, uw akkoord gevraagd</h1>
<p style="margin:0 0 12px 0">Geachte relatie,</p>
<p style="margin:0 0 12px 0">Wij kunnen uw bestelling {{BUYER_ORDER}} leveren met de hieronder genoemde afwijkingen.</p>
{{#CHANGED}}<p style="margin:0 0 12px 0">Uw wijziging{{#CHANGE}} {{CHANGE_NO}}{{/CHANGE}} is {{#IN_PART}}deels {{/IN_PART}}verwerkt; deze bevestiging vervangt de vorige.</p>
{{/CHANGED}}{{>DEVIATIONS}}
{{#EXPLICIT}}<p style="margin:0 0 12px 0"><b>Gaat u akkoord? Antwoord dan uiterlijk {{ANSWER_BY}} op deze mail met "akkoord". Zonder uw akkoord leveren wij niet.</b></p>
{{/EXPLICIT}}{{#SILENT}}<p style="margin:0 0 12px 0"><b>Horen wij uiterlijk {{ANSWER_BY}} niets, dan geldt dit volgens onze afspraak als uw akkoord.</b></p>
{{/SILENT}}{{>HEADER}}
{{>LINES}}
{{#CLERK}}<p style="margin:0 0 12px 0;white-space:pre-line">{{CLERK_TEXT}}</p>
{{/CLERK}}<p style="margin:16px 0 0 0">Met vriendelijke groet,<br>{{SELLER}}</p>
