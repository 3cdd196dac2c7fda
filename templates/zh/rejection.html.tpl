{{%AUTOESCAPE context="HTML"}}
<h1 style="font-size:20px;margin:0 0 16px 0">拒单通知 {{CASE}}</h1>
<p style="margin:0 0 12px 0">尊敬的客户：</p>
<p style="margin:0 0 12px 0">很抱歉，我方无法接受贵方订单 {{BUYER_ORDER}}。</p>
<p style="margin:0 0 12px 0"><b>{{W_REASON}}:</b> {{REASON}}</p>
{{#CLERK}}<p style="margin:0 0 12px 0;white-space:pre-line">{{CLERK_TEXT}}</p>
{{/CLERK}}<p style="margin:0 0 12px 0">欢迎与我方联系，共同商讨解决办法。</p>
<p style="margin:16px 0 0 0">此致<br>{{SELLER}}</p>
