{{%AUTOESCAPE context="HTML"}}
<h1 style="font-size:20px;margin:0 0 16px 0">Al ontvangen: order {{NUMBER}}</h1>
<p style="margin:0 0 12px 0">Geachte relatie,</p>
<p style="margin:0 0 12px 0">Uw bestelling {{BUYER_ORDER}} hebben wij al eerder ontvangen. Zij staat bij ons geregistreerd als {{NUMBER}}; er is geen tweede order gemaakt.</p>
{{#CLERK}}<p style="margin:0 0 12px 0;white-space:pre-line">{{CLERK_TEXT}}</p>
{{/CLERK}}<p style="margin:0 0 12px 0">Wilt u iets wijzigen, antwoord dan op deze mail.</p>
<p style="margin:16px 0 0 0">Met vriendelijke groet,<br>{{SELLER}}</p>
