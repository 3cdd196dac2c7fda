{{%AUTOESCAPE context="HTML"}}
<h1 style="font-size:20px;margin:0 0 16px 0">Already received: order {{NUMBER}}</h1>
<p style="margin:0 0 12px 0">Dear customer,</p>
<p style="margin:0 0 12px 0">We received your order {{BUYER_ORDER}} before. It is registered as {{NUMBER}}; no second order was made.</p>
{{#CLERK}}<p style="margin:0 0 12px 0;white-space:pre-line">{{CLERK_TEXT}}</p>
{{/CLERK}}<p style="margin:0 0 12px 0">If you want to change something, please answer this mail.</p>
<p style="margin:16px 0 0 0">Kind regards,<br>{{SELLER}}</p>
