{{%AUTOESCAPE context="HTML"}}
<h1 style="font-size:20px;margin:0 0 16px 0">Auftragsbestätigung {{NUMBER}}</h1>
<p style="margin:0 0 12px 0">Sehr geehrte Damen und Herren,</p>
<p style="margin:0 0 12px 0">wir bestätigen Ihre Bestellung {{BUYER_ORDER}}.</p>
{{#CHANGED}}<p style="margin:0 0 12px 0">Ihre Änderung{{#CHANGE}} {{CHANGE_NO}}{{/CHANGE}} ist {{#IN_PART}}teilweise {{/IN_PART}}eingearbeitet; diese Bestätigung ersetzt die vorige.</p>
{{/CHANGED}}{{>DEVIATIONS}}
{{>HEADER}}
{{>LINES}}
{{#CLERK}}<p style="margin:0 0 12px 0;white-space:pre-line">{{CLERK_TEXT}}</p>
{{/CLERK}}<p style="margin:16px 0 0 0">Mit freundlichen Grüßen<br>{{SELLER}}</p>
