Already received: order {{NUMBER}}

Dear customer,

We received your order {{BUYER_ORDER}} before. It is registered as {{NUMBER}}; no second order was made.

{{#CLERK}}{{CLERK_TEXT}}{{/CLERK}}

If you want to change something, please answer this mail.

Kind regards,
{{SELLER}}
