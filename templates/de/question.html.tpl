{{%AUTOESCAPE context="HTML"}}
<h1 style="font-size:20px;margin:0 0 16px 0">Rückfrage zu Ihrer Bestellung, Vorgang {{CASE}}</h1>
<p style="margin:0 0 12px 0">Sehr geehrte Damen und Herren,</p>
<p style="margin:0 0 12px 0">zu Ihrer Bestellung {{BUYER_ORDER}} haben wir noch eine Rückfrage, bevor wir sie bestätigen können.</p>
{{>QUESTIONS}}
{{#ANSWER}}<p style="margin:0 0 12px 0"><b>{{W_ANSWER_BY}}: {{ANSWER_BY}}</b></p>
{{/ANSWER}}{{#CLERK}}<p style="margin:0 0 12px 0;white-space:pre-line">{{CLERK_TEXT}}</p>
{{/CLERK}}<p style="margin:0 0 12px 0">Ohne Ihre Antwort können wir die Bestellung nicht bestätigen.</p>
<p style="margin:16px 0 0 0">Mit freundlichen Grüßen<br>{{SELLER}}</p>
