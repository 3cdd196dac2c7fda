{{%AUTOESCAPE context="HTML"}}
<h1 style="font-size:20px;margin:0 0 16px 0">Annulation confirmée {{NUMBER}}</h1>
<p style="margin:0 0 12px 0">Madame, Monsieur,</p>
<p style="margin:0 0 12px 0">{{#CANCELLED_WHOLE}}Votre commande {{BUYER_ORDER}} est annulée. Rien n’en sera livré.{{/CANCELLED_WHOLE}}{{#CANCELLED_REST}}Le reste de votre commande {{BUYER_ORDER}} est annulé. Ce qui a été livré vous reste acquis ; rien d’autre ne viendra.{{/CANCELLED_REST}}</p>
{{#CLERK}}<p style="margin:0 0 12px 0;white-space:pre-line">{{CLERK_TEXT}}</p>
{{/CLERK}}<p style="margin:16px 0 0 0">Cordialement,<br>{{SELLER}}</p>
