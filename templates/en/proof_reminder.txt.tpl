Signed delivery note missing {{PAPER_NO}}

The signed delivery note of {{CUSTOMER}} has not come back within {{DAYS}} working days. Please ask the carrier or the customer for it and report it (docs/hand-off.md, proof).

Our order number: {{NUMBER}}
Customer's order: {{BUYER_ORDER}}{{#SHIPPED}}
Despatched on: {{DATE}}{{/SHIPPED}}{{#CARRIER}}
Carrier: {{NAME}}{{/CARRIER}}{{#TRACK}}
Tracking number: {{CODE}}{{/TRACK}}
