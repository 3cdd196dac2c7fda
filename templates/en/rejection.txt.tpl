Order declined, case {{CASE}}

Dear customer,

Unfortunately we cannot accept your order {{BUYER_ORDER}}.

{{W_REASON}}: {{REASON}}

{{#CLERK}}{{CLERK_TEXT}}{{/CLERK}}

Please contact us; we will gladly look for a solution with you.

Kind regards,
{{SELLER}}
