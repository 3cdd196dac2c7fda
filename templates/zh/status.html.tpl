{{%AUTOESCAPE context="HTML"}}
<h1 style="font-size:20px;margin:0 0 16px 0">贵方订单进度 {{BUYER_ORDER}}, 受理单 {{CASE}}</h1>
<p style="margin:0 0 12px 0">尊敬的客户：</p>
<p style="margin:0 0 12px 0">贵方询问订单进度，目前情况如下。</p>
{{>STATUSES}}
{{#CLERK}}<p style="margin:0 0 12px 0;white-space:pre-line">{{CLERK_TEXT}}</p>
{{/CLERK}}<p style="margin:0 0 12px 0">本进度回复不改变我方已确认的内容。</p>
<p style="margin:16px 0 0 0">此致<br>{{SELLER}}</p>
