Receipt {{CASE}}

Dear customer,

We have received your order {{BUYER_ORDER}} and are working on it.

{{#CLERK}}{{CLERK_TEXT}}{{/CLERK}}

This is not an order confirmation: prices and dates are confirmed separately.

Kind regards,
{{SELLER}}
