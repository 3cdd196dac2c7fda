Änderung nicht möglich, Vorgang {{CASE}}

Sehr geehrte Damen und Herren,

Ihre Änderung{{#CHANGE}} {{CHANGE_NO}}{{/CHANGE}} der Bestellung {{BUYER_ORDER}} können wir nicht ausführen. Die Bestellung bleibt bestehen, wie sie war.

{{#WHY}}{{W_REASON}}: {{REASON}}{{/WHY}}

{{#CLERK}}{{CLERK_TEXT}}{{/CLERK}}

Mit freundlichen Grüßen
{{SELLER}}
