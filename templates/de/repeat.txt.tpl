Bereits erhalten: Auftrag {{NUMBER}}

Sehr geehrte Damen und Herren,

Ihre Bestellung {{BUYER_ORDER}} liegt uns bereits vor. Sie ist als {{NUMBER}} erfasst; es wurde kein zweiter Auftrag angelegt.

{{#CLERK}}{{CLERK_TEXT}}{{/CLERK}}

Möchten Sie etwas ändern, antworten Sie bitte auf diese Mail.

Mit freundlichen Grüßen
{{SELLER}}
