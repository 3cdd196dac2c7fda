{{%AUTOESCAPE context="HTML"}}
<h1 style="font-size:20px;margin:0 0 16px 0">Cancellation confirmed {{NUMBER}}</h1>
<p style="margin:0 0 12px 0">Dear customer,</p>
<p style="margin:0 0 12px 0">{{#CANCELLED_WHOLE}}Your order {{BUYER_ORDER}} is cancelled. Nothing of it will be delivered.{{/CANCELLED_WHOLE}}{{#CANCELLED_REST}}The rest of your order {{BUYER_ORDER}} is cancelled. What has been delivered stays with you; nothing more will come.{{/CANCELLED_REST}}</p>
{{#CLERK}}<p style="margin:0 0 12px 0;white-space:pre-line">{{CLERK_TEXT}}</p>
{{/CLERK}}<p style="margin:16px 0 0 0">Kind regards,<br>{{SELLER}}</p>
