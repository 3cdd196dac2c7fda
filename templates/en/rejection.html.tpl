{{%AUTOESCAPE context="HTML"}}
<h1 style="font-size:20px;margin:0 0 16px 0">Order declined, case {{CASE}}</h1>
<p style="margin:0 0 12px 0">Dear customer,</p>
<p style="margin:0 0 12px 0">Unfortunately we cannot accept your order {{BUYER_ORDER}}.</p>
<p style="margin:0 0 12px 0"><b>{{W_REASON}}:</b> {{REASON}}</p>
{{#CLERK}}<p style="margin:0 0 12px 0;white-space:pre-line">{{CLERK_TEXT}}</p>
{{/CLERK}}<p style="margin:0 0 12px 0">Please contact us; we will gladly look for a solution with you.</p>
<p style="margin:16px 0 0 0">Kind regards,<br>{{SELLER}}</p>
