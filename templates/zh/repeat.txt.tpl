已收到：订单 {{NUMBER}}

尊敬的客户：

贵方订单 {{BUYER_ORDER}} 此前已收到，登记号为 {{NUMBER}}，未重复建单。

{{#CLERK}}{{CLERK_TEXT}}{{/CLERK}}

如需更改，请回复本邮件。

此致
{{SELLER}}
