变更确认 {{NUMBER}}（待贵方确认）

尊敬的客户：

贵方订单 {{BUYER_ORDER}} 我方可按以下变更供货。

{{#CHANGED}}贵方变更{{#CHANGE}} {{CHANGE_NO}}{{/CHANGE}}已{{#IN_PART}}部分{{/IN_PART}}处理，本确认书替代上一份。{{/CHANGED}}

{{>DEVIATIONS}}
{{#EXPLICIT}}如同意，请于{{ANSWER_BY}}前回复本邮件“同意”。未经贵方同意，我方不会发货。{{/EXPLICIT}}{{#SILENT}}如于{{ANSWER_BY}}前未收到答复，按双方约定视为贵方同意。{{/SILENT}}

{{>HEADER}}
{{>LINES}}
{{#CLERK}}{{CLERK_TEXT}}{{/CLERK}}

此致
{{SELLER}}
