{{%AUTOESCAPE context="HTML"}}
<h1 style="font-size:20px;margin:0 0 16px 0">Déjà reçue : commande {{NUMBER}}</h1>
<p style="margin:0 0 12px 0">Madame, Monsieur,</p>
<p style="margin:0 0 12px 0">Nous avions déjà reçu votre commande {{BUYER_ORDER}}. Elle est enregistrée sous {{NUMBER}} ; aucune seconde commande n’a été créée.</p>
{{#CLERK}}<p style="margin:0 0 12px 0;white-space:pre-line">{{CLERK_TEXT}}</p>
{{/CLERK}}<p style="margin:0 0 12px 0">Pour toute modification, répondez à ce message.</p>
<p style="margin:16px 0 0 0">Cordialement,<br>{{SELLER}}</p>
