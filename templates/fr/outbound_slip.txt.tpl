Bon de sortie {{PAPER_NO}}

Les marchandises pour {{CUSTOMER}} ont quitté l’entrepôt. Le bon de sortie est joint : imprimez-le, signez-le et classez les exemplaires. Il reste dans la maison ; le client reçoit le bon de livraison.

Notre numéro de commande : {{NUMBER}}
Commande du client : {{BUYER_ORDER}}
Bon de livraison : {{DELIVERY_NO}}{{#SHIPPED}}
Expédié le : {{DATE}}{{/SHIPPED}}{{#CARRIER}}
Transporteur : {{NAME}}{{/CARRIER}}{{#TRACK}}
Numéro de suivi : {{CODE}}{{/TRACK}}

{{#GOODS}}{{SKU}} {{NAME}} : {{QUANTITY}}{{#BATCH}}, lot {{CODE}}{{/BATCH}}
{{/GOODS}}