{{%AUTOESCAPE context="HTML"}}
<h1 style="font-size:20px;margin:0 0 16px 0">客户询问函 {{CASE}}</h1>
<p style="margin:0 0 12px 0">尊敬的客户：</p>
<p style="margin:0 0 12px 0">关于贵方订单 {{BUYER_ORDER}}，在确认之前有以下问题需请教。</p>
{{>QUESTIONS}}
{{#ANSWER}}<p style="margin:0 0 12px 0"><b>{{W_ANSWER_BY}}: {{ANSWER_BY}}</b></p>
{{/ANSWER}}{{#CLERK}}<p style="margin:0 0 12px 0;white-space:pre-line">{{CLERK_TEXT}}</p>
{{/CLERK}}<p style="margin:0 0 12px 0">未收到答复前，我方无法确认该订单。</p>
<p style="margin:16px 0 0 0">此致<br>{{SELLER}}</p>
