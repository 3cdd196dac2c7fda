Uw melding {{COMPLAINT_NO}}

Geachte relatie,

Wij hebben uw melding geregistreerd onder nummer {{COMPLAINT_NO}}.

{{#ABOUT}}Het gaat om uw bestelling: {{BUYER_NUMBER}}
{{/ABOUT}}{{#SAID}}U schreef: {{WORDS}}
{{/SAID}}{{#AFFECTED}}Het betreft: {{NAME}}
{{/AFFECTED}}In behandeling bij: {{HANDLER}}
U hoort van ons uiterlijk: {{DUE}}

{{#CLERK}}{{CLERK_TEXT}}{{/CLERK}}

Wij onderzoeken de melding en laten u weten wat er is uitgekomen. Deze ontvangst is nog geen beoordeling.

Dossier: {{CASE}}

Met vriendelijke groet,
{{SELLER}}
