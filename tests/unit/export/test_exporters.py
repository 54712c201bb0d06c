"""PNG, SVG and PDF: their sizes, their text, their links, and that all of it is painted alike."""

import re
import xml.etree.ElementTree as ET
from dataclasses import replace
from pathlib import Path

import pytest
from PySide6.QtGui import QColor, QFont, QImage, QPdfWriter
from PySide6.QtWidgets import QApplication

from dateline.errors import UnsupportedFormat, UnwritableFile, UserError
from dateline.export.exporters import (
    EXPORTERS,
    clipboard_data,
    exporter_for,
    print_image,
    render_preview,
    write_image,
)
from dateline.export.layout import asked_events, lay_out
from dateline.export.request import PRESETS, ImageRequest, Preset, What, preset
from dateline.model.anchors import Anchor
from dateline.model.dates import Interval, Precision, day_number, instant
from dateline.model.documents import Published, PublishedOrigin, SourceDocument
from dateline.model.events import Excerpt
from dateline.model.group import Group
from dateline.model.spans import Span
from dateline.paint.theme import LIGHT, ThemeName
from dateline.scene.lanes import LaneBy
from dateline.scene.measure import TextStyle
from scene_values import at, event, story

SVG = "{http://www.w3.org/2000/svg}"
LINK = "{http://www.w3.org/1999/xlink}href"
ADDRESS = "https://example.org/interview?a=1&b=2"


def document() -> SourceDocument:
    day = day_number(2014, 10, 30)
    published = Published(Interval.days(day, day), Precision.DAY, PublishedOrigin.TEXT)
    return SourceDocument("d0", "interview.txt", "Words", "0" * 64, (), "en", published, "The interview", "", ADDRESS)


DOCUMENTS = (document(),)
EVENTS = story()


@pytest.fixture(autouse=True)
def application(qapp: QApplication) -> QApplication:
    return qapp


def texts(path: Path) -> list[str]:
    root = ET.fromstring(path.read_text(encoding="utf-8"))
    return ["".join(element.itertext()).strip() for element in root.iter(f"{SVG}text")]


def test_the_exporters_are_those_of_the_page() -> None:
    assert [one.name for one in EXPORTERS] == ["png", "svg", "pdf", "clipboard", "printer"]
    assert [one.suffix for one in EXPORTERS if one.encode] == [".png", ".svg", ".pdf"]


@pytest.mark.parametrize("chosen", PRESETS, ids=lambda chosen: chosen.name)
def test_every_preset_holds_all_events(chosen: Preset) -> None:
    request = ImageRequest(legend=True, title="A title", notes=True).of_preset(preset(chosen.name))

    layout = lay_out(EVENTS, DOCUMENTS, request)

    assert layout.events_written == len(EVENTS)
    assert layout.scene.counts.outside == 0
    assert layout.scene.content_height_px <= layout.scene.lanes_height_px + 0.5


def test_a_png_has_the_size_and_the_resolution_asked_for(tmp_path: Path) -> None:
    path = tmp_path / "picture.png"
    written = write_image(path, EVENTS, DOCUMENTS, ImageRequest().of_millimetres(254, 127, 200))

    image = QImage(str(path))
    assert (image.width(), image.height()) == (2000, 1000)
    assert image.dotsPerMeterX() == round(200 / 0.0254)
    assert written.events_written == len(EVENTS)
    assert written.sentence == "9 events written."
    assert image.text("Description").startswith("A timeline of 9 events.")


def test_pixels_follow_the_scale(tmp_path: Path) -> None:
    for scale in (1.0, 2.0):
        path = tmp_path / f"{scale}.png"
        write_image(path, EVENTS, DOCUMENTS, ImageRequest().of_pixels(900, 500, scale))
        image = QImage(str(path))
        assert (image.width(), image.height()) == (900 * scale, 500 * scale)


def test_a_transparent_picture_has_no_ground(tmp_path: Path) -> None:
    path = tmp_path / "picture.png"
    request = ImageRequest(transparent=True)
    write_image(path, EVENTS, DOCUMENTS, request)
    assert QImage(str(path)).pixelColor(2, 2).alpha() == 0

    write_image(path, EVENTS, DOCUMENTS, replace(request, transparent=False))
    assert QImage(str(path)).pixelColor(2, 2) == QColor("#ffffff")
    write_image(path, EVENTS, DOCUMENTS, replace(request, transparent=False, theme=ThemeName.DARK))
    assert QImage(str(path)).pixelColor(2, 2).lightness() < 60


def test_text_stays_text_in_an_svg(tmp_path: Path) -> None:
    path = tmp_path / "picture.svg"
    write_image(path, EVENTS, DOCUMENTS, ImageRequest(title="Of words & deeds", subtitle="A story", legend=True))

    root = ET.fromstring(path.read_text(encoding="utf-8"))
    found = texts(path)
    assert root.findtext(f"{SVG}title") == "Of words & deeds"
    assert "Interview published" in (root.findtext(f"{SVG}desc") or "")
    for one in EVENTS:
        assert one.title in found
    assert {"Of words & deeds", "A story", "Meetings and visits", "2014"} <= set(found)
    assert root.get("viewBox") == "0 0 1280 720"


def test_an_svg_clips_what_reaches_beyond_its_lanes(tmp_path: Path) -> None:
    path = tmp_path / "picture.svg"
    write_image(path, EVENTS, DOCUMENTS, ImageRequest())

    assert "<clipPath" in path.read_text(encoding="utf-8")


def test_notes_are_numbered_linked_and_complete(tmp_path: Path) -> None:
    path = tmp_path / "picture.svg"
    plain, noted = ImageRequest(), ImageRequest(notes=True)
    write_image(path, EVENTS, DOCUMENTS, noted)

    root = ET.fromstring(path.read_text(encoding="utf-8"))
    targets = {element.get("id") for element in root.iter() if (element.get("id") or "").startswith("note-")}
    links = [element.get(LINK) for element in root.iter(f"{SVG}a")]
    assert targets == {f"note-{number}" for number in range(1, 10)}
    assert {link for link in links if link and link.startswith("#")} == {f"#{target}" for target in targets}
    assert links.count(ADDRESS) == 9
    assert lay_out(EVENTS, DOCUMENTS, noted).height_px > lay_out(EVENTS, DOCUMENTS, plain).height_px
    for number in range(1, 10):
        assert str(number) in texts(path)


def test_a_note_tells_the_words_the_document_and_its_date() -> None:
    quote = "On Tuesday, October 28,\nthey met in New York."
    excerpt = Excerpt("d0", Anchor(100, 100 + len(quote), quote, "", ""), Span(103, 122))
    one = replace(event(1, "They met", at("2014-10-28")), excerpts=(excerpt,))
    layout = lay_out((one,), DOCUMENTS, ImageRequest(notes=True))

    note = layout.notes[0].note
    told = "“On Tuesday, October 28, they met in New York.” The interview, Thu 30 October 2014."
    assert note.text == f"1\u2002They met, Tue 28 October 2014. {told}"
    assert [passage.span.of(note.text) for passage in note.passages if passage.bold][1] == "Tuesday, October 28"
    assert note.addresses == (ADDRESS,)


def test_an_event_without_a_source_says_so() -> None:
    one = replace(event(1, "My own", at("2014-10-28")), excerpts=())

    note = lay_out((one,), (), ImageRequest(notes=True)).notes[0].note
    assert note.text.endswith("(added by hand, without a source)")


def test_a_pdf_is_vector_with_notes_on_following_pages(tmp_path: Path) -> None:
    path = tmp_path / "picture.pdf"
    days = ((day, f"2014-{1 + day // 28:02d}-{1 + day % 28:02d}") for day in range(300))
    many = tuple(event(number, f"Day {number}", at(day)) for number, day in days)
    request = ImageRequest(notes=True).of_preset(preset("A4", landscape=True))
    written = write_image(path, many, DOCUMENTS, request)

    data = path.read_bytes()
    assert data.startswith(b"%PDF")
    assert len(re.findall(rb"/Type /Page\b", data)) == written.pages >= 3
    assert written.events_written == 300
    width, height = (float(number) for number in re.findall(rb"/MediaBox \[0 0 ([\d.]+) ([\d.]+)", data)[0])
    assert (width, height) == pytest.approx((841.9, 595.3), abs=1.5)
    assert ADDRESS.encode() in data
    assert b"/Subtype /Image" not in data


def test_a_printer_gets_the_same_pages(tmp_path: Path) -> None:
    writer = QPdfWriter(str(tmp_path / "paper.pdf"))

    printed = print_image(writer, EVENTS, DOCUMENTS, ImageRequest(notes=True))

    assert printed.path is None
    assert (printed.events_written, printed.pages) == (9, 2)


def test_the_clipboard_holds_pixels_and_a_drawing() -> None:
    data, written = clipboard_data(EVENTS, DOCUMENTS, ImageRequest())

    assert data.hasImage()
    assert b"Interview published" in bytes(data.data("image/svg+xml").data())
    assert written.events_written == 9


def test_the_preview_is_what_is_written(tmp_path: Path) -> None:
    path = tmp_path / "picture.png"
    request = ImageRequest(legend=True, filter_words="hidden: nothing").of_pixels(1000, 600, 1.25)
    written = write_image(path, EVENTS, DOCUMENTS, request)

    preview, told = render_preview(EVENTS, DOCUMENTS, request)

    assert preview.convertToFormat(QImage.Format.Format_ARGB32) == QImage(str(path)).convertToFormat(
        QImage.Format.Format_ARGB32
    )
    assert told.events_written == written.events_written
    assert render_preview(EVENTS, DOCUMENTS, request, scale=0.5)[0].width() == 500


def test_text_keeps_its_size_whatever_the_picture() -> None:
    request = ImageRequest(font_points=9)
    sizes = [
        lay_out(EVENTS, DOCUMENTS, request.of_pixels(width, height)).fonts.font(TextStyle.TITLE).pixelSize()
        for width, height in ((700, 500), (3000, 2000))
    ]

    assert sizes == [12, 12]


def test_what_is_asked_for_is_what_is_counted() -> None:
    october = (instant(2014, 10, 20), instant(2014, 10, 29))
    for request, wanted in (
        (ImageRequest(), 9),
        (ImageRequest(what=What.SELECTION, selected=frozenset({"e1", "e4"})), 2),
        (ImageRequest(what=What.RANGE, range_seconds=october), 4),
        (ImageRequest(what=What.VIEW, range_seconds=october), 4),
    ):
        asked = asked_events(EVENTS, request)
        layout = lay_out(EVENTS, DOCUMENTS, request)
        assert len(asked) == layout.events_written == wanted


def test_every_event_that_touches_a_range_is_in_its_picture() -> None:
    days = tuple(event(day, f"Day {day}", at(f"2014-10-{day:02d}")) for day in range(1, 31))
    for hours in (1, 30, 100, 700):
        span = (instant(2014, 10, 5, 23), instant(2014, 10, 5, 23) + hours * 3600)
        request = ImageRequest(what=What.RANGE, range_seconds=span)
        assert lay_out(days, (), request).events_written == len(asked_events(days, request)) > 0


def test_too_many_lanes_are_put_together_and_nothing_is_lost() -> None:
    actors = tuple(replace(event(n, f"Deed {n}", at("2014-10-28")), actors=(f"Person {n}",)) for n in range(120))

    layout = lay_out(actors, (), ImageRequest(lane_by=LaneBy.ACTOR).of_pixels(900, 500))

    assert layout.events_written == 120
    assert layout.scene.counts.outside == 0
    assert any("other lanes" in lane.name for lane in layout.scene.lanes)


def test_crowds_are_gathered_and_counted() -> None:
    crowd = tuple(event(n, f"Deed {n}", at(f"20{n % 20:02d}-{1 + n % 12:02d}-11")) for n in range(900))

    layout = lay_out(crowd, (), ImageRequest(legend=True).of_pixels(700, 400))

    assert layout.events_written == 900
    assert 0 < layout.clustered <= 900
    assert f"{layout.clustered} of them gathered" in layout.footer


def test_nothing_to_draw_and_no_room_are_told() -> None:
    with pytest.raises(UserError, match="no event"):
        lay_out((), (), ImageRequest())
    with pytest.raises(UserError, match="too small"):
        lay_out(EVENTS, DOCUMENTS, ImageRequest().of_pixels(300, 60))
    with pytest.raises(UserError, match="too large"):
        render_preview(EVENTS, DOCUMENTS, ImageRequest().of_pixels(5000, 5000, 10))


def test_places_that_cannot_be_written_are_told(tmp_path: Path) -> None:
    (tmp_path / "file").touch()
    with pytest.raises(UnwritableFile):
        write_image(tmp_path / "file" / "picture.png", EVENTS, DOCUMENTS, ImageRequest())
    with pytest.raises(UnsupportedFormat, match="gif"):
        write_image(tmp_path / "picture.gif", EVENTS, DOCUMENTS, ImageRequest())
    assert exporter_for(Path("A.SVG")).name == "svg"


def test_the_picture_has_the_colours_of_its_look() -> None:
    image, _ = render_preview(EVENTS, DOCUMENTS, ImageRequest(legend=True, publications=False), scale=1.0)

    colours = {image.pixelColor(x, y).name() for x in range(0, image.width(), 1) for y in range(600, 700, 3)}
    assert LIGHT.group_color(Group.MEETING) in colours


def test_a_family_can_be_chosen() -> None:
    layout = lay_out(EVENTS, DOCUMENTS, ImageRequest(font_family="DejaVu Serif"))

    assert layout.fonts.font(TextStyle.TITLE).family() == QFont("DejaVu Serif").family()
