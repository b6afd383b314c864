"""A person's own register: read as Excel writes it, refused with every fault and its line."""

from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from extract.errors import ExtractError, InputMissingError, RegisterError
from extract.registers import read_register
from extract.vocabulary.registers import OwnBody

ROWS = "id,name,type,aliases\nour:1,Cylch Meithrin Llwynbedw,charity,Y Cylch|Llwynbedw Nursery\nour:2,Mill Road Hub,,\n"
BODIES = (
    OwnBody("our:1", "Cylch Meithrin Llwynbedw", "charity", ("Y Cylch", "Llwynbedw Nursery")),
    OwnBody("our:2", "Mill Road Hub"),
)


def _file(folder: Path, data: str | bytes) -> Path:
    path = folder / "ours.csv"
    path.write_bytes(data if isinstance(data, bytes) else data.encode())
    return path


@pytest.mark.parametrize(
    "data",
    [
        ROWS,
        ROWS.encode("utf-8-sig"),
        ROWS.encode("utf-16"),
        ROWS.replace(",", "\t").encode("utf-16"),
        ROWS.replace("\n", "\r\n"),
        ROWS.replace(",", ";"),
        ROWS.replace(",", ";").replace("Y Cylch|Llwynbedw Nursery", '"Y Cylch; Llwynbedw Nursery"'),
        "sep=;\n" + ROWS.replace(",", ";"),
        "\n\n" + ROWS + "\n,,,\n",
        ROWS.replace("id,name,type,aliases", " ID ,Name,TYPE,Aliases"),
        ROWS.replace("Mill Road Hub,,", "Mill Road Hub"),
        ROWS.replace("Mill Road Hub", '"Mill  Road\nHub"'),
    ],
)
def test_any_form_that_excel_writes_is_read(data: str | bytes, tmp_path: Path) -> None:
    assert read_register(_file(tmp_path, data)) == BODIES


def test_letters_of_windows_are_read(tmp_path: Path) -> None:
    names = [
        body.name
        for body in read_register(_file(tmp_path, "id,name\n1,Café Trust – Llŷn’s\n".encode("cp1252", "replace")))
    ]
    assert names == ["Café Trust – Ll?n’s"]


def test_columns_may_stand_in_any_order_and_others_are_passed_over(tmp_path: Path) -> None:
    data = 'name,contact,id,type\n"Hill, Dale and Fen Trust",Jo,x,Local Authority\n'
    assert read_register(_file(tmp_path, data)) == (OwnBody("x", "Hill, Dale and Fen Trust", "local_authority"),)


def test_the_shipped_register_is_one(checkout: Path) -> None:
    assert len(read_register(checkout / "models" / "organisations.csv")) > 1000


@pytest.mark.parametrize(
    ("data", "told"),
    [
        ("identifier,name\n1,A Trust\n", "line 1: there is no column “id”"),
        ("\nid,title\n1,A Trust\n", "line 2: there is no column “name”"),
        ("A Trust\nB Trust\n", "no column “id”, no column “name”"),
        ("id,name,Name\n1,A Trust,B\n", "line 1: the column “name” stands twice"),
        ("id,name\n1,A Trust\n2,\n", "line 3: the name is empty"),
        ("id,name\n,A Trust\n", "line 2: the id is empty"),
        ("id,name\n1,A Trust\n1,B Trust\n", "line 3: the id “1” stands on line 2 too"),
        ("id,name,type\n1,A Trust,club\n", "line 2: unknown type “club”; it is one of charity,"),
        ("id,name\n1,Hill, Dale Trust\n", "line 2: it has 3 cells under 2 titles"),
        ("id,name,aliases\n1,A Trust,AT\n2,B Trust,AT\n", "line 3: “AT” names the organisation of line 2 too"),
        ('id,name\n1,"A\nTrust"\n2,\n', "line 4: the name is empty"),
        ('id,name\n1,"A Trust\n2,B Trust\n', "a quotation mark there has no partner"),
        ("id,name\n1,--\n", "line 2: “--” is no name"),
        ("id,name\n", "no organisation stands under the titles"),
        (b"PK\x03\x04 and so on", "This is a workbook. Save it as CSV"),
    ],
)
def test_a_fault_is_told_with_its_line(data: str | bytes, told: str, tmp_path: Path) -> None:
    path = _file(tmp_path, data)
    with pytest.raises(RegisterError) as refused:
        read_register(path)
    assert told in str(refused.value)
    assert str(refused.value).startswith(f"{path}: ")


def test_every_fault_is_told_at_once_and_many_are_counted(tmp_path: Path) -> None:
    with pytest.raises(RegisterError) as refused:
        read_register(_file(tmp_path, "id,name\n" + "x,\n" * 30))
    assert "line 2: the name is empty; line 3: the name is empty" in refused.value.what
    assert "and 39 more" in refused.value.what


def test_a_file_that_is_not_there_or_is_a_folder_is_told(tmp_path: Path) -> None:
    with pytest.raises(InputMissingError):
        read_register(tmp_path / "gone.csv")
    with pytest.raises(RegisterError, match="folder"):
        read_register(tmp_path)


@settings(suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(
    st.binary(max_size=120) | st.text(alphabet='id,name"\n;|\tA 1', max_size=80).map(lambda t: f"id,name\n{t}".encode())
)
def test_any_bytes_are_a_register_or_refused(tmp_path: Path, data: bytes) -> None:
    try:
        assert all(body.id and body.name for body in read_register(_file(tmp_path, data)))
    except ExtractError:
        return
