Angebot {{NUMBER}}: abweichende Bestätigung, Ihre Zustimmung ist nötig

Sehr geehrte Damen und Herren,

wir können Ihre Bestellung {{BUYER_ORDER}} mit den folgenden Abweichungen liefern.

{{#CHANGED}}Ihre Änderung{{#CHANGE}} {{CHANGE_NO}}{{/CHANGE}} ist {{#IN_PART}}teilweise {{/IN_PART}}eingearbeitet; diese Bestätigung ersetzt die vorige.{{/CHANGED}}

{{>DEVIATIONS}}
{{#EXPLICIT}}Sind Sie einverstanden? Dann antworten Sie bitte bis {{ANSWER_BY}} auf diese Mail mit "einverstanden". Ohne Ihre Zustimmung liefern wir nicht.{{/EXPLICIT}}{{#SILENT}}Hören wir bis {{ANSWER_BY}} nichts, gilt dies nach unserer Vereinbarung als Ihre Zustimmung.{{/SILENT}}

{{>HEADER}}
{{>LINES}}
{{#CLERK}}{{CLERK_TEXT}}{{/CLERK}}

Mit freundlichen Grüßen
{{SELLER}}
