{{%AUTOESCAPE context="HTML"}}
<h1 style="font-size:20px;margin:0 0 16px 0">Votre commande {{BUYER_ORDER}} est expédiée</h1>
<p style="margin:0 0 12px 0">Madame, Monsieur,</p>
<p style="margin:0 0 12px 0">Les marchandises ci-dessous ont quitté notre entrepôt. Le bon de livraison est joint.</p>
{{>DESPATCHED}}
<p style="margin:0 0 12px 0">Un défaut à l’arrivée ? Notez-le sur la lettre de voiture et répondez à ce message.</p>
<p style="margin:16px 0 0 0">Cordialement,<br>{{SELLER}}</p>
