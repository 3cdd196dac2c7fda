Nous devons annuler votre commande : {{NUMBER}}

Madame, Monsieur,

Nous regrettons de ne pas pouvoir livrer votre commande {{BUYER_ORDER}}. Nous l’avons annulée ; vous n’avez rien à faire.

{{#WHY}}{{W_REASON}}: {{REASON}}{{/WHY}}

{{#CLERK}}{{CLERK_TEXT}}{{/CLERK}}

Cordialement,
{{SELLER}}
