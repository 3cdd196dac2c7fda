客户询问函 {{CASE}}

尊敬的客户：

关于贵方订单 {{BUYER_ORDER}}，在确认之前有以下问题需请教。

{{>QUESTIONS}}
{{#ANSWER}}{{W_ANSWER_BY}}: {{ANSWER_BY}}{{/ANSWER}}

{{#CLERK}}{{CLERK_TEXT}}{{/CLERK}}

未收到答复前，我方无法确认该订单。

此致
{{SELLER}}
