贵方反馈 {{COMPLAINT_NO}}

尊敬的客户：

我方已登记贵方的反馈，编号 {{COMPLAINT_NO}}.

{{#ABOUT}}涉及贵方订单： {{BUYER_NUMBER}}
{{/ABOUT}}{{#SAID}}贵方来信： {{WORDS}}
{{/SAID}}{{#AFFECTED}}涉及货物： {{NAME}}
{{/AFFECTED}}处理人： {{HANDLER}}
我方最迟答复日期： {{DUE}}

{{#CLERK}}{{CLERK_TEXT}}{{/CLERK}}

我方将调查此事并告知结果。本受理函尚不构成任何认定。

受理单： {{CASE}}

此致
{{SELLER}}
