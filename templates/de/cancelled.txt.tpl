Stornierung akzeptiert {{NUMBER}}

Sehr geehrte Damen und Herren,

{{#CANCELLED_WHOLE}}Ihre Bestellung {{BUYER_ORDER}} ist storniert. Es wird nichts davon geliefert.{{/CANCELLED_WHOLE}}{{#CANCELLED_REST}}Den Rest Ihrer Bestellung {{BUYER_ORDER}} haben wir storniert. Was schon geliefert ist, bleibt Ihres; mehr kommt nicht.{{/CANCELLED_REST}}

{{#CLERK}}{{CLERK_TEXT}}{{/CLERK}}

Mit freundlichen Grüßen
{{SELLER}}
