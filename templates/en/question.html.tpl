{{%AUTOESCAPE context="HTML"}}
<h1 style="font-size:20px;margin:0 0 16px 0">Question about your order, case {{CASE}}</h1>
<p style="margin:0 0 12px 0">Dear customer,</p>
<p style="margin:0 0 12px 0">We have a question about your order {{BUYER_ORDER}} before we can confirm it.</p>
{{>QUESTIONS}}
{{#ANSWER}}<p style="margin:0 0 12px 0"><b>{{W_ANSWER_BY}}: {{ANSWER_BY}}</b></p>
{{/ANSWER}}{{#CLERK}}<p style="margin:0 0 12px 0;white-space:pre-line">{{CLERK_TEXT}}</p>
{{/CLERK}}<p style="margin:0 0 12px 0">Without your answer we cannot confirm the order.</p>
<p style="margin:16px 0 0 0">Kind regards,<br>{{SELLER}}</p>
