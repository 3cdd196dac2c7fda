Annulation confirmée {{NUMBER}}

Madame, Monsieur,

Votre commande {{BUYER_ORDER}} est annulée. Rien n’en sera livré.

{{#CLERK}}{{CLERK_TEXT}}{{/CLERK}}

Cordialement,
{{SELLER}}
