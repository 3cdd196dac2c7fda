Réclamation {{COMPLAINT_NO}}, dossier {{CASE}}

{{#FIRST}}Cette réclamation vous est confiée. Merci de la traiter avant la date indiquée.{{/FIRST}}{{#REMINDER}}Rappel : le délai de cette réclamation expire bientôt.{{/REMINDER}}

Client : {{CUSTOMER}}
{{#ABOUT}}Commande du client : {{BUYER_NUMBER}}
{{/ABOUT}}{{#OURS}}Notre numéro de commande : {{OFFICIAL}}
{{/OURS}}{{#SAID}}Le client écrit : {{WORDS}}
{{/SAID}}{{#AFFECTED}}Concerne : {{NAME}}
{{/AFFECTED}}Cause selon les mots du client (à établir) : {{CAUSE}}
À traiter au plus tard : {{DUE}}

Ne répondez pas au client depuis ce message ; enregistrez le résultat avec : besteld complaints
