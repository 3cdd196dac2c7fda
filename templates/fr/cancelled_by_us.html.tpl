{{%AUTOESCAPE context="HTML"}}
<h1 style="font-size:20px;margin:0 0 16px 0">Nous devons annuler votre commande : {{NUMBER}}</h1>
<p style="margin:0 0 12px 0">Madame, Monsieur,</p>
<p style="margin:0 0 12px 0">Nous regrettons de ne pas pouvoir livrer votre commande {{BUYER_ORDER}}. Nous l’avons annulée ; vous n’avez rien à faire.</p>
{{#WHY}}<p style="margin:0 0 12px 0"><b>{{W_REASON}}:</b> {{REASON}}</p>
{{/WHY}}{{#CLERK}}<p style="margin:0 0 12px 0;white-space:pre-line">{{CLERK_TEXT}}</p>
{{/CLERK}}<p style="margin:16px 0 0 0">Cordialement,<br>{{SELLER}}</p>
