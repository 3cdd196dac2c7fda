{{%AUTOESCAPE context="HTML"}}
<h1 style="font-size:20px;margin:0 0 16px 0">Änderung nicht möglich, Vorgang {{CASE}}</h1>
<p style="margin:0 0 12px 0">Sehr geehrte Damen und Herren,</p>
<p style="margin:0 0 12px 0">Ihre Änderung{{#CHANGE}} {{CHANGE_NO}}{{/CHANGE}} der Bestellung {{BUYER_ORDER}} können wir nicht ausführen. Die Bestellung bleibt bestehen, wie sie war.</p>
{{#WHY}}<p style="margin:0 0 12px 0"><b>{{W_REASON}}:</b> {{REASON}}</p>
{{/WHY}}{{#CLERK}}<p style="margin:0 0 12px 0;white-space:pre-line">{{CLERK_TEXT}}</p>
{{/CLERK}}<p style="margin:16px 0 0 0">Mit freundlichen Grüßen<br>{{SELLER}}</p>
