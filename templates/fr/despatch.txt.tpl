Votre commande {{BUYER_ORDER}} est expédiée

Madame, Monsieur,

Les marchandises ci-dessous ont quitté notre entrepôt. Le bon de livraison est joint.

{{>DESPATCHED}}
Un défaut à l’arrivée ? Notez-le sur la lettre de voiture et répondez à ce message.

Cordialement,
{{SELLER}}
