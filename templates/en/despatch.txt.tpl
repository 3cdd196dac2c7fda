Your order {{BUYER_ORDER}} has been despatched

Dear customer,

The goods below have left our warehouse. The delivery note is attached.

{{>DESPATCHED}}
Is anything wrong on arrival? Note it on the carrier’s paper and reply to this mail.

Kind regards,
{{SELLER}}
