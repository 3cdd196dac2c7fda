{{%AUTOESCAPE context="HTML"}}
<h1 style="font-size:20px;margin:0 0 16px 0">Refus de commande, dossier {{CASE}}</h1>
<p style="margin:0 0 12px 0">Madame, Monsieur,</p>
<p style="margin:0 0 12px 0">Nous ne pouvons malheureusement pas accepter votre commande {{BUYER_ORDER}}.</p>
<p style="margin:0 0 12px 0"><b>{{W_REASON}}:</b> {{REASON}}</p>
{{#CLERK}}<p style="margin:0 0 12px 0;white-space:pre-line">{{CLERK_TEXT}}</p>
{{/CLERK}}<p style="margin:0 0 12px 0">N’hésitez pas à nous contacter ; nous chercherons une solution avec vous.</p>
<p style="margin:16px 0 0 0">Cordialement,<br>{{SELLER}}</p>
