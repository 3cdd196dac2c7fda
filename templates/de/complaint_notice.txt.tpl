Reklamation {{COMPLAINT_NO}}, Vorgang {{CASE}}

{{#FIRST}}Diese Reklamation wurde Ihnen zugewiesen. Bitte bis zum genannten Tag bearbeiten.{{/FIRST}}{{#REMINDER}}Erinnerung: Die Frist dieser Reklamation läuft bald ab.{{/REMINDER}}

Kunde: {{CUSTOMER}}
{{#ABOUT}}Bestellung des Kunden: {{BUYER_NUMBER}}
{{/ABOUT}}{{#OURS}}Unsere Auftragsnummer: {{OFFICIAL}}
{{/OURS}}{{#SAID}}Der Kunde schrieb: {{WORDS}}
{{/SAID}}{{#AFFECTED}}Betroffen: {{NAME}}
{{/AFFECTED}}Ursache nach den Worten des Kunden (noch festzustellen): {{CAUSE}}
Zu bearbeiten bis: {{DUE}}

Antworten Sie dem Kunden nicht aus dieser E-Mail; halten Sie das Ergebnis fest mit: besteld complaints
