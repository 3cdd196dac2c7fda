Warenausgangsschein {{PAPER_NO}}

Die Ware für {{CUSTOMER}} hat das Haus verlassen. Der Warenausgangsschein liegt bei: bitte drucken, unterschreiben und die Exemplare ablegen. Er bleibt im Haus; der Kunde erhält den Lieferschein.

Unsere Auftragsnummer: {{NUMBER}}
Bestellnummer des Kunden: {{BUYER_ORDER}}
Lieferschein: {{DELIVERY_NO}}{{#SHIPPED}}
Versandt am: {{DATE}}{{/SHIPPED}}{{#CARRIER}}
Frachtführer: {{NAME}}{{/CARRIER}}{{#TRACK}}
Sendungsnummer: {{CODE}}{{/TRACK}}

{{#GOODS}}{{SKU}} {{NAME}}: {{QUANTITY}}{{#BATCH}}, Charge {{CODE}}{{/BATCH}}
{{/GOODS}}