{{%AUTOESCAPE context="HTML"}}
<h1 style="font-size:20px;margin:0 0 16px 0">Reklamation {{COMPLAINT_NO}}, Vorgang {{CASE}}</h1>
<p style="margin:0 0 12px 0">{{#FIRST}}Diese Reklamation wurde Ihnen zugewiesen. Bitte bis zum genannten Tag bearbeiten.{{/FIRST}}{{#REMINDER}}Erinnerung: Die Frist dieser Reklamation läuft bald ab.{{/REMINDER}}</p>
<p style="margin:0 0 12px 0">Kunde: {{CUSTOMER}}{{#ABOUT}}<br>Bestellung des Kunden: {{BUYER_NUMBER}}{{/ABOUT}}{{#OURS}}<br>Unsere Auftragsnummer: {{OFFICIAL}}{{/OURS}}</p>
{{#SAID}}<p style="margin:0 0 12px 0">Der Kunde schrieb: {{WORDS}}</p>
{{/SAID}}{{#AFFECTED}}<p style="margin:0 0 12px 0">Betroffen: {{NAME}}</p>
{{/AFFECTED}}<p style="margin:0 0 12px 0">Ursache nach den Worten des Kunden (noch festzustellen): {{CAUSE}}<br>Zu bearbeiten bis: {{DUE}}</p>
<p style="margin:0 0 12px 0">Antworten Sie dem Kunden nicht aus dieser E-Mail; halten Sie das Ergebnis fest mit: besteld complaints</p>
