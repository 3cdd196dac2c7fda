Rückfrage zu Ihrer Bestellung, Vorgang {{CASE}}

Sehr geehrte Damen und Herren,

zu Ihrer Bestellung {{BUYER_ORDER}} haben wir noch eine Rückfrage, bevor wir sie bestätigen können.

{{>QUESTIONS}}
{{#ANSWER}}{{W_ANSWER_BY}}: {{ANSWER_BY}}{{/ANSWER}}

{{#CLERK}}{{CLERK_TEXT}}{{/CLERK}}

Ohne Ihre Antwort können wir die Bestellung nicht bestätigen.

Mit freundlichen Grüßen
{{SELLER}}
