{{%AUTOESCAPE context="HTML"}}
<h1 style="font-size:20px;margin:0 0 16px 0">Status of your order {{BUYER_ORDER}}, case {{CASE}}</h1>
<p style="margin:0 0 12px 0">Dear customer,</p>
<p style="margin:0 0 12px 0">You asked about your order. This is how it stands at this moment.</p>
{{>STATUSES}}
{{#CLERK}}<p style="margin:0 0 12px 0;white-space:pre-line">{{CLERK_TEXT}}</p>
{{/CLERK}}<p style="margin:0 0 12px 0">This overview changes nothing in what we have confirmed to you.</p>
<p style="margin:16px 0 0 0">Kind regards,<br>{{SELLER}}</p>
