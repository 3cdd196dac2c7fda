{{%AUTOESCAPE context="HTML"}}
<h1 style="font-size:20px;margin:0 0 16px 0">Order confirmation {{NUMBER}}</h1>
<p style="margin:0 0 12px 0">Dear customer,</p>
<p style="margin:0 0 12px 0">We confirm your order {{BUYER_ORDER}}.</p>
{{#CHANGED}}<p style="margin:0 0 12px 0">Your change{{#CHANGE}} {{CHANGE_NO}}{{/CHANGE}} is {{#IN_PART}}in part {{/IN_PART}}in it; this confirmation replaces the one before.</p>
{{/CHANGED}}{{>DEVIATIONS}}
{{>HEADER}}
{{>LINES}}
{{#CLERK}}<p style="margin:0 0 12px 0;white-space:pre-line">{{CLERK_TEXT}}</p>
{{/CLERK}}<p style="margin:16px 0 0 0">Kind regards,<br>{{SELLER}}</p>
