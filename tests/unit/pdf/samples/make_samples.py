#!/usr/bin/python3
"""How the sample PDFs beside this file were made: one tool each, so that many hands are represented.

usage: make_samples.py FOLDER [NAME...]

Needs chromium, wkhtmltopdf, libreoffice (soffice), groff, qpdf, python3-cairo and python3-reportlab, all of Debian 12; a tool that
is absent is skipped with a word. All parties, numbers and articles are invented. The files are committed, so that tests need
none of these tools; run this only to change a sample.
"""
import pathlib, shutil, subprocess, sys, tempfile

STYLE = """<meta charset="utf-8"><style>
body { font: 10pt 'Liberation Sans', 'Noto Sans CJK SC', sans-serif; margin: 12mm } h1 { font-size: 18pt }
table { border-collapse: collapse; width: 100% } .lines td, .lines th { border: 0.5pt solid #888; padding: 3pt }
.bare td, .bare th { padding: 2pt 4pt; text-align: left } .n { text-align: right !important } .half { width: 50%; vertical-align: top }
</style>"""

NL = STYLE + """<h1>Inkooporder</h1>
<table><tr><td class=half><b>Bakkerij De Korenaar B.V.</b><br>Molenweg 3<br>8011 PV Zwolle<br>BTW-nr: NL123456789B13</td>
<td class=half><table class=bare><tr><td>Inkoopordernummer:<td>4500017<tr><td>Orderdatum:<td>02-03-2026
<tr><td>Gewenste leverdatum:<td>05-03-2026<tr><td>Inkoper:<td>Petra de Wit<tr><td>Betalingsconditie:<td>30 dagen netto
<tr><td>Levering:<td>DAP Zwolle</table></table>
<p><table><tr><td class=half><b>Leverancier:</b><br>Noordkade Verpakkingen B.V.<br>Kade 12<br>3011 AA Rotterdam
<td class=half><b>Afleveradres:</b><br>De Korenaar DC Zwolle<br>Hanzelaan 80<br>8017 JA Zwolle<br>GLN: 9520000001025</table>
<p><table class=lines><tr><th>Regel<th>Artikelnr.<th>Omschrijving<th>Aantal<th>Eenheid<th>Prijs<th>Bedrag
<tr><td>1<td>NK-100<td>Doos 300x200x150 mm, dubbelgolf bruin, vlak geleverd<td class=n>1.000<td>st<td class=n>€ 0,71<td class=n>€ 710,00
<tr><td>2<td>NK-210<td>PP-tape transparant 50 mm x 66 m<td class=n>72<td>rol<td class=n>€ 1,15<td class=n>€ 82,80
<tr><td>3<td>NK-330<td>Rekwikkelfolie 500 mm 23 µm<td class=n>12<td>rol<td class=n>€ 9,40<td class=n>€ 112,80
<tr><td colspan=6 class=n>Totaal excl. btw<td class=n>€ 905,60<tr><td colspan=6 class=n>Btw 21%<td class=n>€ 190,18
<tr><td colspan=6 class=n>Totaal incl. btw<td class=n>€ 1.095,78</table>
<p>Graag leveren tussen 08:00 en 12:00 uur. Stuur de orderbevestiging binnen 24 uur naar inkoop@korenaar.example."""

DE = STYLE + """<table class=bare><tr><td><b>Müller Haustechnik GmbH</b><td class=n>Leipziger Straße 120, 34117 Kassel</table>
<p>Noordkade Verpakkingen B.V.<br>Kade 12<br>NL-3011 AA Rotterdam</p><h1>Bestellung</h1>
<table class=bare><tr><th>Bestellnummer<th>Bestelldatum<th>Ansprechpartner<th>Liefertermin
<tr><td>88-2041<td>02.03.2026<td>Karin Vogt<td>13.03.2026</table>
<p>Lieferanschrift:<br>Müller Haustechnik GmbH<br>Lager Süd<br>Frankfurter Straße 9<br>34121 Kassel</p>
<table class=bare><tr><th>Pos.<th>Art.-Nr.<th>Bezeichnung<th class=n>Menge<th>ME<th class=n>Einzelpreis EUR<th class=n>Gesamtpreis EUR
<tr><td>10<td>NK-330<td>Stretchfolie 500 mm<br>Stärke 23 my<br>transparent<td class=n>48<td>Rolle<td class=n>9,10<td class=n>436,80
<tr><td>20<td>NK-900<td>Schmelzkleber<br>Granulat, 25-kg-Sack<td class=n>120<td>kg<td class=n>4,20<td class=n>504,00
<tr><td>30<td>NK-100<td>Karton 300x200x150<td class=n>1.000<td>Stück<td class=n>0,76<td class=n>760,00</table>
<p><table class=bare><tr><td>Zwischensumme<td class=n>1.700,80<tr><td>zzgl. 19 % MwSt.<td class=n>323,15<tr><td><b>Gesamtbetrag</b><td class=n><b>2.023,95</b></table>
<p>Zahlungsbedingungen: 14 Tage 2 % Skonto, 30 Tage netto<br>Lieferbedingung: frei Haus</p>
<p style="font-size:7pt">HRB 4711 Amtsgericht Kassel · USt-IdNr. DE136695976 · Geschäftsführer: Jürgen Müller · Tel. 0561 123456</p>"""

FR = STYLE + """<table><tr><td class=half><b>Quincaillerie du Rhône SARL</b><br>14 quai Perrache<br>69002 Lyon
<td class=half><b>Fournisseur :</b><br>Noordkade Verpakkingen B.V.<br>Kade 12<br>3011 AA Rotterdam</table>
<h1>Bon de commande N° BC-2026-0318</h1><p>Date de commande : 2 mars 2026<br>Livraison souhaitée : 16/03/2026<br>
Conditions de paiement : 30 jours fin de mois<br>Devise : EUR</p>
<p><b>Adresse de livraison :</b><br>Quincaillerie du Rhône<br>Dépôt de Vénissieux<br>3 rue des Usines<br>69200 Vénissieux</p>
<table class=lines><tr><th>Réf.<th>Désignation<th>Qté<th>Unité<th>P.U. HT<th>Remise %<th>Montant HT
<tr><td>NK-210<td>Ruban adhésif PP transparent 50 mm x 66 m<td class=n>1 080<td>rouleau<td class=n>1,15<td class=n>8<td class=n>1 142,64
<tr><td>NK-400<td>Film à bulles 500 mm x 100 m<td class=n>24<td>rouleau<td class=n>6,40<td class=n><td class=n>153,60</table>
<p><table class=bare><tr><td>Total HT<td class=n>1 296,24<tr><td>TVA 20 %<td class=n>259,25<tr><td>Total TTC<td class=n>1 555,49</table>"""

ZH = STYLE + """<h1 style="text-align:center">采购订单</h1>
<table class=bare><tr><td>订单号：HD-260302-01<td>日期：2026年3月2日<tr><td>采购方：上海恒达贸易有限公司<td>供应商：Noordkade Verpakkingen B.V.
<tr><td>交货日期：2026年3月20日<td>币种：USD<tr><td>收货地址：上海市浦东新区张江路88号<td>联系人：李敏</table>
<p><table class=lines><tr><th>序号<th>货号<th>品名<th>规格<th>单位<th>数量<th>单价<th>金额
<tr><td>1<td>NK-100<td>纸箱<td>300x200x150<td>个<td class=n>3,000<td class=n>0.86<td class=n>2,580.00
<tr><td>2<td>NK-330<td>缠绕膜<td>500mm 23μm<td>卷<td class=n>12<td class=n>10.40<td class=n>124.80
<tr><td colspan=7>合计<td class=n>2,704.80</table><p>付款方式：预付30%，余款见提单副本<br>备注：请在24小时内回签确认。"""

EN = STYLE + """<style>@page { size: letter }</style>
<h1>PURCHASE ORDER</h1><table class=bare><tr><td>PO Number<td>Order Date<td>Required Date<td>Terms
<tr><td><b>HS-7731</b><td>03/02/2026<td>03/20/2026<td>Net 30</table>
<p><table><tr><td class=half><b>VENDOR</b><br>Noordkade Verpakkingen B.V.<br>Kade 12<br>3011 AA Rotterdam
<td class=half><b>SHIP TO</b><br>DC07 - Harbor Supply Inc.<br>1200 Pier Road<br>Houston, TX 77029</table>
<p><table class=bare><thead><tr><th>Line<th>Item #<th>Description<th class=n>Qty<th>UOM<th class=n>Unit Price<th class=n>Ext. Price</thead>
""" + "".join(
    f"<tr><td>{i}<td>NK-{200 + i}<td>Packing item number {i}<br>Your ref: HS/{900 + i}<td class=n>{12 * i}<td>EA"
    f"<td class=n>${i / 4 + 1:.2f}<td class=n>${12 * i * (i / 4 + 1):,.2f}\n" for i in range(1, 41)) + \
    f"</table><p style='text-align:right'>Subtotal: ${sum(12 * i * (i / 4 + 1) for i in range(1, 41)):,.2f}<br>" \
    f"<b>Order Total: ${sum(12 * i * (i / 4 + 1) for i in range(1, 41)):,.2f}</b></p>"

LETTER = """.pl 29.7c
.po 2.5c
.ll 16c
.nf
Bakkerij De Korenaar B.V.
Molenweg 3
8011 PV Zwolle

Zwolle, 2 maart 2026

Betreft: bestelling 4500021

.fi
Geachte heer, mevrouw,
.sp
Hierbij bestellen wij:
.sp
.nf
500 st NK-100 doos 300x200x150
36 rollen NK-210 PP-tape transparant
.sp
.fi
Graag leveren op 12 maart 2026 in Zwolle.
.sp
Met vriendelijke groet,
.br
Petra de Wit
"""

GROFF = """.pl 29.7c
.po 1.5c
.ll 18c
.ps 10
.B "Stadsziekenhuis Rijnmond"
.br
Ziekenhuislaan 1, 3000 AB Rotterdam
.sp 2
.ps 16
Bestelbon
.ps 10
.sp
.TS
l l.
Bestelnr.	SZ-2026-114
Datum	3 maart 2026
Leverdatum	9 maart 2026
Kostenplaats	4711
.TE
.sp
.TS
l l n l n n.
Artikel	Omschrijving	Aantal	Eh	Prijs	Totaal
NK-505	Handschoen nitril M, doos 100	120	doos	6,90	828,00
NK-210	PP-tape transparant	36	rol	1,15	41,40
.TE
.sp
Totaal: 869,40 EUR
"""

CSV = """Purchase order;;;;;
PO number;HS-8800;;;;
Order date;2026-03-02;;;;
Currency;USD;;;;
;;;;;
Item;Description;Qty;Unit;Price;Amount
NK-210;PP tape clear 50 mm x 66 m;720;roll;1.32;950.40
NK-100;Carton 300x200x150;250;each;0.90;225.00
;;;;Total;1175.40
"""


def run(*words, **kw):
    subprocess.run(words, check=True, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL, timeout=120, **kw)


def chromium(out, html):
    with tempfile.TemporaryDirectory() as folder:
        page = pathlib.Path(folder, "page.html")
        page.write_text(html, encoding="utf-8")
        run("chromium", "--headless", "--no-sandbox", "--no-pdf-header-footer", f"--user-data-dir={folder}", f"--print-to-pdf={out}", page.as_uri())


def wkhtmltopdf(out, html):
    with tempfile.TemporaryDirectory() as folder:
        page = pathlib.Path(folder, "page.html")
        page.write_text(html, encoding="utf-8")
        run("wkhtmltopdf", "-q", page, out)


def soffice(out, text, ending, kind):
    with tempfile.TemporaryDirectory() as folder:
        source = pathlib.Path(folder, f"page.{ending}")
        source.write_text(text, encoding="utf-8")
        options = ["--infilter=CSV:59,34,76,1" if ending == "csv" else "--infilter=HTML (StarWriter)"]
        run("soffice", f"-env:UserInstallation=file://{folder}/profile", "--headless", *options, "--convert-to", f"pdf:{kind}_pdf_Export", "--outdir", folder, source)
        shutil.copy(pathlib.Path(folder, "page.pdf"), out)


def groff(out, text):
    out.write_bytes(subprocess.run(["groff", "-t", "-Kutf8", "-Tpdf"], input=text.encode(), check=True, capture_output=True, timeout=60).stdout)


def cairo_labels_above(out):
    """Labels above their values, right-aligned figures, no lines, and a table whose unit has no heading."""
    import cairo
    surface = cairo.PDFSurface(str(out), 595, 842)
    c = cairo.Context(surface)
    c.select_font_face("Liberation Serif")

    def put(x, y, text, size=10, right=False):
        c.set_font_size(size)
        c.move_to(x - (c.text_extents(text).x_advance if right else 0), y)
        c.show_text(text)
    put(50, 60, "Harbor Supply Inc.", 14)
    put(50, 110, "PURCHASE ORDER", 20)
    for x, label, value in ((50, "Order number", "HS-9017"), (180, "Date of order", "14 March 2026"), (320, "Delivery by", "27 March 2026"), (450, "Currency", "USD")):
        put(x, 150, label, 8)
        put(x, 162, value)
    put(50, 200, "Deliver to", 8)
    for i, line in enumerate(("Harbor Supply Inc.", "Warehouse 7", "1200 Pier Road", "Houston, TX 77029")):
        put(50, 213 + 12 * i, line)
    columns = ((50, False, "Our part no"), (130, False, "Your part no"), (220, False, "Description"), (420, True, "Quantity"), (500, True, "Unit price"), (560, True, "Value"))
    for x, right, label in columns:
        put(x, 290, label, 9, right)
    y = 308
    for row in (("77-100", "NK-100", "Carton 300x200x150", "250", "0.90", "225.00"), ("77-210", "NK-210", "PP tape, clear,", "1,440", "1.32", "1,900.80"),
                ("", "", "50 mm x 66 m", "", "", ""), ("77-400", "NK-400", "Bubble wrap 500 mm", "10", "6.75", "67.50")):
        for (x, right, _), text in zip(columns, row):
            put(x, y, text, 9, right)
        y += 12
    put(500, y + 14, "Total order value", 9, True)
    put(560, y + 14, "2,193.30", 9, True)
    surface.finish()


def cairo_scan(out):
    import cairo
    surface = cairo.PDFSurface(str(out), 595, 842)
    c = cairo.Context(surface)
    picture = cairo.ImageSurface(cairo.FORMAT_A1, 300, 400)
    p = cairo.Context(picture)
    p.set_font_size(20)
    p.move_to(20, 40)
    p.show_text("Purchase order 4711")
    p.fill()
    c.mask_surface(picture, 50, 50)
    surface.finish()


def reportlab_multipage(out, rows=70):
    """Three pages, the heading repeated, a carry-over on each, a footer, descriptions centred beside their line."""
    from reportlab.pdfgen import canvas
    c = canvas.Canvas(str(out), pagesize=(595, 842), invariant=1)
    total, y, page = 0, 0, 0

    def head():
        nonlocal y, page
        page += 1
        c.setFont("Helvetica-Bold", 12)
        c.drawString(40, 800, "Bakkerij De Korenaar B.V.")
        c.setFont("Helvetica", 9)
        c.drawString(40, 780, "Bestellnummer: KR-5512   Bestelldatum: 02.03.2026   Liefertermin: 19.03.2026" if page == 1 else "Bestellung KR-5512")
        c.drawString(40, 30, f"Seite {page}")
        c.drawString(200, 30, "Bakkerij De Korenaar B.V. · KvK 12345678 · IBAN NL00 XXXX 0123 4567 89")
        if page > 1:
            c.drawString(40, 750, "Übertrag")
            c.drawRightString(555, 750, money(total))
        y = 730
        for x, text in ((40, "Pos"), (70, "Artikelnummer"), (160, "Bezeichnung"), (480, "Preis")):
            c.drawString(x, y, text)
        for x, text in ((440, "Menge"), (555, "Betrag")):
            c.drawRightString(x, y, text)
        y -= 18
    head()
    for i in range(1, rows + 1):
        if y < 90:
            c.drawString(40, y, "Übertrag")
            c.drawRightString(555, y, money(total))
            c.showPage()
            head()
        quantity, price = i * 5, 100 + i
        total += quantity * price
        long = i % 7 == 0
        c.drawString(40, y, str(i))
        c.drawString(70, y, f"NK-{1000 + i}")
        if long:
            c.drawString(160, y + 5, f"Artikel {i} mit einer langen Bezeichnung,")
            c.drawString(160, y - 5, "die in zwei Zeilen steht")
        else:
            c.drawString(160, y, f"Artikel {i}")
        c.drawRightString(440, y, f"{quantity} Stk")
        c.drawRightString(510, y, money(price))
        c.drawRightString(555, y, money(quantity * price))
        y -= 24
    c.drawString(400, y, "Summe netto EUR")
    c.drawRightString(555, y, money(total))
    c.save()


def slim(out):
    """Packs harder; the pages and the tool's way of writing them stay as they are."""
    packed = out.with_suffix(".packed")
    run("qpdf", "--object-streams=generate", "--recompress-flate", "--compression-level=9", out, packed)
    packed.replace(out)


def money(cents):
    return f"{cents // 100:,}".replace(",", ".") + f",{cents % 100:02d}"


def reportlab_chinese(out):
    """A font that is named and not embedded: its characters come through a predefined CMap."""
    from reportlab.pdfbase import pdfmetrics
    from reportlab.pdfbase.cidfonts import UnicodeCIDFont
    from reportlab.pdfgen import canvas
    pdfmetrics.registerFont(UnicodeCIDFont("STSong-Light"))
    c = canvas.Canvas(str(out), pagesize=(595, 842), invariant=1)
    c.setFont("STSong-Light", 16)
    c.drawString(250, 790, "采购订单")
    c.setFont("STSong-Light", 10)
    for i, text in enumerate(("订单编号：HD-260305-02", "下单日期：2026-03-05", "要求交期：2026-03-25", "买方：上海恒达贸易有限公司")):
        c.drawString(50, 750 - 16 * i, text)
    for y, row in ((660, ("货号", "名称", "数量", "单位", "单价(USD)", "金额(USD)")), (640, ("NK-210", "透明胶带 50mm*66m", "720", "卷", "1.32", "950.40")),
                   (622, ("NK-100", "纸箱", "500", "个", "0.86", "430.00")), (600, ("合计", "", "", "", "", "1,380.40"))):
        for x, text in zip((50, 120, 300, 360, 420, 490), row):
            c.drawString(x, y, text)
    c.save()


def reportlab_encrypted(out):
    from reportlab.lib.pdfencrypt import StandardEncryption
    from reportlab.pdfgen import canvas
    c = canvas.Canvas(str(out), pagesize=(595, 842), encrypt=StandardEncryption("secret", canPrint=1))
    c.drawString(50, 790, "Purchase order 4711")
    c.save()


def reportlab_invoice(out):
    from reportlab.pdfgen import canvas
    c = canvas.Canvas(str(out), pagesize=(595, 842), invariant=1)
    c.setFont("Helvetica-Bold", 18)
    c.drawString(50, 790, "INVOICE")
    c.setFont("Helvetica", 10)
    for y, row in ((740, ("Invoice no: 2026-77", "", "Your PO number: 4711", "")), (700, ("Item", "Description", "Qty", "Amount")), (684, ("NK-100", "Carton", "10", "9.00"))):
        for x, text in zip((50, 200, 350, 450), row):
            c.drawString(x, y, text)
    c.save()


def cairo_sap(out):
    """As SAP prints: typewriter columns, the buyer's remarks below a line, prices per hundred."""
    import cairo
    surface = cairo.PDFSurface(str(out), 595, 842)
    c = cairo.Context(surface)
    c.select_font_face("Liberation Mono")
    c.set_font_size(8)
    for i, line in enumerate((
            "Mueller Haustechnik GmbH", "", "Bestellung 4500088123 / 05.03.2026", "", "Liefertermin: Tag 20.03.2026", "",
            "Pos.   Material      Bezeichnung                 Menge  Einheit     Preis/Einheit    Nettowert", "-" * 95,
            "00010  NK-330        Stretchfolie 500 mm            48  ROL          9,10 / 1           436,80",
            "       Ihre Artikelnr.: 330-23",
            "00020  NK-100        Karton 300x200x150          2.000  ST          76,00 / 100       1.520,00", "-" * 95,
            "                                             Gesamtnettowert ohne Mwst EUR      1.956,80")):
        c.move_to(50, 60 + 11 * i)
        c.show_text(line)
    surface.finish()


ORDER_X = """<?xml version="1.0" encoding="UTF-8"?>
<rsm:SCRDMCCBDACIOMessageStructure xmlns:rsm="urn:un:unece:uncefact:data:SCRDMCCBDACIOMessageStructure:100"
 xmlns:ram="urn:un:unece:uncefact:data:standard:ReusableAggregateBusinessInformationEntity:128" xmlns:udt="urn:un:unece:uncefact:data:standard:UnqualifiedDataType:128">
<rsm:ExchangedDocumentContext><ram:GuidelineSpecifiedDocumentContextParameter><ram:ID>urn:order-x.eu:1p0:basic</ram:ID></ram:GuidelineSpecifiedDocumentContextParameter></rsm:ExchangedDocumentContext>
<rsm:ExchangedDocument><ram:ID>OX-2026-7</ram:ID><ram:TypeCode>220</ram:TypeCode><ram:IssueDateTime><udt:DateTimeString format="102">20260302</udt:DateTimeString></ram:IssueDateTime></rsm:ExchangedDocument>
<rsm:SupplyChainTradeTransaction><ram:IncludedSupplyChainTradeLineItem><ram:AssociatedDocumentLineDocument><ram:LineID>1</ram:LineID></ram:AssociatedDocumentLineDocument>
<ram:SpecifiedTradeProduct><ram:SellerAssignedID>NK-100</ram:SellerAssignedID><ram:Name>Carton</ram:Name></ram:SpecifiedTradeProduct>
<ram:SpecifiedLineTradeAgreement><ram:NetPriceProductTradePrice><ram:ChargeAmount>0.74</ram:ChargeAmount></ram:NetPriceProductTradePrice></ram:SpecifiedLineTradeAgreement>
<ram:SpecifiedLineTradeDelivery><ram:RequestedQuantity unitCode="H87">500</ram:RequestedQuantity></ram:SpecifiedLineTradeDelivery></ram:IncludedSupplyChainTradeLineItem>
<ram:ApplicableHeaderTradeAgreement><ram:SellerTradeParty><ram:Name>Noordkade Verpakkingen B.V.</ram:Name></ram:SellerTradeParty><ram:BuyerTradeParty><ram:Name>Müller Haustechnik GmbH</ram:Name></ram:BuyerTradeParty></ram:ApplicableHeaderTradeAgreement>
<ram:ApplicableHeaderTradeDelivery/><ram:ApplicableHeaderTradeSettlement><ram:OrderCurrencyCode>EUR</ram:OrderCurrencyCode></ram:ApplicableHeaderTradeSettlement></rsm:SupplyChainTradeTransaction>
</rsm:SCRDMCCBDACIOMessageStructure>"""


def qpdf_order_x(out):
    from reportlab.pdfgen import canvas
    with tempfile.TemporaryDirectory() as folder:
        plain, xml = pathlib.Path(folder, "plain.pdf"), pathlib.Path(folder, "order-x.xml")
        c = canvas.Canvas(str(plain), pagesize=(595, 842), invariant=1)
        for i, line in enumerate(("Bestellung OX-2026-7", "Artikelnr.     Menge     Preis", "NK-100     500     0,74")):
            c.drawString(50, 790 - 16 * i, line)
        c.save()
        xml.write_text(ORDER_X, encoding="utf-8")
        run("qpdf", "--add-attachment", xml, "--", plain, out)


SAMPLES = {
    "nl_chromium": lambda out: chromium(out, NL),
    "de_wkhtmltopdf": lambda out: wkhtmltopdf(out, DE),
    "fr_wkhtmltopdf": lambda out: wkhtmltopdf(out, FR),
    "zh_chromium": lambda out: chromium(out, ZH),  # 80 kB of glyphs: not committed
    "zh_reportlab": reportlab_chinese,
    "en_wkhtmltopdf_pages": lambda out: wkhtmltopdf(out, EN),
    "en_cairo": cairo_labels_above,
    "en_calc": lambda out: soffice(out, CSV, "csv", "calc"),
    "de_reportlab_pages": reportlab_multipage,
    "de_cairo_sap": cairo_sap,
    "nl_groff": lambda out: groff(out, GROFF),
    "nl_letter": lambda out: groff(out, LETTER),
    "order_x": qpdf_order_x,
    "invoice": reportlab_invoice,
    "scan": cairo_scan,
    "encrypted": reportlab_encrypted,
}


def main():
    folder = pathlib.Path(sys.argv[1]).resolve()
    for name in sys.argv[2:] or SAMPLES:
        try:
            SAMPLES[name](folder / f"{name}.pdf")
            if name in ("nl_chromium", "zh_chromium"):
                slim(folder / f"{name}.pdf")
            print(f"{name}.pdf: {(folder / (name + '.pdf')).stat().st_size} bytes")
        except (ImportError, OSError, subprocess.SubprocessError) as error:
            print(f"{name}.pdf: skipped, {error}", file=sys.stderr)


if __name__ == "__main__":
    main()
