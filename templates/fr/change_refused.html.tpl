{{%AUTOESCAPE context="HTML"}}
<h1 style="font-size:20px;margin:0 0 16px 0">Modification impossible, dossier {{CASE}}</h1>
<p style="margin:0 0 12px 0">Madame, Monsieur,</p>
<p style="margin:0 0 12px 0">Nous ne pouvons pas effectuer votre modification{{#CHANGE}} {{CHANGE_NO}}{{/CHANGE}} de la commande {{BUYER_ORDER}}. La commande reste telle qu’elle était.</p>
{{#WHY}}<p style="margin:0 0 12px 0"><b>{{W_REASON}}:</b> {{REASON}}</p>
{{/WHY}}{{#CLERK}}<p style="margin:0 0 12px 0;white-space:pre-line">{{CLERK_TEXT}}</p>
{{/CLERK}}<p style="margin:16px 0 0 0">Cordialement,<br>{{SELLER}}</p>
