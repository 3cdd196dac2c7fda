{{%AUTOESCAPE context="HTML"}}
<h1 style="font-size:20px;margin:0 0 16px 0">Proposition {{NUMBER}} : confirmation modifiée, votre accord est nécessaire</h1>
<p style="margin:0 0 12px 0">Madame, Monsieur,</p>
<p style="margin:0 0 12px 0">Nous pouvons livrer votre commande {{BUYER_ORDER}} avec les écarts suivants.</p>
{{#CHANGED}}<p style="margin:0 0 12px 0">Votre modification{{#CHANGE}} {{CHANGE_NO}}{{/CHANGE}} est {{#IN_PART}}partiellement {{/IN_PART}}prise en compte ; cette confirmation remplace la précédente.</p>
{{/CHANGED}}{{>DEVIATIONS}}
{{#EXPLICIT}}<p style="margin:0 0 12px 0"><b>Êtes-vous d’accord ? Répondez alors « d’accord » à ce message au plus tard le {{ANSWER_BY}}. Sans votre accord, nous ne livrons pas.</b></p>
{{/EXPLICIT}}{{#SILENT}}<p style="margin:0 0 12px 0"><b>Sans réponse de votre part au {{ANSWER_BY}}, votre accord est réputé donné, comme convenu.</b></p>
{{/SILENT}}{{>HEADER}}
{{>LINES}}
{{#CLERK}}<p style="margin:0 0 12px 0;white-space:pre-line">{{CLERK_TEXT}}</p>
{{/CLERK}}<p style="margin:16px 0 0 0">Cordialement,<br>{{SELLER}}</p>
