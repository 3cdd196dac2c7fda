{{%AUTOESCAPE context="HTML"}}
<h1 style="font-size:20px;margin:0 0 16px 0">销售出库单 {{PAPER_NO}}</h1>
<p style="margin:0 0 12px 0">{{CUSTOMER}} 的货物已出库。出库单见附件：请打印、签字并按联存档。出库单仅供内部使用；客户收到的是发货单。</p>
<p style="margin:0 0 12px 0">我方订单号：{{NUMBER}}<br>客户订单号：{{BUYER_ORDER}}<br>发货单号：{{DELIVERY_NO}}{{#SHIPPED}}<br>发货日期：{{DATE}}{{/SHIPPED}}{{#CARRIER}}<br>承运商：{{NAME}}{{/CARRIER}}{{#TRACK}}<br>运单号：{{CODE}}{{/TRACK}}</p>
<p style="margin:0 0 12px 0">{{#GOODS}}{{SKU}} {{NAME}}：{{QUANTITY}}{{#BATCH}}，批号 {{CODE}}{{/BATCH}}<br>
{{/GOODS}}</p>
