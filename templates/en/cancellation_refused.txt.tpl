Cancellation not possible, case {{CASE}}

Dear customer,

We cannot carry out your cancellation{{#CHANGE}} {{CHANGE_NO}}{{/CHANGE}} of order {{BUYER_ORDER}}: it has gone too far. The order stands. If you want to return the goods, please contact us.

{{#WHY}}{{W_REASON}}: {{REASON}}{{/WHY}}

{{#CLERK}}{{CLERK_TEXT}}{{/CLERK}}

Kind regards,
{{SELLER}}
