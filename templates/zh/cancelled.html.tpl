{{%AUTOESCAPE context="HTML"}}
<h1 style="font-size:20px;margin:0 0 16px 0">订单取消确认 {{NUMBER}}</h1>
<p style="margin:0 0 12px 0">尊敬的客户：</p>
<p style="margin:0 0 12px 0">{{#CANCELLED_WHOLE}}贵方订单 {{BUYER_ORDER}} 已取消，不再发货。{{/CANCELLED_WHOLE}}{{#CANCELLED_REST}}贵方订单 {{BUYER_ORDER}} 的未交货部分已取消。已交货部分不变，不再发货。{{/CANCELLED_REST}}</p>
{{#CLERK}}<p style="margin:0 0 12px 0;white-space:pre-line">{{CLERK_TEXT}}</p>
{{/CLERK}}<p style="margin:16px 0 0 0">此致<br>{{SELLER}}</p>
