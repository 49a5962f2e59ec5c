"""What the system and libraries say of a fault, in the user's language where it is well known."""

from termkit.messages import mark, tr

_KNOWN = (
    # the system
    mark("Permission denied"),
    mark("Is a directory"),
    mark("Not a directory"),
    mark("File exists"),
    mark("File name too long"),
    mark("Read-only file system"),
    mark("No space left on device"),
    mark("No such file or directory"),
    mark("Too many levels of symbolic links"),
    # csv
    mark("unexpected end of data"),
    mark("',' expected after '\"'"),
    # zip
    mark("File is not a zip file"),
    # json
    mark("Expecting value"),
    mark("Expecting ',' delimiter"),
    mark("Expecting ':' delimiter"),
    mark("Expecting property name enclosed in double quotes"),
    mark("Unterminated string starting at"),
    mark("Invalid control character at"),
    mark("Invalid \\escape"),
    mark("Extra data"),
    # toml
    mark("Invalid value"),
    mark("Invalid value (at end of document)"),
    mark("Expected '=' after a key in a key/value pair"),
    mark("Expected '=' after a key in a key/value pair (at end of document)"),
    mark("Expected newline or end of document after a statement"),
    mark("Expected ']' at the end of a table declaration"),
    mark("Invalid initial character for a key part"),
    mark("Illegal character '\\n'"),
    mark("Unclosed array (at end of document)"),
    mark("Unterminated string (at end of document)"),
    mark("Cannot overwrite a value"),
    # expat
    mark("no element found"),
    mark("not well-formed (invalid token)"),
    mark("unclosed token"),
    mark("mismatched tag"),
    mark("duplicate attribute"),
    mark("junk after document element"),
    mark("undefined entity"),
    # yaml
    mark("could not find expected ':'"),
    mark("did not find expected key"),
    mark("did not find expected ',' or ']'"),
    mark("did not find expected ',' or '}'"),
    mark("did not find expected '-' indicator"),
    mark("did not find expected node content"),
    mark("mapping values are not allowed in this context"),
    mark("found character that cannot start any token"),
    mark("found unexpected end of stream"),
    mark("found undefined alias"),
    mark("control characters are not allowed"),
)


def said(reason: object) -> str:
    """Return a reason in the user's language; one that nobody has translated stays what it is."""
    return tr(str(reason))
