Status of your order {{BUYER_ORDER}}, case {{CASE}}

Dear customer,

You asked about your order. This is how it stands at this moment.

{{>STATUSES}}
{{#CLERK}}{{CLERK_TEXT}}{{/CLERK}}

This overview changes nothing in what we have confirmed to you.

Kind regards,
{{SELLER}}
