Klacht {{COMPLAINT_NO}}, dossier {{CASE}}

{{#FIRST}}Deze klacht is aan u toegewezen. Handel haar af voor de genoemde datum.{{/FIRST}}{{#REMINDER}}Herinnering: de termijn van deze klacht loopt bijna af.{{/REMINDER}}

Klant: {{CUSTOMER}}
{{#ABOUT}}Bestelling van de klant: {{BUYER_NUMBER}}
{{/ABOUT}}{{#OURS}}Ons ordernummer: {{OFFICIAL}}
{{/OURS}}{{#SAID}}De klant schreef: {{WORDS}}
{{/SAID}}{{#AFFECTED}}Het betreft: {{NAME}}
{{/AFFECTED}}Oorzaak volgens de woorden van de klant (nog vast te stellen): {{CAUSE}}
Af te handelen uiterlijk: {{DUE}}

Antwoord de klant niet zelf op deze e-mail; leg de uitkomst vast met: besteld complaints
