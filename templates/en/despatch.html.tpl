{{%AUTOESCAPE context="HTML"}}
<h1 style="font-size:20px;margin:0 0 16px 0">Your order {{BUYER_ORDER}} has been despatched</h1>
<p style="margin:0 0 12px 0">Dear customer,</p>
<p style="margin:0 0 12px 0">The goods below have left our warehouse. The delivery note is attached.</p>
{{>DESPATCHED}}
<p style="margin:0 0 12px 0">Is anything wrong on arrival? Note it on the carrier’s paper and reply to this mail.</p>
<p style="margin:16px 0 0 0">Kind regards,<br>{{SELLER}}</p>
