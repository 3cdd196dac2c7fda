{{%AUTOESCAPE context="HTML"}}
<h1 style="font-size:20px;margin:0 0 16px 0">Getekende pakbon ontbreekt {{PAPER_NO}}</h1>
<p style="margin:0 0 12px 0">De getekende pakbon van {{CUSTOMER}} is na {{DAYS}} werkdagen nog niet terug. Vraag hem op bij de vervoerder of de klant en meld hem (docs/hand-off.md, proof).</p>
<p style="margin:0 0 12px 0">Ons ordernummer: {{NUMBER}}<br>Bestelnummer van de klant: {{BUYER_ORDER}}{{#SHIPPED}}<br>Verzonden op: {{DATE}}{{/SHIPPED}}{{#CARRIER}}<br>Vervoerder: {{NAME}}{{/CARRIER}}{{#TRACK}}<br>Zendingnummer: {{CODE}}{{/TRACK}}</p>
