Order confirmation {{NUMBER}}

Dear customer,

We confirm your order {{BUYER_ORDER}}.

{{#CHANGED}}Your change{{#CHANGE}} {{CHANGE_NO}}{{/CHANGE}} is {{#IN_PART}}in part {{/IN_PART}}in it; this confirmation replaces the one before.{{/CHANGED}}

{{>DEVIATIONS}}
{{>HEADER}}
{{>LINES}}
{{#CLERK}}{{CLERK_TEXT}}{{/CLERK}}

Kind regards,
{{SELLER}}
