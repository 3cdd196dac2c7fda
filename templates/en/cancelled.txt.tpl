Cancellation confirmed {{NUMBER}}

Dear customer,

{{#CANCELLED_WHOLE}}Your order {{BUYER_ORDER}} is cancelled. Nothing of it will be delivered.{{/CANCELLED_WHOLE}}{{#CANCELLED_REST}}The rest of your order {{BUYER_ORDER}} is cancelled. What has been delivered stays with you; nothing more will come.{{/CANCELLED_REST}}

{{#CLERK}}{{CLERK_TEXT}}{{/CLERK}}

Kind regards,
{{SELLER}}
