{{%AUTOESCAPE context="HTML"}}
{{#ASKED}}<table cellpadding="0" cellspacing="0" width="100%" style="margin:0 0 12px 0;border:1px solid #ccc">
<tr><td style="padding:8px 12px"><b>{{W_QUESTION}} {{INDEX}}: {{TEXT}}</b>{{#LINE}}<br>{{W_LINE}} {{BUYER_LINE}}{{W_LINE_AFTER}}{{/LINE}}{{#QUOTE}}<br>{{W_QUOTE}}: <i>&quot;{{WORDS}}&quot;</i>{{/QUOTE}}{{#ORDERED_VALUE}}<br>{{W_ORDERED}}: {{ORDERED}}{{/ORDERED_VALUE}}{{#AGREED_VALUE}}<br>{{W_AGREED}}: {{AGREED}}{{/AGREED_VALUE}}{{#CHOICES}}<br>{{W_CHOICES}}:{{/CHOICES}}{{#CHOICE}}<br>&nbsp;&nbsp;{{LETTER}}: {{WORDS}}{{/CHOICE}}</td></tr>
</table>
{{/ASKED}}{{#EXAMPLE}}<p style="margin:0 0 12px 0">{{W_HOW_TO_ANSWER}}: <b>{{SAMPLE}}</b></p>
{{/EXAMPLE}}{{#LINK}}<p style="margin:0 0 12px 0"><a href="{{URL}}">{{W_ANSWER_ONLINE}}</a></p>
{{/LINK}}