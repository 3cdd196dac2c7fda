Stornierung nicht möglich, Vorgang {{CASE}}

Sehr geehrte Damen und Herren,

Ihre Stornierung{{#CHANGE}} {{CHANGE_NO}}{{/CHANGE}} der Bestellung {{BUYER_ORDER}} können wir nicht ausführen: sie ist zu weit fortgeschritten. Die Bestellung bleibt bestehen. Wenn Sie die Ware zurückgeben möchten, sprechen Sie uns bitte an.

{{#WHY}}{{W_REASON}}: {{REASON}}{{/WHY}}

{{#CLERK}}{{CLERK_TEXT}}{{/CLERK}}

Mit freundlichen Grüßen
{{SELLER}}
