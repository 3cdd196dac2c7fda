Rechnungsanforderung {{PAPER_NO}}

Bitte {{CUSTOMER}} fakturieren. Alle Angaben stehen in der beiliegenden Anforderung. Bitte die Rechnungsnummer unter der Nummer der Anforderung zurückmelden.

Unsere Auftragsnummer: {{NUMBER}}
Bestellnummer des Kunden: {{BUYER_ORDER}}
Lieferschein: {{DELIVERY_NO}}{{#SHIPPED}}
Versandt am: {{DATE}}{{/SHIPPED}}{{#PROOF}}
Unterschrieben: {{NAME}}{{/PROOF}}{{#TOTAL}}
Gesamtbetrag mit Steuer: {{GROSS}}{{/TOTAL}}

{{#GOODS}}{{SKU}} {{NAME}}: {{QUANTITY}}{{#BATCH}}, Charge {{CODE}}{{/BATCH}}
{{/GOODS}}