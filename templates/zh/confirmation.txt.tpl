订单确认书 {{NUMBER}}

尊敬的客户：

现确认贵方订单 {{BUYER_ORDER}}。

{{>DEVIATIONS}}
{{>HEADER}}
{{>LINES}}
{{#CLERK}}{{CLERK_TEXT}}{{/CLERK}}

此致
{{SELLER}}
