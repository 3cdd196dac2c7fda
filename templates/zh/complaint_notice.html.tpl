{{%AUTOESCAPE context="HTML"}}
<h1 style="font-size:20px;margin:0 0 16px 0">客诉 {{COMPLAINT_NO}}, 受理单 {{CASE}}</h1>
<p style="margin:0 0 12px 0">{{#FIRST}}此客诉已分配给您，请在下列日期前处理。{{/FIRST}}{{#REMINDER}}提醒：此客诉的处理期限即将到期。{{/REMINDER}}</p>
<p style="margin:0 0 12px 0">客户： {{CUSTOMER}}{{#ABOUT}}<br>客户订单： {{BUYER_NUMBER}}{{/ABOUT}}{{#OURS}}<br>我方订单号： {{OFFICIAL}}{{/OURS}}</p>
{{#SAID}}<p style="margin:0 0 12px 0">客户来信： {{WORDS}}</p>
{{/SAID}}{{#AFFECTED}}<p style="margin:0 0 12px 0">涉及货物： {{NAME}}</p>
{{/AFFECTED}}<p style="margin:0 0 12px 0">按客户所述的原因（待核实）： {{CAUSE}}<br>处理期限： {{DUE}}</p>
<p style="margin:0 0 12px 0">请勿用此邮件回复客户；处理结果请用此命令登记：besteld complaints</p>
