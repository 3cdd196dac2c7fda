订单确认书 {{NUMBER}}

尊敬的客户：

现确认贵方订单 {{BUYER_ORDER}}。

{{#CHANGED}}贵方变更{{#CHANGE}} {{CHANGE_NO}}{{/CHANGE}}已{{#IN_PART}}部分{{/IN_PART}}处理，本确认书替代上一份。{{/CHANGED}}

{{>DEVIATIONS}}
{{>HEADER}}
{{>LINES}}
{{#CLERK}}{{CLERK_TEXT}}{{/CLERK}}

此致
{{SELLER}}
