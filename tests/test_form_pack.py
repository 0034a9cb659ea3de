"""The form pack `templates/kern/`: every kind of field, errors, layouts, formsets."""

import re

import pytest
from django.template import Context, Template

from tests.elements import Elements, elements
from tests.form_pack import PresenceFormSet, SessionForm

VALID = {
    "title": "7. Sitzung",
    "committee": "inta",
    "date": "2026-09-22",
    "start": "16:30",
    "form_of_vote": "hand",
    "is_public": "on",
}
NO_ROWS = {"rows-TOTAL_FORMS": "0", "rows-INITIAL_FORMS": "0"}


@pytest.fixture
def form_page(form_pack, db):
    """The test-only page with every kind of field, at /form/."""


def test_every_input_has_a_label(client, form_page):
    page = elements(client.get("/form/"))
    labelled = {label["for"] for label in page.all("label")}
    inputs = [
        attrs
        for tag, attrs in page.found
        if tag in {"input", "select", "textarea"} and attrs.get("type") != "hidden" and "aria-label" not in attrs
    ]
    assert len(inputs) >= 13
    assert {attrs["id"] for attrs in inputs} <= labelled


@pytest.mark.parametrize(
    ("tag", "name", "css_class"),
    [
        ("input", "title", "kern-form-input__input wide"),
        ("select", "committee", "kern-form-input__select"),
        ("select", "papers", "kern-form-input__input"),
        ("textarea", "note", "kern-form-input__input"),
        ("input", "date", "kern-form-input__input"),
        ("input", "start", "kern-form-input__input"),
        ("input", "seats", "kern-form-input__input"),
        ("input", "file", "kern-form-input__input"),
        ("input", "is_public", "kern-form-check__checkbox"),
        ("input", "ends_0", "kern-form-input__input"),
    ],
)
def test_each_kind_of_input_wears_its_class(client, form_page, tag, name, css_class):
    assert elements(client.get("/form/")).one(tag, name=name)["class"] == css_class


def test_the_options_of_a_group_wear_theirs(client, form_page):
    page = elements(client.get("/form/"))
    assert {radio["class"] for radio in page.all("input", name="form_of_vote")} == {"kern-form-check__radio"}
    assert {box["class"] for box in page.all("input", name="groups")} == {"kern-form-check__checkbox"}


def test_help_texts_and_errors_are_what_the_inputs_point_to(client, form_page):
    response = client.post("/form/", NO_ROWS)
    assert response.status_code == 422
    page = elements(response)
    title = page.one("input", name="title")
    assert title["aria-describedby"] == "id_title_helptext id_title_error"
    assert title["aria-invalid"] == "true"
    described = [attrs["aria-describedby"].split() for _tag, attrs in page.found if "aria-describedby" in attrs]
    assert len(described) >= 6
    assert {target for targets in described for target in targets} <= set(page.ids)


def test_a_group_is_described_as_a_whole(client, form_page):
    group = elements(client.post("/form/", NO_ROWS)).one("fieldset", id="div_id_form_of_vote")
    assert group["aria-describedby"] == "id_form_of_vote_helptext id_form_of_vote_error"


def test_the_summary_of_errors_links_to_each_input(client, form_page):
    page = elements(client.post("/form/", NO_ROWS))
    [summary] = [attrs for _tag, attrs in page.found if "data-error-summary" in attrs]
    assert (summary["role"], summary["tabindex"]) == ("alert", "-1")
    links = [link["href"].removeprefix("#") for link in page.all("a", class_="kern-link")]
    assert links == ["id_title", "id_committee", "id_date", "id_start", "id_form_of_vote_0", "id_is_public"]
    assert set(links) <= set(page.ids)


def test_an_error_of_the_whole_form_stands_in_the_summary(client, form_page):
    response = client.post("/form/", {**VALID, **NO_ROWS, "title": "Widerspruch"})
    assert "Die Angaben widersprechen sich." in response.content.decode()


def test_the_title_of_the_page_tells_of_errors(client, form_page):
    assert "<title>Fehler: Formular" in client.post("/form/", NO_ROWS).content.decode()
    assert "<title>Formular" in client.get("/form/").content.decode()


def test_everything_typed_is_still_there(client, form_page):
    page = elements(client.post("/form/", {**VALID, **NO_ROWS, "date": "22. Feb", "place": "<Saal & Foyer>"}))
    assert page.one("input", name="date")["value"] == "22. Feb"
    assert page.one("input", name="place")["value"] == "<Saal & Foyer>"
    assert "checked" in page.one("input", name="form_of_vote", value="hand")
    assert "checked" in page.one("input", name="is_public")


def test_a_valid_form_shows_no_errors(client, form_page):
    response = client.post("/form/", {**VALID, **NO_ROWS})
    assert response.status_code == 200
    assert "kern-error" not in response.content.decode()


def test_required_fields_are_marked_and_the_mark_is_explained(client, form_page):
    html = client.get("/form/").content.decode()
    assert "Mit * gekennzeichnete Felder sind Pflichtfelder." in html
    assert "required" in elements(client.get("/form/")).one("input", name="title")
    assert html.count("required-mark") == 6 + 2  # Six fields of the form, two columns of the table.


def test_layouts_keep_their_parts(client, form_page):
    page = elements(client.get("/form/"))
    assert page.one("div", class_="extra")
    assert page.one("div", class_="field-row")
    assert page.one("button", name="save")["class"] == "kern-btn kern-btn--primary"
    assert page.one("button", name="preview")["class"] == "kern-btn kern-btn--secondary"
    assert "Ein Hinweis." in client.get("/form/").content.decode()


def test_a_form_without_layout_renders_by_filter():
    html = Template("{% load crispy_forms_filters %}{{ form|crispy }}").render(Context({"form": SessionForm()}))
    names = {attrs["name"] for _tag, attrs in Elements(html).found if "name" in attrs}
    assert names >= set(SessionForm.base_fields) - {"ends"}


def test_a_formset_renders_by_filter_with_numbered_rows():
    formset = PresenceFormSet(prefix="rows")
    html = Template("{% load crispy_forms_filters %}{{ formset|crispy }}").render(Context({"formset": formset}))
    assert "rows-TOTAL_FORMS" in html
    assert re.findall(r"<legend[^>]*>(Zeile \d)", html) == ["Zeile 1", "Zeile 2"]


def test_the_cells_of_a_formset_table_are_named_by_column_and_row(client, form_page):
    page = elements(client.get("/form/"))
    assert page.one("input", name="rows-1-name")["aria-label"] == "Name, Zeile 2"
    assert page.one("select", name="rows-0-status")["aria-label"] == "Status, Zeile 1"
    assert page.one("div", class_="table-scroll")["tabindex"] == "0"
    assert page.all("input", name="rows-0-row", type="hidden")


def test_an_error_in_a_table_names_its_row(client, form_page):
    rows = {"rows-TOTAL_FORMS": "2", "rows-INITIAL_FORMS": "0", "rows-1-leaves": "spät"}
    response = client.post("/form/", {**VALID, **rows})
    assert "Zeile 2, Geht um:" in response.content.decode()
    assert elements(response).one("input", name="rows-1-leaves")["aria-describedby"] == "id_rows-1-leaves_error"
