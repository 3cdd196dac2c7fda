{{%AUTOESCAPE context="HTML"}}
<h1 style="font-size:20px;margin:0 0 16px 0">Accusé de réception {{CASE}}</h1>
<p style="margin:0 0 12px 0">Madame, Monsieur,</p>
<p style="margin:0 0 12px 0">Nous avons bien reçu votre commande {{BUYER_ORDER}} et la traitons.</p>
{{#CLERK}}<p style="margin:0 0 12px 0;white-space:pre-line">{{CLERK_TEXT}}</p>
{{/CLERK}}<p style="margin:0 0 12px 0">Ceci n’est pas une confirmation de commande : prix et dates seront confirmés séparément.</p>
<p style="margin:16px 0 0 0">Cordialement,<br>{{SELLER}}</p>
