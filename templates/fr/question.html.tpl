{{%AUTOESCAPE context="HTML"}}
<h1 style="font-size:20px;margin:0 0 16px 0">Question sur votre commande, dossier {{CASE}}</h1>
<p style="margin:0 0 12px 0">Madame, Monsieur,</p>
<p style="margin:0 0 12px 0">Avant de confirmer votre commande {{BUYER_ORDER}}, nous avons une question.</p>
{{>QUESTIONS}}
{{#ANSWER}}<p style="margin:0 0 12px 0"><b>{{W_ANSWER_BY}}: {{ANSWER_BY}}</b></p>
{{/ANSWER}}{{#CLERK}}<p style="margin:0 0 12px 0;white-space:pre-line">{{CLERK_TEXT}}</p>
{{/CLERK}}<p style="margin:0 0 12px 0">Sans votre réponse, nous ne pouvons pas confirmer la commande.</p>
<p style="margin:16px 0 0 0">Cordialement,<br>{{SELLER}}</p>
