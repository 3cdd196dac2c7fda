Eingangsbestätigung {{CASE}}

Sehr geehrte Damen und Herren,

wir haben Ihre Bestellung {{BUYER_ORDER}} erhalten und bearbeiten sie.

{{#CLERK}}{{CLERK_TEXT}}{{/CLERK}}

Dies ist noch keine Auftragsbestätigung: Preise und Termine bestätigen wir gesondert.

Mit freundlichen Grüßen
{{SELLER}}
