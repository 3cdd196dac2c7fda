{{%AUTOESCAPE context="HTML"}}
<h1 style="font-size:20px;margin:0 0 16px 0">Ihre Bestellung {{BUYER_ORDER}} ist versandt</h1>
<p style="margin:0 0 12px 0">Sehr geehrte Damen und Herren,</p>
<p style="margin:0 0 12px 0">die unten genannte Ware hat unser Lager verlassen. Den Lieferschein finden Sie im Anhang.</p>
{{>DESPATCHED}}
<p style="margin:0 0 12px 0">Stimmt bei der Ankunft etwas nicht? Vermerken Sie es auf dem Frachtbrief und antworten Sie auf diese Mail.</p>
<p style="margin:16px 0 0 0">Mit freundlichen Grüßen<br>{{SELLER}}</p>
