{{%AUTOESCAPE context="HTML"}}
<h1 style="font-size:20px;margin:0 0 16px 0">Unterschriebener Lieferschein fehlt {{PAPER_NO}}</h1>
<p style="margin:0 0 12px 0">Der unterschriebene Lieferschein von {{CUSTOMER}} ist nach {{DAYS}} Arbeitstagen noch nicht zurück. Bitte beim Frachtführer oder Kunden anfordern und melden (docs/hand-off.md, proof).</p>
<p style="margin:0 0 12px 0">Unsere Auftragsnummer: {{NUMBER}}<br>Bestellnummer des Kunden: {{BUYER_ORDER}}{{#SHIPPED}}<br>Versandt am: {{DATE}}{{/SHIPPED}}{{#CARRIER}}<br>Frachtführer: {{NAME}}{{/CARRIER}}{{#TRACK}}<br>Sendungsnummer: {{CODE}}{{/TRACK}}</p>
