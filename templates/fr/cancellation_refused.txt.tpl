Annulation impossible, dossier {{CASE}}

Madame, Monsieur,

Nous ne pouvons pas effectuer votre annulation{{#CHANGE}} {{CHANGE_NO}}{{/CHANGE}} de la commande {{BUYER_ORDER}} : elle est trop avancée. La commande est maintenue. Si vous souhaitez retourner la marchandise, contactez-nous.

{{#WHY}}{{W_REASON}}: {{REASON}}{{/WHY}}

{{#CLERK}}{{CLERK_TEXT}}{{/CLERK}}

Cordialement,
{{SELLER}}
