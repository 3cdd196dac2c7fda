Proposal {{NUMBER}}: changed confirmation, your consent is needed

Dear customer,

We can deliver your order {{BUYER_ORDER}} with the deviations below.

{{#CHANGED}}Your change{{#CHANGE}} {{CHANGE_NO}}{{/CHANGE}} is {{#IN_PART}}in part {{/IN_PART}}in it; this confirmation replaces the one before.{{/CHANGED}}

{{>DEVIATIONS}}
{{#EXPLICIT}}Do you agree? Then answer this mail with "agreed" by {{ANSWER_BY}}. Without your consent we do not deliver.{{/EXPLICIT}}{{#SILENT}}If we hear nothing by {{ANSWER_BY}}, this counts as your consent, as agreed with you.{{/SILENT}}

{{>HEADER}}
{{>LINES}}
{{#CLERK}}{{CLERK_TEXT}}{{/CLERK}}

Kind regards,
{{SELLER}}
