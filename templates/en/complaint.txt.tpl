Your report {{COMPLAINT_NO}}

Dear customer,

We have registered your report under number {{COMPLAINT_NO}}.

{{#ABOUT}}It concerns your order: {{BUYER_NUMBER}}
{{/ABOUT}}{{#SAID}}You wrote: {{WORDS}}
{{/SAID}}{{#AFFECTED}}Affected: {{NAME}}
{{/AFFECTED}}Dealt with by: {{HANDLER}}
You will hear from us by: {{DUE}}

{{#CLERK}}{{CLERK_TEXT}}{{/CLERK}}

We look into it and will tell you what we found. This receipt is not yet an assessment.

Case: {{CASE}}

Kind regards,
{{SELLER}}
