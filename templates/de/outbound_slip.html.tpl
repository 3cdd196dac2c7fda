{{%AUTOESCAPE context="HTML"}}
<h1 style="font-size:20px;margin:0 0 16px 0">Warenausgangsschein {{PAPER_NO}}</h1>
<p style="margin:0 0 12px 0">Die Ware für {{CUSTOMER}} hat das Haus verlassen. Der Warenausgangsschein liegt bei: bitte drucken, unterschreiben und die Exemplare ablegen. Er bleibt im Haus; der Kunde erhält den Lieferschein.</p>
<p style="margin:0 0 12px 0">Unsere Auftragsnummer: {{NUMBER}}<br>Bestellnummer des Kunden: {{BUYER_ORDER}}<br>Lieferschein: {{DELIVERY_NO}}{{#SHIPPED}}<br>Versandt am: {{DATE}}{{/SHIPPED}}{{#CARRIER}}<br>Frachtführer: {{NAME}}{{/CARRIER}}{{#TRACK}}<br>Sendungsnummer: {{CODE}}{{/TRACK}}</p>
<p style="margin:0 0 12px 0">{{#GOODS}}{{SKU}} {{NAME}}: {{QUANTITY}}{{#BATCH}}, Charge {{CODE}}{{/BATCH}}<br>
{{/GOODS}}</p>
