Ihre Bestellung {{BUYER_ORDER}} ist versandt

Sehr geehrte Damen und Herren,

die unten genannte Ware hat unser Lager verlassen. Den Lieferschein finden Sie im Anhang.

{{>DESPATCHED}}
Stimmt bei der Ankunft etwas nicht? Vermerken Sie es auf dem Frachtbrief und antworten Sie auf diese Mail.

Mit freundlichen Grüßen
{{SELLER}}
