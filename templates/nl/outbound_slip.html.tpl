{{%AUTOESCAPE context="HTML"}}
<h1 style="font-size:20px;margin:0 0 16px 0">Uitslagbon {{PAPER_NO}}</h1>
<p style="margin:0 0 12px 0">De goederen voor {{CUSTOMER}} zijn het huis uit. De uitslagbon is bijgevoegd: print hem, teken hem en berg de exemplaren op. Hij blijft in huis; de klant krijgt de pakbon.</p>
<p style="margin:0 0 12px 0">Ons ordernummer: {{NUMBER}}<br>Bestelnummer van de klant: {{BUYER_ORDER}}<br>Pakbon: {{DELIVERY_NO}}{{#SHIPPED}}<br>Verzonden op: {{DATE}}{{/SHIPPED}}{{#CARRIER}}<br>Vervoerder: {{NAME}}{{/CARRIER}}{{#TRACK}}<br>Zendingnummer: {{CODE}}{{/TRACK}}</p>
<p style="margin:0 0 12px 0">{{#GOODS}}{{SKU}} {{NAME}}: {{QUANTITY}}{{#BATCH}}, partij {{CODE}}{{/BATCH}}<br>
{{/GOODS}}</p>
