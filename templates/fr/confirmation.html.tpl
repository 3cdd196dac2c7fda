{{%AUTOESCAPE context="HTML"}}
<h1 style="font-size:20px;margin:0 0 16px 0">Confirmation de commande {{NUMBER}}</h1>
<p style="margin:0 0 12px 0">Madame, Monsieur,</p>
<p style="margin:0 0 12px 0">Nous confirmons votre commande {{BUYER_ORDER}}.</p>
{{#CHANGED}}<p style="margin:0 0 12px 0">Votre modification{{#CHANGE}} {{CHANGE_NO}}{{/CHANGE}} est {{#IN_PART}}partiellement {{/IN_PART}}prise en compte ; cette confirmation remplace la précédente.</p>
{{/CHANGED}}{{>DEVIATIONS}}
{{>HEADER}}
{{>LINES}}
{{#CLERK}}<p style="margin:0 0 12px 0;white-space:pre-line">{{CLERK_TEXT}}</p>
{{/CLERK}}<p style="margin:16px 0 0 0">Cordialement,<br>{{SELLER}}</p>
