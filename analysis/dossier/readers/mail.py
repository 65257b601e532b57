"""Mail messages (.eml), by the standard library: the plain part, or else the HTML part."""

import email
import email.policy

from analysis.dossier.readers.html import read_page
from analysis.dossier.readers.reading import ReadError, Reading, clean


def read_mail(data: bytes) -> Reading:
    """A `.eml` file: subject, sender and day become title, source and publication. Raises ReadError."""
    try:
        message = email.message_from_bytes(data, policy=email.policy.default)
        if not any(message[name] for name in ("From", "Subject", "Date")):
            raise ReadError("the file is no mail message: it has no sender, subject or date.", "Save it as .txt.")
        body = message.get_body(("plain", "html"))
        content = body.get_content() if body else ""
        page = bool(body) and body.get_content_type() == "text/html"
        title = " ".join(str(message["Subject"] or "").split())
        addresses = message["From"].addresses if message["From"] else ()
        source = (addresses[0].display_name or addresses[0].addr_spec) if addresses else ""
        sent = message["Date"].datetime if message["Date"] else None
    except ReadError:
        raise
    except Exception:  # noqa: BLE001 - malformed messages fail in many ways, the analyst gets one sentence
        raise ReadError("the mail message cannot be read.", "Save its text as .txt.") from None
    text = read_page(content).text if page else clean(content)
    if not text.strip():
        raise ReadError("the mail message holds no text.", "Save the text of its attachment as .txt.")
    published = sent.date().isoformat() if sent else ""
    return Reading(text, clean(title), clean(source), published=published)
