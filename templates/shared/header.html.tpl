{{%AUTOESCAPE context="HTML"}}
<table cellpadding="0" cellspacing="0" style="margin:0 0 16px 0">
<tr><td style="padding:2px 16px 2px 0;color:#555">{{W_OUR_NUMBER}}</td><td style="padding:2px 0"><b>{{NUMBER}}</b></td></tr>
<tr><td style="padding:2px 16px 2px 0;color:#555">{{W_YOUR_ORDER}}</td><td style="padding:2px 0">{{BUYER_ORDER}}</td></tr>
{{#ORDER_DATE}}<tr><td style="padding:2px 16px 2px 0;color:#555">{{W_ORDER_DATE}}</td><td style="padding:2px 0">{{DATE}}</td></tr>
{{/ORDER_DATE}}{{#SHIP_TO}}<tr><td style="padding:2px 16px 2px 0;color:#555">{{W_SHIP_TO}}</td><td style="padding:2px 0">{{ADDRESS}}</td></tr>
{{/SHIP_TO}}{{#DELIVERY_TERMS}}<tr><td style="padding:2px 16px 2px 0;color:#555">{{W_DELIVERY_TERMS}}</td><td style="padding:2px 0">{{TERMS}}</td></tr>
{{/DELIVERY_TERMS}}{{#PAYMENT_TERMS}}<tr><td style="padding:2px 16px 2px 0;color:#555">{{W_PAYMENT_TERMS}}</td><td style="padding:2px 0">{{TERMS}}</td></tr>
{{/PAYMENT_TERMS}}</table>
