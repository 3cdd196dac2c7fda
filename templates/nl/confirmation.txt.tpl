Orderbevestiging {{NUMBER}}

Geachte relatie,

Wij bevestigen uw bestelling {{BUYER_ORDER}}.

{{#CHANGED}}Uw wijziging{{#CHANGE}} {{CHANGE_NO}}{{/CHANGE}} is {{#IN_PART}}deels {{/IN_PART}}verwerkt; deze bevestiging vervangt de vorige.{{/CHANGED}}

{{>DEVIATIONS}}
{{>HEADER}}
{{>LINES}}
{{#CLERK}}{{CLERK_TEXT}}{{/CLERK}}

Met vriendelijke groet,
{{SELLER}}
