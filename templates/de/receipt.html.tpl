{{%AUTOESCAPE context="HTML"}}
<h1 style="font-size:20px;margin:0 0 16px 0">Eingangsbestätigung {{CASE}}</h1>
<p style="margin:0 0 12px 0">Sehr geehrte Damen und Herren,</p>
<p style="margin:0 0 12px 0">wir haben Ihre Bestellung {{BUYER_ORDER}} erhalten und bearbeiten sie.</p>
{{#CLERK}}<p style="margin:0 0 12px 0;white-space:pre-line">{{CLERK_TEXT}}</p>
{{/CLERK}}<p style="margin:0 0 12px 0">Dies ist noch keine Auftragsbestätigung: Preise und Termine bestätigen wir gesondert.</p>
<p style="margin:16px 0 0 0">Mit freundlichen Grüßen<br>{{SELLER}}</p>
