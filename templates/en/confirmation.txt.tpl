Order confirmation {{NUMBER}}

Dear customer,

We confirm your order {{BUYER_ORDER}}.

{{>DEVIATIONS}}
{{>HEADER}}
{{>LINES}}
{{#CLERK}}{{CLERK_TEXT}}{{/CLERK}}

Kind regards,
{{SELLER}}
