{{%AUTOESCAPE context="HTML"}}
<h1 style="font-size:20px;margin:0 0 16px 0">收单确认 {{CASE}}</h1>
<p style="margin:0 0 12px 0">尊敬的客户：</p>
<p style="margin:0 0 12px 0">贵方订单 {{BUYER_ORDER}} 已收到，正在处理中。</p>
{{#CLERK}}<p style="margin:0 0 12px 0;white-space:pre-line">{{CLERK_TEXT}}</p>
{{/CLERK}}<p style="margin:0 0 12px 0">本邮件不是订单确认书，价格和交期将另行确认。</p>
<p style="margin:16px 0 0 0">此致<br>{{SELLER}}</p>
