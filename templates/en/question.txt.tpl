Question about your order, case {{CASE}}

Dear customer,

We have a question about your order {{BUYER_ORDER}} before we can confirm it.

{{>QUESTIONS}}
{{#ANSWER}}{{W_ANSWER_BY}}: {{ANSWER_BY}}{{/ANSWER}}

{{#CLERK}}{{CLERK_TEXT}}{{/CLERK}}

Without your answer we cannot confirm the order.

Kind regards,
{{SELLER}}
