{{%AUTOESCAPE context="HTML"}}
<h1 style="font-size:20px;margin:0 0 16px 0">Bon de livraison signé manquant {{PAPER_NO}}</h1>
<p style="margin:0 0 12px 0">Le bon de livraison signé de {{CUSTOMER}} n’est pas revenu après {{DAYS}} jours ouvrés. Merci de le demander au transporteur ou au client et de le déclarer (docs/hand-off.md, proof).</p>
<p style="margin:0 0 12px 0">Notre numéro de commande : {{NUMBER}}<br>Commande du client : {{BUYER_ORDER}}{{#SHIPPED}}<br>Expédié le : {{DATE}}{{/SHIPPED}}{{#CARRIER}}<br>Transporteur : {{NAME}}{{/CARRIER}}{{#TRACK}}<br>Numéro de suivi : {{CODE}}{{/TRACK}}</p>
