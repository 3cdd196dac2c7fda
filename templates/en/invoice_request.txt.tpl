Invoice request {{PAPER_NO}}

Please invoice {{CUSTOMER}}. All particulars stand in the attached request. Report the invoice number back under the number of the request.

Our order number: {{NUMBER}}
Customer's order: {{BUYER_ORDER}}
Delivery note: {{DELIVERY_NO}}{{#SHIPPED}}
Despatched on: {{DATE}}{{/SHIPPED}}{{#PROOF}}
Signed note: {{NAME}}{{/PROOF}}{{#TOTAL}}
Total with tax: {{GROSS}}{{/TOTAL}}

{{#GOODS}}{{SKU}} {{NAME}}: {{QUANTITY}}{{#BATCH}}, batch {{CODE}}{{/BATCH}}
{{/GOODS}}