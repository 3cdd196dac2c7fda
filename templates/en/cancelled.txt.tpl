Cancellation confirmed {{NUMBER}}

Dear customer,

Your order {{BUYER_ORDER}} is cancelled. Nothing of it will be delivered.

{{#CLERK}}{{CLERK_TEXT}}{{/CLERK}}

Kind regards,
{{SELLER}}
