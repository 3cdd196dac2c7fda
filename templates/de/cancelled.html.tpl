{{%AUTOESCAPE context="HTML"}}
<h1 style="font-size:20px;margin:0 0 16px 0">Stornierung akzeptiert {{NUMBER}}</h1>
<p style="margin:0 0 12px 0">Sehr geehrte Damen und Herren,</p>
<p style="margin:0 0 12px 0">{{#CANCELLED_WHOLE}}Ihre Bestellung {{BUYER_ORDER}} ist storniert. Es wird nichts davon geliefert.{{/CANCELLED_WHOLE}}{{#CANCELLED_REST}}Den Rest Ihrer Bestellung {{BUYER_ORDER}} haben wir storniert. Was schon geliefert ist, bleibt Ihres; mehr kommt nicht.{{/CANCELLED_REST}}</p>
{{#CLERK}}<p style="margin:0 0 12px 0;white-space:pre-line">{{CLERK_TEXT}}</p>
{{/CLERK}}<p style="margin:16px 0 0 0">Mit freundlichen Grüßen<br>{{SELLER}}</p>
