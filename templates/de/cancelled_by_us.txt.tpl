Wir müssen Ihre Bestellung stornieren: {{NUMBER}}

Sehr geehrte Damen und Herren,

leider können wir Ihre Bestellung {{BUYER_ORDER}} doch nicht liefern. Wir haben sie storniert; Sie müssen nichts tun.

{{#WHY}}{{W_REASON}}: {{REASON}}{{/WHY}}

{{#CLERK}}{{CLERK_TEXT}}{{/CLERK}}

Mit freundlichen Grüßen
{{SELLER}}
