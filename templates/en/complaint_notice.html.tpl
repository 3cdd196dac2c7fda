{{%AUTOESCAPE context="HTML"}}
<h1 style="font-size:20px;margin:0 0 16px 0">Complaint {{COMPLAINT_NO}}, case {{CASE}}</h1>
<p style="margin:0 0 12px 0">{{#FIRST}}This complaint was assigned to you. Please deal with it by the date below.{{/FIRST}}{{#REMINDER}}Reminder: the time for this complaint is nearly up.{{/REMINDER}}</p>
<p style="margin:0 0 12px 0">Customer: {{CUSTOMER}}{{#ABOUT}}<br>Customer's order: {{BUYER_NUMBER}}{{/ABOUT}}{{#OURS}}<br>Our order number: {{OFFICIAL}}{{/OURS}}</p>
{{#SAID}}<p style="margin:0 0 12px 0">The customer wrote: {{WORDS}}</p>
{{/SAID}}{{#AFFECTED}}<p style="margin:0 0 12px 0">Affected: {{NAME}}</p>
{{/AFFECTED}}<p style="margin:0 0 12px 0">Cause by the customer's words (still to be established): {{CAUSE}}<br>To be dealt with by: {{DUE}}</p>
<p style="margin:0 0 12px 0">Do not answer the customer from this mail; record the outcome with: besteld complaints</p>
