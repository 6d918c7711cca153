"""The words of the project: finished, British, and with a next step in every error."""

import ast
import io
import re
import tokenize

import pytest

from tests.house.source import ROOT, constants, every_node, kept_files, module_names, modules

UNFINISHED = re.compile(r"\b(TODO|FIXME|XXX|HACK)\b(?!X)")
AMERICAN = re.compile(
    r"\b(colors?|colored|behaviors?|gray|centers?|centered|favorites?|cancell?ation|canceled|canceling|labeled|labeling"
    r"|modeled|defense|catalog|analog|dialog box|fulfill?s|(?:organ|recogn|summar|minim|maxim|normal|priorit|initial"
    r"|anonym|pseudonym|final|categor|emphas|apolog|author|character)iz(?:e[sd]?|ing|ation)|analyz(?:e[sd]?|ing))\b",
    re.IGNORECASE,
)
BRITISH_TOO = {"cancellation"}
SENTENCE_ENDS = (".", "?", "!")


def american(file) -> set[str]:
    """American words of a file's prose. Most files have none at all, and need not be taken apart."""
    if not AMERICAN.search(file.read_text(encoding="utf-8")):
        return set()
    return {match.group().lower() for match in AMERICAN.finditer(prose(file))} - BRITISH_TOO


def prose(file) -> str:
    """The comments and docstrings of a module, or the words of a document, without anything in backticks."""
    text = file.read_text(encoding="utf-8")
    if file.suffix == ".py":
        comments = [
            token.string
            for token in tokenize.generate_tokens(io.StringIO(text).readline)
            if token.type == tokenize.COMMENT and "noqa" not in token.string
        ]
        documented = (ast.Module, ast.ClassDef, ast.FunctionDef)
        docstrings = [ast.get_docstring(n) or "" for n in ast.walk(ast.parse(text)) if isinstance(n, documented)]
        text = "\n".join(comments + docstrings)
    return re.sub(r"```.*?```|`[^`]*`", "", text, flags=re.DOTALL)


def test_nothing_is_left_unfinished():
    for file in kept_files():
        if file.suffix in {".py", ".md", ".toml", ".sql"} and file.parent.name != "house":
            found = UNFINISHED.findall(re.sub(r"[\"'`\[(]XXXX[^\s]*", "", file.read_text(encoding="utf-8")))
            assert not found, f"{file.relative_to(ROOT)}: {found}"


def test_comments_and_documents_are_in_british_english():
    for file in kept_files():
        if file.suffix in {".py", ".md"} and file.parent.name != "house":
            found = american(file)
            assert not found, f"{file.relative_to(ROOT)}: {found}"


def test_what_the_chair_reads_is_in_british_english():
    for module, text in constants():
        if " " in text and not set("{:<=") & set(text):  # a sentence, neither a style sheet nor the tags of a drawing
            found = {match.group().lower() for match in AMERICAN.finditer(text)} - BRITISH_TOO
            assert not found, f"{module}: {text}"


def errors() -> dict[str, ast.ClassDef]:
    """Every class of error that the chair may meet, by name."""
    classes = {node.name: node for _, node in every_node() if isinstance(node, ast.ClassDef)}
    found = {"UserError"}
    while True:
        more = {name for name, node in classes.items() if {ast.unparse(base) for base in node.bases} & found} - found
        if not more:
            return {name: classes[name] for name in found}
        found |= more


def code_of(node: ast.ClassDef) -> str | None:
    for statement in node.body:
        if isinstance(statement, ast.AnnAssign) and ast.unparse(statement.target) == "code":
            return ast.literal_eval(statement.value) if statement.value else None
    return None


def test_every_error_has_a_code_of_its_own():
    codes = {name: code_of(node) for name, node in errors().items()}

    assert [name for name, code in codes.items() if not re.fullmatch(r"[A-Z]\d{3}", code or "")] == []
    assert len(set(codes.values())) == len(codes), sorted(codes.items(), key=lambda item: item[1] or "")


def text_of(node: ast.expr) -> str | None:
    """The written part of a sentence; None where it is made elsewhere."""
    if isinstance(node, ast.Constant) and isinstance(node.value, str):
        return node.value
    if isinstance(node, ast.JoinedStr) and isinstance(node.values[-1], ast.Constant):
        return str(node.values[-1].value)
    return None


def test_every_error_says_what_is_wrong_and_what_to_do_in_whole_sentences():
    plain = {
        name for name, node in errors().items() if not any(getattr(n, "name", "") == "__init__" for n in node.body)
    }
    raised = 0
    for module, node in every_node():
        if isinstance(node, ast.Call) and ast.unparse(node.func).rsplit(".", 1)[-1] in plain | {"UserError"}:
            if any(isinstance(argument, ast.Starred) for argument in node.args):
                continue
            said = [*node.args, *(keyword.value for keyword in node.keywords)]
            assert len(said) >= 2, f"{module}:{node.lineno} has no next step"
            raised += 1
            for words in map(text_of, said[:2]):
                assert words is None or words.rstrip().endswith(SENTENCE_ENDS), f"{module}:{node.lineno}: {words}"
    assert raised


@pytest.mark.parametrize("module", module_names())
def test_a_module_says_in_its_first_line_what_the_reader_finds(module):
    said = ast.get_docstring(modules()[module]) or ""

    assert said.split("\n")[0].rstrip().endswith((".", ":", "`")), f"{module}: {said}"


def test_no_colour_is_written_outside_the_themes():
    for module, text in constants():
        assert not re.search(r"#(?:[0-9a-fA-F]{3}){1,2}\b", text), f"{module}: {text}"
