Stand Ihrer Bestellung {{BUYER_ORDER}}, Vorgang {{CASE}}

Sehr geehrte Damen und Herren,

Sie haben nach Ihrer Bestellung gefragt. So steht es im Augenblick um sie.

{{>STATUSES}}
{{#CLERK}}{{CLERK_TEXT}}{{/CLERK}}

Diese Übersicht ändert nichts an dem, was wir Ihnen bestätigt haben.

Mit freundlichen Grüßen
{{SELLER}}
