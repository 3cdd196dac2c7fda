Uitslagbon {{PAPER_NO}}

De goederen voor {{CUSTOMER}} zijn het huis uit. De uitslagbon is bijgevoegd: print hem, teken hem en berg de exemplaren op. Hij blijft in huis; de klant krijgt de pakbon.

Ons ordernummer: {{NUMBER}}
Bestelnummer van de klant: {{BUYER_ORDER}}
Pakbon: {{DELIVERY_NO}}{{#SHIPPED}}
Verzonden op: {{DATE}}{{/SHIPPED}}{{#CARRIER}}
Vervoerder: {{NAME}}{{/CARRIER}}{{#TRACK}}
Zendingnummer: {{CODE}}{{/TRACK}}

{{#GOODS}}{{SKU}} {{NAME}}: {{QUANTITY}}{{#BATCH}}, partij {{CODE}}{{/BATCH}}
{{/GOODS}}