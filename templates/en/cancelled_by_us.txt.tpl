We have to cancel your order: {{NUMBER}}

Dear customer,

We are sorry: we cannot deliver your order {{BUYER_ORDER}} after all. We have cancelled it; you need not do anything.

{{#WHY}}{{W_REASON}}: {{REASON}}{{/WHY}}

{{#CLERK}}{{CLERK_TEXT}}{{/CLERK}}

Kind regards,
{{SELLER}}
