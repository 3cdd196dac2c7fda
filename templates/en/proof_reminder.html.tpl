{{%AUTOESCAPE context="HTML"}}
<h1 style="font-size:20px;margin:0 0 16px 0">Signed delivery note missing {{PAPER_NO}}</h1>
<p style="margin:0 0 12px 0">The signed delivery note of {{CUSTOMER}} has not come back within {{DAYS}} working days. Please ask the carrier or the customer for it and report it (docs/hand-off.md, proof).</p>
<p style="margin:0 0 12px 0">Our order number: {{NUMBER}}<br>Customer's order: {{BUYER_ORDER}}{{#SHIPPED}}<br>Despatched on: {{DATE}}{{/SHIPPED}}{{#CARRIER}}<br>Carrier: {{NAME}}{{/CARRIER}}{{#TRACK}}<br>Tracking number: {{CODE}}{{/TRACK}}</p>
