{{%AUTOESCAPE context="HTML"}}
<h1 style="font-size:20px;margin:0 0 16px 0">Réclamation {{COMPLAINT_NO}}, dossier {{CASE}}</h1>
<p style="margin:0 0 12px 0">{{#FIRST}}Cette réclamation vous est confiée. Merci de la traiter avant la date indiquée.{{/FIRST}}{{#REMINDER}}Rappel : le délai de cette réclamation expire bientôt.{{/REMINDER}}</p>
<p style="margin:0 0 12px 0">Client : {{CUSTOMER}}{{#ABOUT}}<br>Commande du client : {{BUYER_NUMBER}}{{/ABOUT}}{{#OURS}}<br>Notre numéro de commande : {{OFFICIAL}}{{/OURS}}</p>
{{#SAID}}<p style="margin:0 0 12px 0">Le client écrit : {{WORDS}}</p>
{{/SAID}}{{#AFFECTED}}<p style="margin:0 0 12px 0">Concerne : {{NAME}}</p>
{{/AFFECTED}}<p style="margin:0 0 12px 0">Cause selon les mots du client (à établir) : {{CAUSE}}<br>À traiter au plus tard : {{DUE}}</p>
<p style="margin:0 0 12px 0">Ne répondez pas au client depuis ce message ; enregistrez le résultat avec : besteld complaints</p>
