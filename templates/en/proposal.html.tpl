{{%AUTOESCAPE context="HTML"}}
<h1 style="font-size:20px;margin:0 0 16px 0">Proposal {{NUMBER}}: changed confirmation, your consent is needed</h1>
<p style="margin:0 0 12px 0">Dear customer,</p>
<p style="margin:0 0 12px 0">We can deliver your order {{BUYER_ORDER}} with the deviations below.</p>
{{#CHANGED}}<p style="margin:0 0 12px 0">Your change{{#CHANGE}} {{CHANGE_NO}}{{/CHANGE}} is {{#IN_PART}}in part {{/IN_PART}}in it; this confirmation replaces the one before.</p>
{{/CHANGED}}{{>DEVIATIONS}}
{{#EXPLICIT}}<p style="margin:0 0 12px 0"><b>Do you agree? Then answer this mail with "agreed" by {{ANSWER_BY}}. Without your consent we do not deliver.</b></p>
{{/EXPLICIT}}{{#SILENT}}<p style="margin:0 0 12px 0"><b>If we hear nothing by {{ANSWER_BY}}, this counts as your consent, as agreed with you.</b></p>
{{/SILENT}}{{>HEADER}}
{{>LINES}}
{{#CLERK}}<p style="margin:0 0 12px 0;white-space:pre-line">{{CLERK_TEXT}}</p>
{{/CLERK}}<p style="margin:16px 0 0 0">Kind regards,<br>{{SELLER}}</p>
