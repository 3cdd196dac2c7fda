{{%AUTOESCAPE context="HTML"}}
<h2 style="font-size:16px;margin:0 0 8px 0">{{W_LINES_HEADING}}</h2>
<table cellpadding="0" cellspacing="0" width="100%" style="border-collapse:collapse;margin:0 0 16px 0">
<tr><th align="left" style="padding:6px 8px;border-bottom:2px solid #333;font-size:13px">{{W_LINE_HEAD}}</th><th align="left" style="padding:6px 8px;border-bottom:2px solid #333;font-size:13px">{{W_ITEM}}</th><th align="right" style="padding:6px 8px;border-bottom:2px solid #333;font-size:13px">{{W_QUANTITY}}</th><th align="right" style="padding:6px 8px;border-bottom:2px solid #333;font-size:13px">{{W_PRICE}}</th><th align="right" style="padding:6px 8px;border-bottom:2px solid #333;font-size:13px">{{W_AMOUNT}}</th></tr>
{{#ROW}}<tr><td align="left" valign="top" style="padding:6px 8px;border-bottom:1px solid #ddd">{{BUYER_LINE}}</td>
<td align="left" valign="top" style="padding:6px 8px;border-bottom:1px solid #ddd"><b>{{SKU}}</b> {{NAME}}{{#BUYER_ITEM}}<br>{{W_YOUR_ITEM}}: {{ITEM}}{{/BUYER_ITEM}}{{#GTIN}}<br>GTIN: {{CODE}}{{/GTIN}}{{#REJECTED}}<br><b>{{W_REJECTED_LINE}}</b>: {{REASON}}{{/REJECTED}}{{#TAKEN}}{{#WHOLE}}<br>{{W_PROMISED}}: {{PROMISED}}{{/WHOLE}}{{#PART}}<br>{{W_PROMISED}}: {{QUANTITY}}, {{PROMISED}}{{/PART}}{{#REST}}<br>{{REMAINDER}}{{/REST}}{{/TAKEN}}</td>
{{#TAKEN}}<td align="right" valign="top" style="padding:6px 8px;border-bottom:1px solid #ddd">{{QUANTITY}}{{#OTHER_QUANTITY}}<br><span style="color:#555">{{W_ORDERED}}: {{ORDERED}}</span>{{/OTHER_QUANTITY}}</td>
<td align="right" valign="top" style="padding:6px 8px;border-bottom:1px solid #ddd">{{PRICE}}</td>
<td align="right" valign="top" style="padding:6px 8px;border-bottom:1px solid #ddd">{{AMOUNT}}</td>
{{/TAKEN}}{{#REJECTED}}<td align="right" valign="top" style="padding:6px 8px;border-bottom:1px solid #ddd">-</td>
<td align="right" valign="top" style="padding:6px 8px;border-bottom:1px solid #ddd">-</td>
<td align="right" valign="top" style="padding:6px 8px;border-bottom:1px solid #ddd">-</td>
{{/REJECTED}}</tr>
{{/ROW}}{{#CHARGE}}<tr><td colspan="4" align="right" style="padding:4px 8px">{{NAME}}</td><td align="right" style="padding:4px 8px;white-space:nowrap">{{AMOUNT}}</td></tr>
{{/CHARGE}}{{#FEE}}<tr><td colspan="4" align="right" style="padding:4px 8px">{{W_FEE}}</td><td align="right" style="padding:4px 8px;white-space:nowrap">{{AMOUNT}}</td></tr>
{{/FEE}}<tr><td colspan="4" align="right" style="padding:4px 8px">{{W_NET}}</td><td align="right" style="padding:4px 8px;white-space:nowrap">{{NET}}</td></tr>
<tr><td colspan="4" align="right" style="padding:4px 8px">{{W_TAX}} {{TAX_PERCENT}} %</td><td align="right" style="padding:4px 8px;white-space:nowrap">{{TAX}}</td></tr>
<tr><td colspan="4" align="right" style="padding:4px 8px"><b>{{W_GROSS}}</b></td><td align="right" style="padding:4px 8px;white-space:nowrap"><b>{{GROSS}}</b></td></tr>
</table>
