{{%AUTOESCAPE context="HTML"}}
<h1 style="font-size:20px;margin:0 0 16px 0">Wir müssen Ihre Bestellung stornieren: {{NUMBER}}</h1>
<p style="margin:0 0 12px 0">Sehr geehrte Damen und Herren,</p>
<p style="margin:0 0 12px 0">leider können wir Ihre Bestellung {{BUYER_ORDER}} doch nicht liefern. Wir haben sie storniert; Sie müssen nichts tun.</p>
{{#WHY}}<p style="margin:0 0 12px 0"><b>{{W_REASON}}:</b> {{REASON}}</p>
{{/WHY}}{{#CLERK}}<p style="margin:0 0 12px 0;white-space:pre-line">{{CLERK_TEXT}}</p>
{{/CLERK}}<p style="margin:16px 0 0 0">Mit freundlichen Grüßen<br>{{SELLER}}</p>
