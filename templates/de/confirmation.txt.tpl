Auftragsbestätigung {{NUMBER}}

Sehr geehrte Damen und Herren,

wir bestätigen Ihre Bestellung {{BUYER_ORDER}}.

{{>DEVIATIONS}}
{{>HEADER}}
{{>LINES}}
{{#CLERK}}{{CLERK_TEXT}}{{/CLERK}}

Mit freundlichen Grüßen
{{SELLER}}
