订单取消确认 {{NUMBER}}

尊敬的客户：

{{#CANCELLED_WHOLE}}贵方订单 {{BUYER_ORDER}} 已取消，不再发货。{{/CANCELLED_WHOLE}}{{#CANCELLED_REST}}贵方订单 {{BUYER_ORDER}} 的未交货部分已取消。已交货部分不变，不再发货。{{/CANCELLED_REST}}

{{#CLERK}}{{CLERK_TEXT}}{{/CLERK}}

此致
{{SELLER}}
