订单取消确认 {{NUMBER}}

尊敬的客户：

贵方订单 {{BUYER_ORDER}} 已取消，不再发货。

{{#CLERK}}{{CLERK_TEXT}}{{/CLERK}}

此致
{{SELLER}}
