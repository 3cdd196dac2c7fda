{{%AUTOESCAPE context="HTML"}}
<h1 style="font-size:20px;margin:0 0 16px 0">Factuuraanvraag {{PAPER_NO}}</h1>
<p style="margin:0 0 12px 0">Graag factureren aan {{CUSTOMER}}. Alle gegevens staan in de bijgevoegde aanvraag. Meld het factuurnummer terug onder het nummer van de aanvraag.</p>
<p style="margin:0 0 12px 0">Ons ordernummer: {{NUMBER}}<br>Bestelnummer van de klant: {{BUYER_ORDER}}<br>Pakbon: {{DELIVERY_NO}}{{#SHIPPED}}<br>Verzonden op: {{DATE}}{{/SHIPPED}}{{#PROOF}}<br>Getekend: {{NAME}}{{/PROOF}}{{#TOTAL}}<br>Totaal met btw: {{GROSS}}{{/TOTAL}}</p>
<p style="margin:0 0 12px 0">{{#GOODS}}{{SKU}} {{NAME}}: {{QUANTITY}}{{#BATCH}}, partij {{CODE}}{{/BATCH}}<br>
{{/GOODS}}</p>
