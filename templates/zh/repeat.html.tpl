{{%AUTOESCAPE context="HTML"}}
<h1 style="font-size:20px;margin:0 0 16px 0">已收到：订单 {{NUMBER}}</h1>
<p style="margin:0 0 12px 0">尊敬的客户：</p>
<p style="margin:0 0 12px 0">贵方订单 {{BUYER_ORDER}} 此前已收到，登记号为 {{NUMBER}}，未重复建单。</p>
{{#CLERK}}<p style="margin:0 0 12px 0;white-space:pre-line">{{CLERK_TEXT}}</p>
{{/CLERK}}<p style="margin:0 0 12px 0">如需更改，请回复本邮件。</p>
<p style="margin:16px 0 0 0">此致<br>{{SELLER}}</p>
