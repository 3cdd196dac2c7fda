{{%AUTOESCAPE context="HTML"}}
<h1 style="font-size:20px;margin:0 0 16px 0">Bereits erhalten: Auftrag {{NUMBER}}</h1>
<p style="margin:0 0 12px 0">Sehr geehrte Damen und Herren,</p>
<p style="margin:0 0 12px 0">Ihre Bestellung {{BUYER_ORDER}} liegt uns bereits vor. Sie ist als {{NUMBER}} erfasst; es wurde kein zweiter Auftrag angelegt.</p>
{{#CLERK}}<p style="margin:0 0 12px 0;white-space:pre-line">{{CLERK_TEXT}}</p>
{{/CLERK}}<p style="margin:0 0 12px 0">Möchten Sie etwas ändern, antworten Sie bitte auf diese Mail.</p>
<p style="margin:16px 0 0 0">Mit freundlichen Grüßen<br>{{SELLER}}</p>
