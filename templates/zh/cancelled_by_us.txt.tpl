我方不得不取消贵方订单 {{NUMBER}}

尊敬的客户：

非常抱歉，我方无法交付贵方订单 {{BUYER_ORDER}}，已将其取消，贵方无需任何操作。

{{#WHY}}{{W_REASON}}: {{REASON}}{{/WHY}}

{{#CLERK}}{{CLERK_TEXT}}{{/CLERK}}

此致
{{SELLER}}
