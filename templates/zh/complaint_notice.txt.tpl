客诉 {{COMPLAINT_NO}}, 受理单 {{CASE}}

{{#FIRST}}此客诉已分配给您，请在下列日期前处理。{{/FIRST}}{{#REMINDER}}提醒：此客诉的处理期限即将到期。{{/REMINDER}}

客户： {{CUSTOMER}}
{{#ABOUT}}客户订单： {{BUYER_NUMBER}}
{{/ABOUT}}{{#OURS}}我方订单号： {{OFFICIAL}}
{{/OURS}}{{#SAID}}客户来信： {{WORDS}}
{{/SAID}}{{#AFFECTED}}涉及货物： {{NAME}}
{{/AFFECTED}}按客户所述的原因（待核实）： {{CAUSE}}
处理期限： {{DUE}}

请勿用此邮件回复客户；处理结果请用此命令登记：besteld complaints
