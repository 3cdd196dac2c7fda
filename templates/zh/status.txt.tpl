贵方订单进度 {{BUYER_ORDER}}, 受理单 {{CASE}}

尊敬的客户：

贵方询问订单进度，目前情况如下。

{{>STATUSES}}
{{#CLERK}}{{CLERK_TEXT}}{{/CLERK}}

本进度回复不改变我方已确认的内容。

此致
{{SELLER}}
