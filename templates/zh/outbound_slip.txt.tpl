销售出库单 {{PAPER_NO}}

{{CUSTOMER}} 的货物已出库。出库单见附件：请打印、签字并按联存档。出库单仅供内部使用；客户收到的是发货单。

我方订单号：{{NUMBER}}
客户订单号：{{BUYER_ORDER}}
发货单号：{{DELIVERY_NO}}{{#SHIPPED}}
发货日期：{{DATE}}{{/SHIPPED}}{{#CARRIER}}
承运商：{{NAME}}{{/CARRIER}}{{#TRACK}}
运单号：{{CODE}}{{/TRACK}}

{{#GOODS}}{{SKU}} {{NAME}}：{{QUANTITY}}{{#BATCH}}，批号 {{CODE}}{{/BATCH}}
{{/GOODS}}