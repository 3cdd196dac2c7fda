{{%AUTOESCAPE context="HTML"}}
<h1 style="font-size:20px;margin:0 0 16px 0">Klacht {{COMPLAINT_NO}}, dossier {{CASE}}</h1>
<p style="margin:0 0 12px 0">{{#FIRST}}Deze klacht is aan u toegewezen. Handel haar af voor de genoemde datum.{{/FIRST}}{{#REMINDER}}Herinnering: de termijn van deze klacht loopt bijna af.{{/REMINDER}}</p>
<p style="margin:0 0 12px 0">Klant: {{CUSTOMER}}{{#ABOUT}}<br>Bestelling van de klant: {{BUYER_NUMBER}}{{/ABOUT}}{{#OURS}}<br>Ons ordernummer: {{OFFICIAL}}{{/OURS}}</p>
{{#SAID}}<p style="margin:0 0 12px 0">De klant schreef: {{WORDS}}</p>
{{/SAID}}{{#AFFECTED}}<p style="margin:0 0 12px 0">Het betreft: {{NAME}}</p>
{{/AFFECTED}}<p style="margin:0 0 12px 0">Oorzaak volgens de woorden van de klant (nog vast te stellen): {{CAUSE}}<br>Af te handelen uiterlijk: {{DUE}}</p>
<p style="margin:0 0 12px 0">Antwoord de klant niet zelf op deze e-mail; leg de uitkomst vast met: besteld complaints</p>
