# SPDX-License-Identifier: Apache-2.0
"""Orders of the demo's customers as they would send them: EDIFACT files, UBL, CSV and mails that people wrote.

Everything is invented: `.example` domains, GS1 prefix 952. Dates are relative to a given day."""

import datetime
import email.message
import email.utils

OURS = "orders@noordkade.example"
DE_KORENAAR = "9520000001018"
NOORDKADE = "9520000000011"
GTIN = {"NK-100": "9521000000018", "NK-210": "9521000000025", "NK-330": "9521000000032"}


def next_weekday(day, weekday, at_least=4):
    """The first such weekday (Monday = 0) not sooner than so many days from `day`."""
    day = day + datetime.timedelta(days=at_least)
    while day.weekday() != weekday:
        day += datetime.timedelta(days=1)
    return day


def edifact(number, lines, deliver, reference, ordered, ask_contrl=True):
    """An ORDERS D.96A of De Korenaar; lines: (gtin, quantity, price)."""
    segments = [
        f"BGM+220+{number}+9",
        f"DTM+137:{ordered:%Y%m%d}:102",
        f"DTM+2:{deliver:%Y%m%d}:102",
        f"NAD+BY+{DE_KORENAAR}::9",
        f"NAD+SU+{NOORDKADE}::9",
        "NAD+DP+9520000001025::9",
        "CUX+2:EUR:9",
    ]
    for position, (gtin, quantity, price) in enumerate(lines, 1):
        segments += [f"LIN+{position}++{gtin}:EN", f"QTY+21:{quantity}"]
        if price:
            segments.append(f"PRI+AAA:{price}")
    segments += ["UNS+S", f"CNT+2:{len(lines)}"]
    head = f"UNB+UNOC:3+{DE_KORENAAR}:14+{NOORDKADE}:14+{ordered:%y%m%d}:0900+{reference}++++{'1' if ask_contrl else ''}".rstrip("+")
    body = ["UNH+1+ORDERS:D:96A:UN:EAN008", *segments, f"UNT+{len(segments) + 2}+1"]
    return "'\n".join([head, *body, f"UNZ+1+{reference}"]) + "'\n"


def ordchg(number, change, line, gtin, quantity, reference, ordered):
    """De Korenaar wants another quantity of one line of its order."""
    segments = [f"BGM+230+{change}+4", f"DTM+137:{ordered:%Y%m%d}:102", f"RFF+ON:{number}", f"NAD+BY+{DE_KORENAAR}::9",
                f"NAD+SU+{NOORDKADE}::9", f"LIN+1+3+{gtin}:EN", f"QTY+21:{quantity}", f"RFF+ON:{number}:{line}", "UNS+S", "CNT+2:1"]
    head = f"UNB+UNOC:3+{DE_KORENAAR}:14+{NOORDKADE}:14+{ordered:%y%m%d}:1000+{reference}++++1"
    body = ["UNH+1+ORDCHG:D:96A:UN:EAN008", *segments, f"UNT+{len(segments) + 2}+1"]
    return "'\n".join([head, *body, f"UNZ+1+{reference}"]) + "'\n"


def ubl(number, lines, deliver, ordered):
    """A Peppol order of Müller Haustechnik; lines: (seller item, quantity, unit, price)."""
    items = "".join(f"""
  <cac:OrderLine><cac:LineItem>
    <cbc:ID>{position}</cbc:ID><cbc:Quantity unitCode="{unit}">{quantity}</cbc:Quantity>
    <cac:Price><cbc:PriceAmount currencyID="EUR">{price}</cbc:PriceAmount></cac:Price>
    <cac:Item><cbc:Name>{item}</cbc:Name><cac:SellersItemIdentification><cbc:ID>{item}</cbc:ID></cac:SellersItemIdentification></cac:Item>
  </cac:LineItem></cac:OrderLine>""" for position, (item, quantity, unit, price) in enumerate(lines, 1))
    return f"""<?xml version="1.0" encoding="UTF-8"?>
<Order xmlns="urn:oasis:names:specification:ubl:schema:xsd:Order-2"
  xmlns:cac="urn:oasis:names:specification:ubl:schema:xsd:CommonAggregateComponents-2"
  xmlns:cbc="urn:oasis:names:specification:ubl:schema:xsd:CommonBasicComponents-2">
  <cbc:CustomizationID>urn:fdc:peppol.eu:poacc:trns:order:3</cbc:CustomizationID>
  <cbc:ProfileID>urn:fdc:peppol.eu:poacc:bis:ordering:3</cbc:ProfileID>
  <cbc:ID>{number}</cbc:ID><cbc:IssueDate>{ordered.isoformat()}</cbc:IssueDate>
  <cbc:OrderTypeCode>220</cbc:OrderTypeCode><cbc:DocumentCurrencyCode>EUR</cbc:DocumentCurrencyCode>
  <cac:BuyerCustomerParty><cac:Party><cbc:EndpointID schemeID="0088">9520000002015</cbc:EndpointID>
    <cac:PartyLegalEntity><cbc:RegistrationName>Müller Haustechnik GmbH</cbc:RegistrationName></cac:PartyLegalEntity></cac:Party></cac:BuyerCustomerParty>
  <cac:SellerSupplierParty><cac:Party><cbc:EndpointID schemeID="0088">{NOORDKADE}</cbc:EndpointID></cac:Party></cac:SellerSupplierParty>
  <cac:Delivery><cac:DeliveryLocation><cbc:ID schemeID="0088">9520000002022</cbc:ID></cac:DeliveryLocation>
    <cac:RequestedDeliveryPeriod><cbc:StartDate>{deliver.isoformat()}</cbc:StartDate><cbc:EndDate>{deliver.isoformat()}</cbc:EndDate></cac:RequestedDeliveryPeriod></cac:Delivery>{items}
</Order>
"""


def csv(number, lines, deliver):
    """A table of De Korenaar; lines: (item, quantity, unit, price)."""
    rows = "".join(f"{number};{deliver:%d-%m-%Y};{item};{quantity};{unit};{price}\r\n" for item, quantity, unit, price in lines)
    return "Bestelnummer;Leverdatum;Artikelnr;Aantal;Eenheid;Prijs\r\n" + rows


def mail(sender, subject, text, attachment=None, message_id=None):
    """attachment: (file name, content type, text)"""
    message = email.message.EmailMessage()
    message["From"] = sender
    message["To"] = OURS
    message["Subject"] = subject
    message["Date"] = email.utils.localtime()
    message["Message-ID"] = message_id or email.utils.make_msgid(domain=sender.rsplit("@", 1)[1].strip(">"))
    message.set_content(text)
    if attachment:
        name, content_type, content = attachment
        main, sub = content_type.split("/")
        message.add_attachment(content.encode(), maintype=main, subtype=sub, filename=name)
    return message


def day_nl(day):
    months = "januari februari maart april mei juni juli augustus september oktober november december".split()
    return f"{day.day} {months[day.month - 1]}"


def demo(today):
    """A dozen varied orders: ("drop", file name, text) or ("mail", message)."""
    thursday = next_weekday(today, 3)
    later = next_weekday(today, 2, 6)
    petra = "Petra Bakker <petra@korenaar.example>"
    clean = [(GTIN["NK-100"], 500, "0.74"), (GTIN["NK-210"], 72, "1.15")]
    stamp = f"{today:%m%d}"
    first = edifact(f"45{stamp}17", clean, thursday, f"{stamp}0001", today)
    return [
        ("drop", "korenaar-1.edi", first),
        ("drop", "korenaar-2.edi", edifact(f"45{stamp}18", [(GTIN["NK-100"], 600, "0.71"), clean[1]], thursday, f"{stamp}0002", today)),
        ("mail", mail(petra, f"Bestelling 45{stamp}19", "Goedemorgen,\n\n"
                      f"Graag 100 rollen NK-210 en 1000 dozen NK-100, levering {day_nl(thursday)}, bestelling 45{stamp}19.\n\nMet vriendelijke groet,\nPetra Bakker\n")),
        ("mail", mail("Einkauf <einkauf@mueller-haustechnik.example>", "Bestellung Nr. 88-2041",
                      "Sehr geehrte Damen und Herren,\n\nhiermit bestellen wir zur Lieferung bis spätestens "
                      f"{later:%d.%m.%Y}:\n\nPos. 10  48 Rollen Stretchfolie 500mm 23my  Art. NK-330  9,10 €/Rolle\n"
                      "Pos. 20  120 kg Schmelzkleber Art.-Nr. NK-900\n\nMit freundlichen Grüßen\nEinkauf\n")),
        ("mail", mail("王伟 <wang@hengda.example>", f"采购订单 HD-{stamp}-01",
                      "您好,请按以下要求安排发货:NK-100 纸箱 3000个,单价USD0.86;NK-330 缠绕膜 两箱。"
                      f"交期:{later.month}月{later.day}日前,FCA鹿特丹,付款方式:预付30%。\n谢谢\n王伟\n")),
        ("mail", mail("Einkauf <einkauf@mueller-haustechnik.example>", "Bestellung 88-2042", "Anbei unsere Bestellung.\n",
                      ("bestellung.xml", "application/xml", ubl("88-2042", [("NK-210", 72, "XRO", "1.12"), ("NK-400", 20, "XRO", "6.40")], later, today)))),
        ("mail", mail(petra, "Bestelling in bijlage", "Zie bijlage, alvast bedankt. Petra\n",
                      ("bestelling.csv", "text/csv", csv(f"45{stamp}20", [("NK-100", 300, "stuks", "0,78"), ("NK-330", 12, "rollen", "9,40")], thursday)))),
        ("drop", "korenaar-3.edi", edifact(f"45{stamp}21", [("9521000000995", 40, "2.10"), clean[0]], thursday, f"{stamp}0003", today)),
        ("drop", "korenaar-4.edi", edifact(f"45{stamp}17", clean, thursday, f"{stamp}0004", today)),  # 1 again
        ("mail", mail(petra, f"Bestelling 45{stamp}22", f"Graag 500 st NK-100 à € 0,74 leveren op {day_nl(thursday)} op Rolderstraat 41, 9401 AN Assen.\n"
                      f"Ons bestelnummer is 45{stamp}22.\n\nGroet, Petra\n")),
        ("mail", mail("Jan Nieuw <jan@onbekend.example>", "Bestelling", "Hallo, graag 250 stuks NK-100, levering zo snel mogelijk.\nJan\n")),
        ("drop", "korenaar-5.edi", edifact(f"45{stamp}23", [(GTIN["NK-100"], 14000, "0.71")], next_weekday(today, 1), f"{stamp}0005", today)),
        ("mail", mail(petra, "Vraag over levering", f"Waar blijft bestelling 45{stamp}17? We hebben nog niets binnen.\nPetra\n")),
    ]
