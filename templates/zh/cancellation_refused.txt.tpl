无法取消 {{CASE}}

尊敬的客户：

贵方对订单 {{BUYER_ORDER}} 的取消{{#CHANGE}} {{CHANGE_NO}}{{/CHANGE}}无法执行：订单已进入发货阶段，原订单保持有效。如需退货，请与我方联系。

{{#WHY}}{{W_REASON}}: {{REASON}}{{/WHY}}

{{#CLERK}}{{CLERK_TEXT}}{{/CLERK}}

此致
{{SELLER}}
