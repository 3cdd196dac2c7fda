Change not possible, case {{CASE}}

Dear customer,

We cannot carry out your change{{#CHANGE}} {{CHANGE_NO}}{{/CHANGE}} of order {{BUYER_ORDER}}. The order stands as it was.

{{#WHY}}{{W_REASON}}: {{REASON}}{{/WHY}}

{{#CLERK}}{{CLERK_TEXT}}{{/CLERK}}

Kind regards,
{{SELLER}}
