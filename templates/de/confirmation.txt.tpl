Auftragsbestätigung {{NUMBER}}

Sehr geehrte Damen und Herren,

wir bestätigen Ihre Bestellung {{BUYER_ORDER}}.

{{#CHANGED}}Ihre Änderung{{#CHANGE}} {{CHANGE_NO}}{{/CHANGE}} ist {{#IN_PART}}teilweise {{/IN_PART}}eingearbeitet; diese Bestätigung ersetzt die vorige.{{/CHANGED}}

{{>DEVIATIONS}}
{{>HEADER}}
{{>LINES}}
{{#CLERK}}{{CLERK_TEXT}}{{/CLERK}}

Mit freundlichen Grüßen
{{SELLER}}
