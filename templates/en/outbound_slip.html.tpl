{{%AUTOESCAPE context="HTML"}}
<h1 style="font-size:20px;margin:0 0 16px 0">Goods issue slip {{PAPER_NO}}</h1>
<p style="margin:0 0 12px 0">The goods for {{CUSTOMER}} have left the house. The goods issue slip is attached: print it, sign it and file its copies. It stays in the house; the customer gets the delivery note.</p>
<p style="margin:0 0 12px 0">Our order number: {{NUMBER}}<br>Customer's order: {{BUYER_ORDER}}<br>Delivery note: {{DELIVERY_NO}}{{#SHIPPED}}<br>Despatched on: {{DATE}}{{/SHIPPED}}{{#CARRIER}}<br>Carrier: {{NAME}}{{/CARRIER}}{{#TRACK}}<br>Tracking number: {{CODE}}{{/TRACK}}</p>
<p style="margin:0 0 12px 0">{{#GOODS}}{{SKU}} {{NAME}}: {{QUANTITY}}{{#BATCH}}, batch {{CODE}}{{/BATCH}}<br>
{{/GOODS}}</p>
