{{%AUTOESCAPE context="HTML"}}
<h1 style="font-size:20px;margin:0 0 16px 0">订单确认书 {{NUMBER}}</h1>
<p style="margin:0 0 12px 0">尊敬的客户：</p>
<p style="margin:0 0 12px 0">现确认贵方订单 {{BUYER_ORDER}}。</p>
{{#CHANGED}}<p style="margin:0 0 12px 0">贵方变更{{#CHANGE}} {{CHANGE_NO}}{{/CHANGE}}已{{#IN_PART}}部分{{/IN_PART}}处理，本确认书替代上一份。</p>
{{/CHANGED}}{{>DEVIATIONS}}
{{>HEADER}}
{{>LINES}}
{{#CLERK}}<p style="margin:0 0 12px 0;white-space:pre-line">{{CLERK_TEXT}}</p>
{{/CLERK}}<p style="margin:16px 0 0 0">此致<br>{{SELLER}}</p>
