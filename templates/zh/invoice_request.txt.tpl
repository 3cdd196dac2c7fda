发票申请单 {{PAPER_NO}}

请为 {{CUSTOMER}} 开具发票。所需信息见所附申请单。开票后请以申请单号回报发票号码。

我方订单号：{{NUMBER}}
客户订单号：{{BUYER_ORDER}}
发货单号：{{DELIVERY_NO}}{{#SHIPPED}}
发货日期：{{DATE}}{{/SHIPPED}}{{#PROOF}}
签收单：{{NAME}}{{/PROOF}}{{#TOTAL}}
价税合计：{{GROSS}}{{/TOTAL}}

{{#GOODS}}{{SKU}} {{NAME}}：{{QUANTITY}}{{#BATCH}}，批号 {{CODE}}{{/BATCH}}
{{/GOODS}}