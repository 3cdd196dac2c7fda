Goods issue slip {{PAPER_NO}}

The goods for {{CUSTOMER}} have left the house. The goods issue slip is attached: print it, sign it and file its copies. It stays in the house; the customer gets the delivery note.

Our order number: {{NUMBER}}
Customer's order: {{BUYER_ORDER}}
Delivery note: {{DELIVERY_NO}}{{#SHIPPED}}
Despatched on: {{DATE}}{{/SHIPPED}}{{#CARRIER}}
Carrier: {{NAME}}{{/CARRIER}}{{#TRACK}}
Tracking number: {{CODE}}{{/TRACK}}

{{#GOODS}}{{SKU}} {{NAME}}: {{QUANTITY}}{{#BATCH}}, batch {{CODE}}{{/BATCH}}
{{/GOODS}}