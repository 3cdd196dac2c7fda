Ihre Meldung {{COMPLAINT_NO}}

Sehr geehrte Damen und Herren,

Wir haben Ihre Meldung registriert unter der Nummer {{COMPLAINT_NO}}.

{{#ABOUT}}Sie betrifft Ihre Bestellung: {{BUYER_NUMBER}}
{{/ABOUT}}{{#SAID}}Sie schrieben: {{WORDS}}
{{/SAID}}{{#AFFECTED}}Betroffen: {{NAME}}
{{/AFFECTED}}In Bearbeitung bei: {{HANDLER}}
Sie hören von uns spätestens: {{DUE}}

{{#CLERK}}{{CLERK_TEXT}}{{/CLERK}}

Wir prüfen die Meldung und teilen Ihnen das Ergebnis mit. Diese Eingangsbestätigung ist noch keine Bewertung.

Vorgang: {{CASE}}

Mit freundlichen Grüßen
{{SELLER}}
