{{W_LINES_HEADING}}
{{#ROW}}
{{BUYER_LINE}}. {{SKU}} {{NAME}}
{{#BUYER_ITEM}}    {{W_YOUR_ITEM}}: {{ITEM}}
{{/BUYER_ITEM}}{{#GTIN}}    GTIN: {{CODE}}
{{/GTIN}}{{#REJECTED}}    {{W_REJECTED_LINE}}: {{REASON}}
{{/REJECTED}}{{#TAKEN}}{{#OTHER_QUANTITY}}    {{W_ORDERED}}: {{ORDERED}}
{{/OTHER_QUANTITY}}    {{W_QUANTITY}}: {{QUANTITY}}{{#REST}} ({{REMAINDER}}){{/REST}}
    {{W_PRICE}}: {{PRICE}}
    {{W_AMOUNT}}: {{AMOUNT}}
{{#WHOLE}}    {{W_PROMISED}}: {{PROMISED}}
{{/WHOLE}}{{#PART}}    {{W_PROMISED}}: {{QUANTITY}}, {{PROMISED}}
{{/PART}}{{/TAKEN}}{{/ROW}}
{{#CHARGE}}{{NAME}}: {{AMOUNT}}
{{/CHARGE}}{{#FEE}}{{W_FEE}}: {{AMOUNT}}
{{/FEE}}{{W_NET}}: {{NET}}
{{W_TAX}} {{TAX_PERCENT}} %: {{TAX}}
{{W_GROSS}}: {{GROSS}}
