{{%AUTOESCAPE context="HTML"}}
<h1 style="font-size:20px;margin:0 0 16px 0">Bon de sortie {{PAPER_NO}}</h1>
<p style="margin:0 0 12px 0">Les marchandises pour {{CUSTOMER}} ont quitté l’entrepôt. Le bon de sortie est joint : imprimez-le, signez-le et classez les exemplaires. Il reste dans la maison ; le client reçoit le bon de livraison.</p>
<p style="margin:0 0 12px 0">Notre numéro de commande : {{NUMBER}}<br>Commande du client : {{BUYER_ORDER}}<br>Bon de livraison : {{DELIVERY_NO}}{{#SHIPPED}}<br>Expédié le : {{DATE}}{{/SHIPPED}}{{#CARRIER}}<br>Transporteur : {{NAME}}{{/CARRIER}}{{#TRACK}}<br>Numéro de suivi : {{CODE}}{{/TRACK}}</p>
<p style="margin:0 0 12px 0">{{#GOODS}}{{SKU}} {{NAME}} : {{QUANTITY}}{{#BATCH}}, lot {{CODE}}{{/BATCH}}<br>
{{/GOODS}}</p>
