{{%AUTOESCAPE context="HTML"}}
<h1 style="font-size:20px;margin:0 0 16px 0">贵方订单 {{BUYER_ORDER}} 已发货</h1>
<p style="margin:0 0 12px 0">尊敬的客户：</p>
<p style="margin:0 0 12px 0">以下货物已从我方仓库发出，发货单见附件。</p>
{{>DESPATCHED}}
<p style="margin:0 0 12px 0">如到货有误，请在运单上注明并回复本邮件。</p>
<p style="margin:16px 0 0 0">此致<br>{{SELLER}}</p>
