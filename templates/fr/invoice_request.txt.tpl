Demande de facturation {{PAPER_NO}}

Merci de facturer {{CUSTOMER}}. Toutes les indications figurent dans la demande jointe. Merci de communiquer le numéro de facture sous le numéro de la demande.

Notre numéro de commande : {{NUMBER}}
Commande du client : {{BUYER_ORDER}}
Bon de livraison : {{DELIVERY_NO}}{{#SHIPPED}}
Expédié le : {{DATE}}{{/SHIPPED}}{{#PROOF}}
Signé : {{NAME}}{{/PROOF}}{{#TOTAL}}
Total TTC : {{GROSS}}{{/TOTAL}}

{{#GOODS}}{{SKU}} {{NAME}} : {{QUANTITY}}{{#BATCH}}, lot {{CODE}}{{/BATCH}}
{{/GOODS}}