Voorstel {{NUMBER}}: gewijzigde bevestiging, uw akkoord gevraagd

Geachte relatie,

Wij kunnen uw bestelling {{BUYER_ORDER}} leveren met de hieronder genoemde afwijkingen.

{{#CHANGED}}Uw wijziging{{#CHANGE}} {{CHANGE_NO}}{{/CHANGE}} is {{#IN_PART}}deels {{/IN_PART}}verwerkt; deze bevestiging vervangt de vorige.{{/CHANGED}}

{{>DEVIATIONS}}
{{#EXPLICIT}}Gaat u akkoord? Antwoord dan uiterlijk {{ANSWER_BY}} op deze mail met "akkoord". Zonder uw akkoord leveren wij niet.{{/EXPLICIT}}{{#SILENT}}Horen wij uiterlijk {{ANSWER_BY}} niets, dan geldt dit volgens onze afspraak als uw akkoord.{{/SILENT}}

{{>HEADER}}
{{>LINES}}
{{#CLERK}}{{CLERK_TEXT}}{{/CLERK}}

Met vriendelijke groet,
{{SELLER}}
