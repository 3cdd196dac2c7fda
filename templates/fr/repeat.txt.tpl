Déjà reçue : commande {{NUMBER}}

Madame, Monsieur,

Nous avions déjà reçu votre commande {{BUYER_ORDER}}. Elle est enregistrée sous {{NUMBER}} ; aucune seconde commande n’a été créée.

{{#CLERK}}{{CLERK_TEXT}}{{/CLERK}}

Pour toute modification, répondez à ce message.

Cordialement,
{{SELLER}}
