{{%AUTOESCAPE context="HTML"}}
<h1 style="font-size:20px;margin:0 0 16px 0">Demande de facturation {{PAPER_NO}}</h1>
<p style="margin:0 0 12px 0">Merci de facturer {{CUSTOMER}}. Toutes les indications figurent dans la demande jointe. Merci de communiquer le numéro de facture sous le numéro de la demande.</p>
<p style="margin:0 0 12px 0">Notre numéro de commande : {{NUMBER}}<br>Commande du client : {{BUYER_ORDER}}<br>Bon de livraison : {{DELIVERY_NO}}{{#SHIPPED}}<br>Expédié le : {{DATE}}{{/SHIPPED}}{{#PROOF}}<br>Signé : {{NAME}}{{/PROOF}}{{#TOTAL}}<br>Total TTC : {{GROSS}}{{/TOTAL}}</p>
<p style="margin:0 0 12px 0">{{#GOODS}}{{SKU}} {{NAME}} : {{QUANTITY}}{{#BATCH}}, lot {{CODE}}{{/BATCH}}<br>
{{/GOODS}}</p>
