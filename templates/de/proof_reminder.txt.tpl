Unterschriebener Lieferschein fehlt {{PAPER_NO}}

Der unterschriebene Lieferschein von {{CUSTOMER}} ist nach {{DAYS}} Arbeitstagen noch nicht zurück. Bitte beim Frachtführer oder Kunden anfordern und melden (docs/hand-off.md, proof).

Unsere Auftragsnummer: {{NUMBER}}
Bestellnummer des Kunden: {{BUYER_ORDER}}{{#SHIPPED}}
Versandt am: {{DATE}}{{/SHIPPED}}{{#CARRIER}}
Frachtführer: {{NAME}}{{/CARRIER}}{{#TRACK}}
Sendungsnummer: {{CODE}}{{/TRACK}}
