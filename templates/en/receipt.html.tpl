{{%AUTOESCAPE context="HTML"}}
<h1 style="font-size:20px;margin:0 0 16px 0">Receipt {{CASE}}</h1>
<p style="margin:0 0 12px 0">Dear customer,</p>
<p style="margin:0 0 12px 0">We have received your order {{BUYER_ORDER}} and are working on it.</p>
{{#CLERK}}<p style="margin:0 0 12px 0;white-space:pre-line">{{CLERK_TEXT}}</p>
{{/CLERK}}<p style="margin:0 0 12px 0">This is not an order confirmation: prices and dates are confirmed separately.</p>
<p style="margin:16px 0 0 0">Kind regards,<br>{{SELLER}}</p>
