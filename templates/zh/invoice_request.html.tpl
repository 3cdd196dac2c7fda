{{%AUTOESCAPE context="HTML"}}
<h1 style="font-size:20px;margin:0 0 16px 0">发票申请单 {{PAPER_NO}}</h1>
<p style="margin:0 0 12px 0">请为 {{CUSTOMER}} 开具发票。所需信息见所附申请单。开票后请以申请单号回报发票号码。</p>
<p style="margin:0 0 12px 0">我方订单号：{{NUMBER}}<br>客户订单号：{{BUYER_ORDER}}<br>发货单号：{{DELIVERY_NO}}{{#SHIPPED}}<br>发货日期：{{DATE}}{{/SHIPPED}}{{#PROOF}}<br>签收单：{{NAME}}{{/PROOF}}{{#TOTAL}}<br>价税合计：{{GROSS}}{{/TOTAL}}</p>
<p style="margin:0 0 12px 0">{{#GOODS}}{{SKU}} {{NAME}}：{{QUANTITY}}{{#BATCH}}，批号 {{CODE}}{{/BATCH}}<br>
{{/GOODS}}</p>
