État de votre commande {{BUYER_ORDER}}, dossier {{CASE}}

Madame, Monsieur,

Vous nous avez demandé où en est votre commande. Voici son état actuel.

{{>STATUSES}}
{{#CLERK}}{{CLERK_TEXT}}{{/CLERK}}

Cet aperçu ne change rien à ce que nous vous avons confirmé.

Cordialement,
{{SELLER}}
