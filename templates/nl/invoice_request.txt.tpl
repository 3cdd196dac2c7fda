Factuuraanvraag {{PAPER_NO}}

Graag factureren aan {{CUSTOMER}}. Alle gegevens staan in de bijgevoegde aanvraag. Meld het factuurnummer terug onder het nummer van de aanvraag.

Ons ordernummer: {{NUMBER}}
Bestelnummer van de klant: {{BUYER_ORDER}}
Pakbon: {{DELIVERY_NO}}{{#SHIPPED}}
Verzonden op: {{DATE}}{{/SHIPPED}}{{#PROOF}}
Getekend: {{NAME}}{{/PROOF}}{{#TOTAL}}
Totaal met btw: {{GROSS}}{{/TOTAL}}

{{#GOODS}}{{SKU}} {{NAME}}: {{QUANTITY}}{{#BATCH}}, partij {{CODE}}{{/BATCH}}
{{/GOODS}}