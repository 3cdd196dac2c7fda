无法变更 {{CASE}}

尊敬的客户：

贵方对订单 {{BUYER_ORDER}} 的变更{{#CHANGE}} {{CHANGE_NO}}{{/CHANGE}}无法执行，原订单保持不变。

{{#WHY}}{{W_REASON}}: {{REASON}}{{/WHY}}

{{#CLERK}}{{CLERK_TEXT}}{{/CLERK}}

此致
{{SELLER}}
