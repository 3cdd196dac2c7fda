Annulation confirmée {{NUMBER}}

Madame, Monsieur,

{{#CANCELLED_WHOLE}}Votre commande {{BUYER_ORDER}} est annulée. Rien n’en sera livré.{{/CANCELLED_WHOLE}}{{#CANCELLED_REST}}Le reste de votre commande {{BUYER_ORDER}} est annulé. Ce qui a été livré vous reste acquis ; rien d’autre ne viendra.{{/CANCELLED_REST}}

{{#CLERK}}{{CLERK_TEXT}}{{/CLERK}}

Cordialement,
{{SELLER}}
