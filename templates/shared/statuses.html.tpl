{{%AUTOESCAPE context="HTML"}}
{{#STANDING}}<p style="margin:0 0 4px 0">{{W_YOUR_ORDER}}: <b>{{BUYER_NUMBER}}</b>{{#OURS}} ({{W_OUR_NUMBER}}: {{OFFICIAL}}){{/OURS}}<br>{{W_STATE_HEADING}}: <b>{{PHASE}}</b></p>
<table cellpadding="0" cellspacing="0" width="100%" style="border-collapse:collapse;margin:0 0 16px 0">
<tr><th align="left" style="padding:6px 8px;border-bottom:2px solid #333;font-size:13px">{{W_LINE_HEAD}}</th><th align="left" style="padding:6px 8px;border-bottom:2px solid #333;font-size:13px">{{W_ITEM}}</th><th align="right" style="padding:6px 8px;border-bottom:2px solid #333;font-size:13px">{{W_ORDERED}}</th><th align="right" style="padding:6px 8px;border-bottom:2px solid #333;font-size:13px">{{W_CONFIRMED_SO_FAR}}</th><th align="right" style="padding:6px 8px;border-bottom:2px solid #333;font-size:13px">{{W_DELIVERED}}</th><th align="right" style="padding:6px 8px;border-bottom:2px solid #333;font-size:13px">{{W_OPEN_REST}}</th><th align="left" style="padding:6px 8px;border-bottom:2px solid #333;font-size:13px">{{W_EXPECTED}}</th></tr>
{{#STATUS_LINE}}<tr><td align="left" valign="top" style="padding:6px 8px;border-bottom:1px solid #ddd">{{BUYER_LINE}}</td>
<td align="left" valign="top" style="padding:6px 8px;border-bottom:1px solid #ddd"><b>{{SKU}}</b> {{NAME}}</td>
<td align="right" valign="top" style="padding:6px 8px;border-bottom:1px solid #ddd">{{ORDERED}}</td>
<td align="right" valign="top" style="padding:6px 8px;border-bottom:1px solid #ddd">{{CONFIRMED}}</td>
{{#ON_THE_WAY}}<td align="right" valign="top" style="padding:6px 8px;border-bottom:1px solid #ddd">{{DELIVERED}}</td>
<td align="right" valign="top" style="padding:6px 8px;border-bottom:1px solid #ddd">{{#OPEN}}{{QUANTITY}}{{/OPEN}}</td>
<td align="left" valign="top" style="padding:6px 8px;border-bottom:1px solid #ddd">{{#PART}}{{QUANTITY}}, {{PROMISED}}<br>{{/PART}}</td>
{{/ON_THE_WAY}}</tr>
{{/STATUS_LINE}}</table>
{{#SHIPMENT}}<p style="margin:0 0 4px 0">{{W_SHIPMENT}} {{NUMBER}}{{#SHIPPED}}, {{DATE}}{{/SHIPPED}}{{#CARRIER}}, {{NAME}}{{/CARRIER}}{{#TRACK}}, {{W_TRACK_NO}} {{CODE}}{{/TRACK}}</p>
{{/SHIPMENT}}{{/STANDING}}
