Stornierung akzeptiert {{NUMBER}}

Sehr geehrte Damen und Herren,

Ihre Bestellung {{BUYER_ORDER}} ist storniert. Es wird nichts davon geliefert.

{{#CLERK}}{{CLERK_TEXT}}{{/CLERK}}

Mit freundlichen Grüßen
{{SELLER}}
