拒单通知 {{CASE}}

尊敬的客户：

很抱歉，我方无法接受贵方订单 {{BUYER_ORDER}}。

{{W_REASON}}: {{REASON}}

{{#CLERK}}{{CLERK_TEXT}}{{/CLERK}}

欢迎与我方联系，共同商讨解决办法。

此致
{{SELLER}}
