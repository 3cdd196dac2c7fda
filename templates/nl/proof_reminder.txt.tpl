Getekende pakbon ontbreekt {{PAPER_NO}}

De getekende pakbon van {{CUSTOMER}} is na {{DAYS}} werkdagen nog niet terug. Vraag hem op bij de vervoerder of de klant en meld hem (docs/hand-off.md, proof).

Ons ordernummer: {{NUMBER}}
Bestelnummer van de klant: {{BUYER_ORDER}}{{#SHIPPED}}
Verzonden op: {{DATE}}{{/SHIPPED}}{{#CARRIER}}
Vervoerder: {{NAME}}{{/CARRIER}}{{#TRACK}}
Zendingnummer: {{CODE}}{{/TRACK}}
