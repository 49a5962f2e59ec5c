"""Reading text with clear errors, and replacing files atomically."""

import os
from pathlib import Path

from termkit.errors import InputError
from termkit.foreign import said
from termkit.messages import tr

BOM = "\ufeff"


def decode(data: bytes, path: str) -> str:
    """Decode UTF-8 bytes, keeping line ends and a BOM; raise InputError with the line of a bad byte."""
    try:
        return data.decode("utf-8")
    except UnicodeDecodeError as error:
        line = line_at(data, error.start)
        byte = data[error.start]
        message = tr(
            "not UTF-8 (byte 0x{byte:02x}); save the file as UTF-8{guess}",
            byte=byte,
            guess=_guess(data),
        )
        raise InputError.at(path, message, line) from None


def encode(text: str, encoding: str, path: str) -> bytes:
    """Encode a text as it was read; raise InputError with the line of what has no place there."""
    try:
        return text.encode(encoding)
    except UnicodeEncodeError as error:
        line = line_at(text[: error.start].encode("utf-8", "surrogatepass"))
        char = text[error.start]
        message = tr(
            "{character!r} (U+{code:04X}) does not exist in {encoding}, the encoding of "
            "this file; convert the file to UTF-8 first",
            character=char,
            code=ord(char),
            encoding=encoding.upper(),
        )
        raise InputError.at(path, message, line) from None


def line_at(data: bytes, offset: int | None = None) -> int:
    """Return the 1-based line of an offset, or of the end, in ASCII-compatible bytes."""
    before = data[:offset]
    return before.count(b"\n") + before.count(b"\r") - before.count(b"\r\n") + 1


def _guess(data: bytes) -> str:
    """Name the encoding that an undecodable file probably has."""
    if data.startswith((b"\xff\xfe", b"\xfe\xff")):
        return tr(" (it looks like UTF-16)")
    # Nearly everything decodes as GB18030, and Big5 text does not as plain GB 2312.
    for encoding, name in (("gb2312", "GB18030"), ("big5", "BIG5"), ("gb18030", "GB18030")):
        try:
            data.decode(encoding)
        except UnicodeDecodeError:
            continue
        return tr(" (it may be {name})", name=name)
    return ""


def read_bytes(path: Path) -> bytes:
    """Read a file; raise InputError saying why it cannot be read."""
    try:
        return path.read_bytes()
    except FileNotFoundError:
        reason = tr("no such file; check the path")
    except IsADirectoryError:
        reason = tr("is a directory, not a file")
    except OSError as error:
        reason = tr("cannot be read ({error})", error=said(error.strerror or error))
    raise InputError.at(str(path), reason)


def read_text(path: Path) -> str:
    """Read a UTF-8 file as it is, line ends and BOM included."""
    return decode(read_bytes(path), str(path))


def write_atomic(path: Path, data: bytes) -> bool:
    """Replace ``path`` by ``data`` so that a killed run leaves the old file or the new one.

    Returns whether the content changed; an equal file is not touched. The mode
    of an existing file is kept. Raises InputError when the place can't be written.
    """
    import tempfile  # brings the archive formats along

    try:
        if path.is_file() and path.read_bytes() == data:
            return False
        path = path.resolve()
        path.parent.mkdir(parents=True, exist_ok=True)
        handle, name = tempfile.mkstemp(prefix=f".{path.name}.", suffix=".tmp", dir=path.parent)
        try:
            with os.fdopen(handle, "wb") as file:
                file.write(data)
                file.flush()
                os.fsync(file.fileno())
            os.chmod(name, path.stat().st_mode & 0o7777 if path.exists() else 0o666 & ~_umask())
            os.replace(name, path)
        except BaseException:
            os.unlink(name)
            raise
    except OSError as error:
        reason = tr("cannot be written ({error})", error=said(error.strerror or error))
        raise InputError.at(str(path), reason) from error
    return True


def _umask() -> int:
    mask = os.umask(0)
    os.umask(mask)
    return mask


def shipped_folder(installed: str, checkout: str) -> Path:
    """Return a folder of what comes with termkit: its name in the package, or in a checkout."""
    package = Path(__file__).parent
    folder = package / installed
    return folder if folder.is_dir() else package.parent.parent / checkout
