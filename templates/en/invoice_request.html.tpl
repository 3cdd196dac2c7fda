{{%AUTOESCAPE context="HTML"}}
<h1 style="font-size:20px;margin:0 0 16px 0">Invoice request {{PAPER_NO}}</h1>
<p style="margin:0 0 12px 0">Please invoice {{CUSTOMER}}. All particulars stand in the attached request. Report the invoice number back under the number of the request.</p>
<p style="margin:0 0 12px 0">Our order number: {{NUMBER}}<br>Customer's order: {{BUYER_ORDER}}<br>Delivery note: {{DELIVERY_NO}}{{#SHIPPED}}<br>Despatched on: {{DATE}}{{/SHIPPED}}{{#PROOF}}<br>Signed note: {{NAME}}{{/PROOF}}{{#TOTAL}}<br>Total with tax: {{GROSS}}{{/TOTAL}}</p>
<p style="margin:0 0 12px 0">{{#GOODS}}{{SKU}} {{NAME}}: {{QUANTITY}}{{#BATCH}}, batch {{CODE}}{{/BATCH}}<br>
{{/GOODS}}</p>
