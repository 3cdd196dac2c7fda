{{%AUTOESCAPE context="HTML"}}
<table cellpadding="0" cellspacing="0" style="margin:0 0 16px 0">
<tr><td style="padding:2px 16px 2px 0;color:#555">{{W_DELIVERY_NOTE}}</td><td style="padding:2px 0"><b>{{DELIVERY_NO}}</b></td></tr>
<tr><td style="padding:2px 16px 2px 0;color:#555">{{W_YOUR_ORDER}}</td><td style="padding:2px 0">{{BUYER_ORDER}}</td></tr>
<tr><td style="padding:2px 16px 2px 0;color:#555">{{W_OUR_NUMBER}}</td><td style="padding:2px 0">{{NUMBER}}</td></tr>
{{#SHIP_TO}}<tr><td style="padding:2px 16px 2px 0;color:#555">{{W_SHIP_TO}}</td><td style="padding:2px 0">{{ADDRESS}}</td></tr>
{{/SHIP_TO}}{{#SHIPPED}}<tr><td style="padding:2px 16px 2px 0;color:#555">{{W_SHIPPED_ON}}</td><td style="padding:2px 0">{{DATE}}</td></tr>
{{/SHIPPED}}{{#CARRIER}}<tr><td style="padding:2px 16px 2px 0;color:#555">{{W_CARRIER}}</td><td style="padding:2px 0">{{NAME}}</td></tr>
{{/CARRIER}}{{#TRACK}}<tr><td style="padding:2px 16px 2px 0;color:#555">{{W_TRACKING}}</td><td style="padding:2px 0">{{CODE}}</td></tr>
{{/TRACK}}{{#PACKAGES}}<tr><td style="padding:2px 16px 2px 0;color:#555">{{W_PACKAGES}}</td><td style="padding:2px 0">{{QUANTITY}}</td></tr>
{{/PACKAGES}}</table>
<table cellpadding="0" cellspacing="0" width="100%" style="border-collapse:collapse;margin:0 0 16px 0">
<tr><th align="left" style="padding:6px 8px;border-bottom:2px solid #333;font-size:13px">{{W_LINE_HEAD}}</th><th align="left" style="padding:6px 8px;border-bottom:2px solid #333;font-size:13px">{{W_ITEM}}</th><th align="right" style="padding:6px 8px;border-bottom:2px solid #333;font-size:13px">{{W_ORDERED}}</th><th align="right" style="padding:6px 8px;border-bottom:2px solid #333;font-size:13px">{{W_DELIVERED}}</th><th align="right" style="padding:6px 8px;border-bottom:2px solid #333;font-size:13px">{{W_OPEN_REST}}</th></tr>
{{#DESPATCH_LINE}}<tr><td align="left" valign="top" style="padding:6px 8px;border-bottom:1px solid #ddd">{{BUYER_LINE}}</td>
<td align="left" valign="top" style="padding:6px 8px;border-bottom:1px solid #ddd"><b>{{SKU}}</b> {{NAME}}{{#BUYER_ITEM}}<br>{{W_YOUR_ITEM}}: {{ITEM}}{{/BUYER_ITEM}}</td>
<td align="right" valign="top" style="padding:6px 8px;border-bottom:1px solid #ddd">{{ORDERED}}</td>
<td align="right" valign="top" style="padding:6px 8px;border-bottom:1px solid #ddd">{{DELIVERED}}{{#BATCH}}<br>{{W_BATCH}} {{CODE}}: {{QUANTITY}}{{/BATCH}}</td>
<td align="right" valign="top" style="padding:6px 8px;border-bottom:1px solid #ddd">{{OPEN}}</td></tr>
{{/DESPATCH_LINE}}</table>
