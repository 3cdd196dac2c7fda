{{%AUTOESCAPE context="HTML"}}
<h1 style="font-size:20px;margin:0 0 16px 0">Angebot {{NUMBER}}: abweichende Bestätigung, Ihre Zustimmung ist nötig</h1>
<p style="margin:0 0 12px 0">Sehr geehrte Damen und Herren,</p>
<p style="margin:0 0 12px 0">wir können Ihre Bestellung {{BUYER_ORDER}} mit den folgenden Abweichungen liefern.</p>
{{#CHANGED}}<p style="margin:0 0 12px 0">Ihre Änderung{{#CHANGE}} {{CHANGE_NO}}{{/CHANGE}} ist {{#IN_PART}}teilweise {{/IN_PART}}eingearbeitet; diese Bestätigung ersetzt die vorige.</p>
{{/CHANGED}}{{>DEVIATIONS}}
{{#EXPLICIT}}<p style="margin:0 0 12px 0"><b>Sind Sie einverstanden? Dann antworten Sie bitte bis {{ANSWER_BY}} auf diese Mail mit "einverstanden". Ohne Ihre Zustimmung liefern wir nicht.</b></p>
{{/EXPLICIT}}{{#SILENT}}<p style="margin:0 0 12px 0"><b>Hören wir bis {{ANSWER_BY}} nichts, gilt dies nach unserer Vereinbarung als Ihre Zustimmung.</b></p>
{{/SILENT}}{{>HEADER}}
{{>LINES}}
{{#CLERK}}<p style="margin:0 0 12px 0;white-space:pre-line">{{CLERK_TEXT}}</p>
{{/CLERK}}<p style="margin:16px 0 0 0">Mit freundlichen Grüßen<br>{{SELLER}}</p>
