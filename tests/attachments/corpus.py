"""Files that people send and files that nobody should get in, built here byte by byte."""

import io
import struct
import zipfile
import zlib
from collections.abc import Iterable, Mapping

import pikepdf
from PIL import Image

CONTENT_TYPES = "http://schemas.openxmlformats.org/package/2006/content-types"
RELATIONSHIPS = "http://schemas.openxmlformats.org/package/2006/relationships"
OFFICE_RELATIONSHIPS = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
WORD = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
WORD_MAIN = "application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml"
EXCEL_MAIN = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet.main+xml"
ODT = "application/vnd.oasis.opendocument.text"


def pdf(*objects: bytes, page: bytes = b"", catalog: bytes = b"", header: bytes = b"%PDF-1.7\n") -> bytes:
    """A PDF of one page; `objects` are numbered from 4 on."""
    bodies = [
        b"<< /Type /Catalog /Pages 2 0 R " + catalog + b" >>",
        b"<< /Type /Pages /Kids [3 0 R] /Count 1 >>",
        b"<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] " + page + b" >>",
        *objects,
    ]
    return assembled_pdf(bodies, header)


def assembled_pdf(bodies: Iterable[bytes], header: bytes = b"%PDF-1.7\n") -> bytes:
    out = bytearray(header)
    shift = header.index(b"%PDF")  # offsets count from the header
    offsets = []
    for number, body in enumerate(bodies, start=1):
        offsets.append(len(out) - shift)
        out += b"%d 0 obj\n%s\nendobj\n" % (number, body)
    table = len(out) - shift
    out += b"xref\n0 %d\n0000000000 65535 f \n" % (len(offsets) + 1)
    out += b"".join(b"%010d 00000 n \n" % offset for offset in offsets)
    out += b"trailer\n<< /Size %d /Root 1 0 R >>\nstartxref\n%d\n%%%%EOF\n" % (len(offsets) + 1, table)
    return bytes(out)


def pdf_of_size(size: int) -> bytes:
    """An ordinary PDF of exactly `size` bytes."""
    padding = size
    while True:
        made = pdf(b"<< /Length %d >>\nstream\n%s\nendstream" % (padding, b"x" * padding), page=b"/Contents 4 0 R")
        if len(made) == size:
            return made
        padding -= len(made) - size


def encrypted_pdf(*, user_password: str) -> bytes:
    out = io.BytesIO()
    with pikepdf.new() as made:
        made.add_blank_page()
        made.save(out, encryption=pikepdf.Encryption(owner="owner", user=user_password))
    return out.getvalue()


def pdf_with_packed_objects(action: pikepdf.Object) -> bytes:
    """What acts is inside a compressed object stream, where a byte search sees nothing."""
    out = io.BytesIO()
    with pikepdf.new() as made:
        made.add_blank_page()
        made.Root.OpenAction = made.make_indirect(action)
        made.save(out, object_stream_mode=pikepdf.ObjectStreamMode.generate, compress_streams=True)
    return out.getvalue()


def pdf_with_swollen_objects(mebibytes: int, *, damaged: bool = False) -> bytes:
    """Objects 5 and 6 are in a stream that grows to so many MiB, if it isn't damaged."""
    index = b"5 0 6 20 "
    packed = zlib.compress(index + b"<< /A 1 >>".ljust(20) + b"<< /B 2 >>" + b" " * (mebibytes << 20), 9)
    packed = packed[:4] + b"\xff" * 40 + packed[44:] if damaged else packed
    out = bytearray(b"%PDF-1.7\n")
    places = []
    for number, body in enumerate(
        (
            b"<< /Type /Catalog /Pages 2 0 R >>",
            b"<< /Type /Pages /Kids [3 0 R] /Count 1 >>",
            b"<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Resources << >> /X [5 0 R 6 0 R] >>",
            b"<< /Type /ObjStm /N 2 /First %d /Length %d /Filter /FlateDecode >>\nstream\n%s\nendstream"
            % (len(index), len(packed), packed),
        ),
        start=1,
    ):
        places.append(len(out))
        out += b"%d 0 obj\n%s\nendobj\n" % (number, body)
    table = len(out)
    rows = [(0, 0, 65535), *((1, place, 0) for place in places), (2, 4, 0), (2, 4, 1), (1, table, 0)]
    data = b"".join(struct.pack(">BIH", *row) for row in rows)
    out += b"7 0 obj\n<< /Type /XRef /Size 8 /W [1 4 2] /Root 1 0 R /Length %d >>\n" % len(data)
    out += b"stream\n%s\nendstream\nendobj\nstartxref\n%d\n%%%%EOF\n" % (data, table)
    return bytes(out)


def picture(kind: str, size: tuple[int, int] = (64, 48)) -> bytes:
    out = io.BytesIO()
    Image.effect_noise(size, 60).convert("RGB").save(out, kind)
    return out.getvalue()


def png_that_says(width: int, height: int, data: bytes = b"") -> bytes:
    """A PNG with right checksums whose header says what you like."""
    header = struct.pack(">IIBBBBB", width, height, 8, 2, 0, 0, 0)
    return b"\x89PNG\r\n\x1a\n" + _png_chunk(b"IHDR", header) + _png_chunk(b"IDAT", data) + _png_chunk(b"IEND", b"")


def _png_chunk(name: bytes, data: bytes) -> bytes:
    return struct.pack(">I", len(data)) + name + data + struct.pack(">I", zlib.crc32(name + data))


def jpeg_that_says(width: int, height: int) -> bytes:
    """A small JPEG whose frame header has other measures than its data."""
    made = bytearray(picture("JPEG"))
    frame = made.index(b"\xff\xc0")
    struct.pack_into(">HH", made, frame + 5, height, width)
    return bytes(made)


def jpeg_with_place() -> bytes:
    """A picture that tells where it was taken."""
    out = io.BytesIO()
    exif = Image.Exif()
    exif.get_ifd(0x8825)[1] = "N"
    exif.get_ifd(0x8825)[2] = (61.0, 3.0, 0.0)
    Image.new("RGB", (32, 32)).save(out, "JPEG", exif=exif)
    return out.getvalue()


def zipped(parts: Mapping[str, bytes], compression: int = zipfile.ZIP_DEFLATED) -> bytes:
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", compression) as archive:
        for name, content in parts.items():
            archive.writestr(name, content)
    return out.getvalue()


def docx_parts(body: str = "<w:p><w:r><w:t>Hei</w:t></w:r></w:p>", main_type: str = WORD_MAIN) -> dict[str, bytes]:
    return {
        "[Content_Types].xml": (
            f'<Types xmlns="{CONTENT_TYPES}"><Override PartName="/word/document.xml" ContentType="{main_type}"/></Types>'
        ).encode(),
        "_rels/.rels": relationships(("officeDocument", "word/document.xml", "Internal")),
        "word/document.xml": f'<w:document xmlns:w="{WORD}"><w:body>{body}</w:body></w:document>'.encode(),
    }


def docx() -> bytes:
    return zipped(docx_parts())


def docx_with(parts: Mapping[str, bytes]) -> bytes:
    return zipped(docx_parts() | dict(parts))


def xlsx() -> bytes:
    return zipped(
        {
            "[Content_Types].xml": (
                f'<Types xmlns="{CONTENT_TYPES}">'
                f'<Override PartName="/xl/workbook.xml" ContentType="{EXCEL_MAIN}"/></Types>'
            ).encode(),
            "xl/workbook.xml": b"<workbook/>",
            "xl/worksheets/sheet1.xml": b"<worksheet><controls><control name='x'/></controls></worksheet>",
        }
    )


def odt(manifest: bytes = b"<manifest/>", content: bytes = b"<content/>") -> bytes:
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w") as archive:
        archive.writestr("mimetype", ODT)
        archive.writestr("content.xml", content, zipfile.ZIP_DEFLATED)
        archive.writestr("META-INF/manifest.xml", manifest, zipfile.ZIP_DEFLATED)
    return out.getvalue()


def relationships(*links: tuple[str, str, str]) -> bytes:
    each = "".join(
        f'<Relationship Id="r{number}" Type="{OFFICE_RELATIONSHIPS}/{kind}" Target="{target}" TargetMode="{mode}"/>'
        for number, (kind, target, mode) in enumerate(links)
    )
    return f'<Relationships xmlns="{RELATIONSHIPS}">{each}</Relationships>'.encode()


def zip_with_shared_bytes(entries: int) -> bytes:
    """Many entries of the directory point to the same bytes."""
    made = zipped(docx_parts() | {"word/media/a.bin": b"a" * 1000}, zipfile.ZIP_STORED)
    end = made.rindex(b"PK\x05\x06")
    start = struct.unpack_from("<I", made, end + 16)[0]
    directory = made[start:end]
    last = directory[directory.rindex(b"PK\x01\x02") :]
    copies = b"".join(last.replace(b"a.bin", b"%05x" % number) for number in range(entries))
    size = len(directory) + len(copies)
    count = directory.count(b"PK\x01\x02") + entries
    tail = struct.pack("<4s4H2IH", b"PK\x05\x06", 0, 0, count & 0xFFFF, count & 0xFFFF, size, start, 0)
    return made[:start] + directory + copies + tail


def zip_with_symlink() -> bytes:
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w") as archive:
        for name, content in docx_parts().items():
            archive.writestr(name, content)
        link = zipfile.ZipInfo("word/media/link.png")
        link.create_system = 3
        link.external_attr = 0o120777 << 16
        archive.writestr(link, "/etc/passwd")
    return out.getvalue()


def zip_that_says_it_is_encrypted() -> bytes:
    made = bytearray(docx())
    at = made.rindex(b"PK\x01\x02")
    made[at + 8] |= 1
    return bytes(made)
