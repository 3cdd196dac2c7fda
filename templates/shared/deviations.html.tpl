{{%AUTOESCAPE context="HTML"}}
{{#ANY}}<table cellpadding="0" cellspacing="0" width="100%" style="margin:0 0 16px 0;border:2px solid #b45309;background:#fff7ed">
<tr><td style="padding:10px 12px 4px 12px"><b>{{W_DEVIATIONS_HEADING}}</b></td></tr>
{{#DEVIATION}}<tr><td style="padding:6px 12px 8px 12px;border-top:1px solid #f0d0a8">
<b>{{#LINE}}{{W_LINE}} {{BUYER_LINE}}{{W_LINE_AFTER}}, {{/LINE}}{{FIELD}}</b><br>
{{W_ORDERED}}: {{ORDERED}}<br>
{{W_CONFIRMED}}: <b>{{CONFIRMED}}</b><br>
{{W_REASON}}: {{REASON}}{{#PREAGREED}} ({{W_PREAGREED}}){{/PREAGREED}}{{#CLAUSE}}<br>
{{W_AGREEMENT}}: {{AGREEMENT}}{{/CLAUSE}}{{#MONEY}}<br>
{{W_DIFFERENCE}}: {{DIFFERENCE}}{{/MONEY}}
</td></tr>
{{/DEVIATION}}</table>
{{/ANY}}