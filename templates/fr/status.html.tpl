{{%AUTOESCAPE context="HTML"}}
<h1 style="font-size:20px;margin:0 0 16px 0">État de votre commande {{BUYER_ORDER}}, dossier {{CASE}}</h1>
<p style="margin:0 0 12px 0">Madame, Monsieur,</p>
<p style="margin:0 0 12px 0">Vous nous avez demandé où en est votre commande. Voici son état actuel.</p>
{{>STATUSES}}
{{#CLERK}}<p style="margin:0 0 12px 0;white-space:pre-line">{{CLERK_TEXT}}</p>
{{/CLERK}}<p style="margin:0 0 12px 0">Cet aperçu ne change rien à ce que nous vous avons confirmé.</p>
<p style="margin:16px 0 0 0">Cordialement,<br>{{SELLER}}</p>
