Ablehnung, Vorgang {{CASE}}

Sehr geehrte Damen und Herren,

leider können wir Ihre Bestellung {{BUYER_ORDER}} nicht annehmen.

{{W_REASON}}: {{REASON}}

{{#CLERK}}{{CLERK_TEXT}}{{/CLERK}}

Sprechen Sie uns gern an; wir suchen mit Ihnen eine Lösung.

Mit freundlichen Grüßen
{{SELLER}}
