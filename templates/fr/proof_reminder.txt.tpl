Bon de livraison signé manquant {{PAPER_NO}}

Le bon de livraison signé de {{CUSTOMER}} n’est pas revenu après {{DAYS}} jours ouvrés. Merci de le demander au transporteur ou au client et de le déclarer (docs/hand-off.md, proof).

Notre numéro de commande : {{NUMBER}}
Commande du client : {{BUYER_ORDER}}{{#SHIPPED}}
Expédié le : {{DATE}}{{/SHIPPED}}{{#CARRIER}}
Transporteur : {{NAME}}{{/CARRIER}}{{#TRACK}}
Numéro de suivi : {{CODE}}{{/TRACK}}
