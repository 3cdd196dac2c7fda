{{%AUTOESCAPE context="HTML"}}
<h1 style="font-size:20px;margin:0 0 16px 0">Rechnungsanforderung {{PAPER_NO}}</h1>
<p style="margin:0 0 12px 0">Bitte {{CUSTOMER}} fakturieren. Alle Angaben stehen in der beiliegenden Anforderung. Bitte die Rechnungsnummer unter der Nummer der Anforderung zurückmelden.</p>
<p style="margin:0 0 12px 0">Unsere Auftragsnummer: {{NUMBER}}<br>Bestellnummer des Kunden: {{BUYER_ORDER}}<br>Lieferschein: {{DELIVERY_NO}}{{#SHIPPED}}<br>Versandt am: {{DATE}}{{/SHIPPED}}{{#PROOF}}<br>Unterschrieben: {{NAME}}{{/PROOF}}{{#TOTAL}}<br>Gesamtbetrag mit Steuer: {{GROSS}}{{/TOTAL}}</p>
<p style="margin:0 0 12px 0">{{#GOODS}}{{SKU}} {{NAME}}: {{QUANTITY}}{{#BATCH}}, Charge {{CODE}}{{/BATCH}}<br>
{{/GOODS}}</p>
