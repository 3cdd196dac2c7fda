{{%AUTOESCAPE context="HTML"}}
<h1 style="font-size:20px;margin:0 0 16px 0">变更确认 {{NUMBER}}（待贵方确认）</h1>
<p style="margin:0 0 12px 0">尊敬的客户：</p>
<p style="margin:0 0 12px 0">贵方订单 {{BUYER_ORDER}} 我方可按以下变更供货。</p>
{{#CHANGED}}<p style="margin:0 0 12px 0">贵方变更{{#CHANGE}} {{CHANGE_NO}}{{/CHANGE}}已{{#IN_PART}}部分{{/IN_PART}}处理，本确认书替代上一份。</p>
{{/CHANGED}}{{>DEVIATIONS}}
{{#EXPLICIT}}<p style="margin:0 0 12px 0"><b>如同意，请于{{ANSWER_BY}}前回复本邮件“同意”。未经贵方同意，我方不会发货。</b></p>
{{/EXPLICIT}}{{#SILENT}}<p style="margin:0 0 12px 0"><b>如于{{ANSWER_BY}}前未收到答复，按双方约定视为贵方同意。</b></p>
{{/SILENT}}{{>HEADER}}
{{>LINES}}
{{#CLERK}}<p style="margin:0 0 12px 0;white-space:pre-line">{{CLERK_TEXT}}</p>
{{/CLERK}}<p style="margin:16px 0 0 0">此致<br>{{SELLER}}</p>
