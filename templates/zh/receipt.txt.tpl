收单确认 {{CASE}}

尊敬的客户：

贵方订单 {{BUYER_ORDER}} 已收到，正在处理中。

{{#CLERK}}{{CLERK_TEXT}}{{/CLERK}}

本邮件不是订单确认书，价格和交期将另行确认。

此致
{{SELLER}}
