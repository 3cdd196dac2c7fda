{{%AUTOESCAPE context="HTML"}}
<h1 style="font-size:20px;margin:0 0 16px 0">签收单未回 {{PAPER_NO}}</h1>
<p style="margin:0 0 12px 0">{{CUSTOMER}} 的签收单已超过 {{DAYS}} 个工作日未收回。请向承运商或客户索取并回报（docs/hand-off.md，proof）。</p>
<p style="margin:0 0 12px 0">我方订单号：{{NUMBER}}<br>客户订单号：{{BUYER_ORDER}}{{#SHIPPED}}<br>发货日期：{{DATE}}{{/SHIPPED}}{{#CARRIER}}<br>承运商：{{NAME}}{{/CARRIER}}{{#TRACK}}<br>运单号：{{CODE}}{{/TRACK}}</p>
