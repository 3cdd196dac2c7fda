{{%AUTOESCAPE context="HTML"}}
<h1 style="font-size:20px;margin:0 0 16px 0">Stand Ihrer Bestellung {{BUYER_ORDER}}, Vorgang {{CASE}}</h1>
<p style="margin:0 0 12px 0">Sehr geehrte Damen und Herren,</p>
<p style="margin:0 0 12px 0">Sie haben nach Ihrer Bestellung gefragt. So steht es im Augenblick um sie.</p>
{{>STATUSES}}
{{#CLERK}}<p style="margin:0 0 12px 0;white-space:pre-line">{{CLERK_TEXT}}</p>
{{/CLERK}}<p style="margin:0 0 12px 0">Diese Übersicht ändert nichts an dem, was wir Ihnen bestätigt haben.</p>
<p style="margin:16px 0 0 0">Mit freundlichen Grüßen<br>{{SELLER}}</p>
