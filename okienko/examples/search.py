"""Examples of searching, and of the file numbers that are searched by."""

from okienko.examples.example import CLIENT, Example

_C = {"client_id": CLIENT}
EXAMPLES: dict[str, Example] = {
    "find_clients": Example(body={"name": "przykladowa mar", "birth_date": "1985-03-14"}),
    "set_file_number": Example(path=_C, body={"number": "MOPR.DPS.4110.17.2026"}),
    "show_file_number": Example(path=_C),
}
