Complaint {{COMPLAINT_NO}}, case {{CASE}}

{{#FIRST}}This complaint was assigned to you. Please deal with it by the date below.{{/FIRST}}{{#REMINDER}}Reminder: the time for this complaint is nearly up.{{/REMINDER}}

Customer: {{CUSTOMER}}
{{#ABOUT}}Customer's order: {{BUYER_NUMBER}}
{{/ABOUT}}{{#OURS}}Our order number: {{OFFICIAL}}
{{/OURS}}{{#SAID}}The customer wrote: {{WORDS}}
{{/SAID}}{{#AFFECTED}}Affected: {{NAME}}
{{/AFFECTED}}Cause by the customer's words (still to be established): {{CAUSE}}
To be dealt with by: {{DUE}}

Do not answer the customer from this mail; record the outcome with: besteld complaints
