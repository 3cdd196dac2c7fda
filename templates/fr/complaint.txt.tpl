Votre signalement {{COMPLAINT_NO}}

Madame, Monsieur,

Nous avons enregistré votre signalement sous le numéro {{COMPLAINT_NO}}.

{{#ABOUT}}Il concerne votre commande : {{BUYER_NUMBER}}
{{/ABOUT}}{{#SAID}}Vous écriviez : {{WORDS}}
{{/SAID}}{{#AFFECTED}}Concerne : {{NAME}}
{{/AFFECTED}}Traité par : {{HANDLER}}
Vous aurez de nos nouvelles au plus tard : {{DUE}}

{{#CLERK}}{{CLERK_TEXT}}{{/CLERK}}

Nous examinons votre signalement et vous en communiquerons le résultat. Cet accusé de réception n’est pas encore une appréciation.

Dossier : {{CASE}}

Cordialement,
{{SELLER}}
