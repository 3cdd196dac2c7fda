签收单未回 {{PAPER_NO}}

{{CUSTOMER}} 的签收单已超过 {{DAYS}} 个工作日未收回。请向承运商或客户索取并回报（docs/hand-off.md，proof）。

我方订单号：{{NUMBER}}
客户订单号：{{BUYER_ORDER}}{{#SHIPPED}}
发货日期：{{DATE}}{{/SHIPPED}}{{#CARRIER}}
承运商：{{NAME}}{{/CARRIER}}{{#TRACK}}
运单号：{{CODE}}{{/TRACK}}
