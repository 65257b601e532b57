"""Each format: what goes into a file comes out as text and metadata."""

import email.message
import io

import docx
import pypdf
import pytest

from analysis.dossier.judge_language import judge_language
from analysis.dossier.readers import READERS, ReadError

SENTENCE = (
    "Il ministro degli Esteri ha incontrato a Roma l’ambasciatore e ha promesso nuovi aiuti entro la fine dell’anno."
)


def make_pdf(lines: list[str], password: str = "", title: str = "") -> bytes:
    """A PDF written by hand: one page, Helvetica, WinAnsi."""
    shown = b"".join(b"(" + line.encode("cp1252") + b") Tj 0 -14 Td " for line in lines)
    stream = b"BT /F1 11 Tf 40 760 Td " + shown + b"ET"
    font = b"<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica /Encoding /WinAnsiEncoding >>"
    objects = [
        b"<< /Type /Catalog /Pages 2 0 R >>",
        b"<< /Type /Pages /Kids [3 0 R] /Count 1 >>",
        b"<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Contents 4 0 R"
        b" /Resources << /Font << /F1 5 0 R >> >> >>",
        b"<< /Length %d >>\nstream\n" % len(stream) + stream + b"\nendstream",
        font,
    ]
    out, offsets = b"%PDF-1.4\n", []
    for number, content in enumerate(objects, start=1):
        offsets.append(len(out))
        out += b"%d 0 obj\n" % number + content + b"\nendobj\n"
    table = b"".join(b"%010d 00000 n \n" % offset for offset in offsets)
    start = len(out)
    out += b"xref\n0 6\n0000000000 65535 f \n" + table
    out += b"trailer << /Size 6 /Root 1 0 R >>\nstartxref\n%d\n%%%%EOF\n" % start
    writer = pypdf.PdfWriter(clone_from=io.BytesIO(out))
    if title:
        writer.add_metadata({"/Title": title, "/CreationDate": "D:20240616120000"})
    if password:
        writer.encrypt(password, algorithm="RC4-128")
    buffer = io.BytesIO()
    writer.write(buffer)
    return buffer.getvalue()


def test_plain_text_is_unchanged_but_for_bom_and_newlines():
    messy = 'Titolo senza punto\r\n\r\n«Sì», disse l\u2019uomo\u00a0: "no".\rFine\u2028 \t qui \u200b…  \n\n'
    reading = READERS[".txt"](b"\xef\xbb\xbf" + messy.encode("utf-8"))
    assert reading.text == messy.replace("\r\n", "\n").replace("\r", "\n")


@pytest.mark.parametrize(
    ("data", "line"),
    [
        ("Prima riga\nperché".encode("cp1252"), 2),
        ("perché".encode("utf-16"), 1),
        (b"riga\nriga\nPK\x03\x04\x00\x00", 3),
    ],
)
def test_what_is_not_utf8_is_refused_with_its_line(data, line):
    with pytest.raises(ReadError) as caught:
        READERS[".txt"](data)
    assert caught.value.line == line


def test_markdown_front_matter_and_marks():
    page = (
        "---\ntitle: L’intesa\ndate: 2024-06-16T08:00:00\nsource: Agenzia\nlayout: post\n---\n\n"
        "# L’intesa\n\nIl **ministro** ha _detto_ di [sì](https://example.org): 3 * 4 * 5 e a_b_c.\n> Citazione.\n"
    )
    reading = READERS[".md"](page.encode("utf-8"))
    assert (reading.title, reading.published, reading.source) == ("L’intesa", "2024-06-16", "Agenzia")
    assert reading.text == "L’intesa\n\nIl ministro ha detto di sì: 3 * 4 * 5 e a_b_c.\nCitazione."
    assert not reading.problems


def test_a_wrong_date_in_front_matter_costs_only_the_date():
    reading = READERS[".md"](b"---\ntitle: Uno\ndate: 2024-13-45\n---\nTesto.\n")
    assert (reading.title, reading.published, reading.text) == ("Uno", "", "Testo.")
    assert [(p.line, p.fatal) for p in reading.problems] == [(3, False)]


def test_html_article_with_metadata():
    paragraphs = "".join(f"<p>{SENTENCE} Paragrafo {number}.</p>" for number in ("uno", "due", "tre"))
    page = f"""<html lang="it"><head><meta charset="utf-8"><title>Roma promette aiuti</title>
    <meta property="og:site_name" content="Il Corriere di Prova">
    <meta property="article:published_time" content="2024-06-16T10:00:00+02:00"></head>
    <body><nav><a href="/">Home</a><a href="/sport">Sport</a></nav><article><h1>Roma promette aiuti</h1>{paragraphs}
    </article><footer>Tutti i diritti riservati</footer></body></html>"""
    reading = READERS[".html"](page.encode("utf-8"))
    assert "Roma promette aiuti" in reading.title
    assert (reading.source, reading.published) == ("Il Corriere di Prova", "2024-06-16")
    assert "Paragrafo tre" in reading.text and "Sport" not in reading.text
    latin = page.replace("utf-8", "windows-1252").encode("cp1252")
    assert READERS[".html"](latin).text == reading.text


@pytest.mark.parametrize("page", [b"", b"<html></html>", b"\xff\xfe<p>", b"perch\xe9", b"<meta charset=boh>\xe9"])
def test_html_without_article_is_refused(page):
    with pytest.raises(ReadError):
        READERS[".html"](page)


def test_pdf_round_trip():
    reading = READERS[".pdf"](make_pdf(["Perché l’intesa è più vicina.", "Seconda riga."], title="L'intesa"))
    assert reading.text.split("\n") == ["Perché l’intesa è più vicina.", "Seconda riga."]
    assert (reading.title, reading.made, reading.published) == ("L'intesa", "2024-06-16", "")


@pytest.mark.parametrize(
    ("data", "word"),
    [
        (make_pdf(["Segreto."], password="x"), "encrypted"),
        (make_pdf([]), "no text"),
        (b"%PDF-1.4 rotto", "damaged"),
        (b"", "damaged"),
    ],
)
def test_pdf_that_cannot_be_read(data, word, caplog):
    with pytest.raises(ReadError, match=word):
        READERS[".pdf"](data)
    assert not caplog.records


def test_word_round_trip():
    document = docx.Document()
    document.core_properties.title = "L’intesa"
    document.add_paragraph("Perché no?")
    document.add_table(rows=1, cols=2).rows[0].cells[1].text = "Cella"
    document.add_paragraph("Fine.")
    buffer = io.BytesIO()
    document.save(buffer)
    reading = READERS[".docx"](buffer.getvalue())
    assert (reading.title, reading.text, reading.published) == ("L’intesa", "Perché no?\n · Cella\nFine.", "")
    with pytest.raises(ReadError):
        READERS[".docx"](buffer.getvalue()[:500])


def test_mail_round_trip():
    message = email.message.EmailMessage()
    message["From"] = "Agenzia Prova <news@example.org>"
    message["Subject"] = "Perché l’intesa è vicina"
    message["Date"] = "Sun, 16 Jun 2024 08:00:00 +0200"
    message.set_content("Perché no?\nFine.\n")
    reading = READERS[".eml"](message.as_bytes())
    assert (reading.title, reading.source) == ("Perché l’intesa è vicina", "Agenzia Prova")
    assert (reading.published, reading.text) == ("2024-06-16", "Perché no?\nFine.")
    message.set_content(f"<html><body><article><p>{SENTENCE}</p><p>{SENTENCE} Bis.</p></article></body></html>", "html")
    assert READERS[".eml"](message.as_bytes()).text == f"{SENTENCE}\n{SENTENCE} Bis."
    with pytest.raises(ReadError):
        READERS[".eml"](b"solo testo")


@pytest.mark.parametrize(
    ("text", "language"),
    [
        (" ".join([SENTENCE] * 2), "it"),
        ("The minister met the ambassador in Rome and promised new aid before the end of the year. " * 2, "en"),
        (
            "Le ministre a rencontré l’ambassadeur à Rome et a promis une nouvelle aide avant la fin de l’année. " * 2,
            "fr",
        ),
        ("Too short to be judged.", ""),
    ],
)
def test_language_is_judged_on_thirty_words(text, language):
    assert judge_language(text) == language
