"""Titles in headline style."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dateline.analysis import analyse_text
from dateline.events.fitting import LONGEST_TITLE, shortened
from dateline.events.reading import read_events
from reading_by_hand import document, timex


@pytest.mark.parametrize(
    ("text", "title"),
    [
        ("On 3 May 2010 the committee approved the plan.", "Committee approves plan"),
        ("The office was created on 3 May 2010.", "Office created"),
        ("The minister will visit Rome on 3 May 2010.", "Minister to visit Rome"),
        ("Two ships, the Ada and the Bel, collided on 3 May 2010 off Lima.", "Two ships collide off Lima"),
        ("It was on 3 May 2010 that the bridge collapsed.", "Bridge collapses"),
        ("Ms Lund took over on 3 May 2010.", "Lund takes over"),
        (
            "On 3 May 2010 the studio compiled nearly 400 songs for Harvest Records.",
            "Studio compiles nearly 400 songs for Harvest Records",
        ),
        ("Members published nearly 400 pages on 3 May 2010.", "Members publish nearly 400 pages"),
        ("The two sides signed a treaty there on 3 May 2010.", "Two sides sign treaty"),
        ("The hall was built by the Harbour Guild on 3 May 2010.", "Harbour Guild builds hall"),
        ("The hall was destroyed by fire on 3 May 2010.", "Hall destroyed by fire"),
        ("The tour fell through on 3 May 2010.", "Tour falls through"),
        ("The ministers waited, and the pilot picked them up on 3 May 2010.", "Pilot picks ministers up"),
        ("Prosecutors charged the clerk on 3 May 2010.", "Prosecutors charge clerk"),
        ("On 3 May 2010 the family moved to Leeds, where her father had found work.", "Family moves to Leeds"),
        ("It was not until 3 May 2010 that the archive was opened.", "Archive opened"),
        ("Moreover, the old wall was torn down on 3 May 2010.", "Old wall torn down"),
        ("RIGA - The mayor opened the lock on 3 May 2010.", "Mayor opens lock"),
        ("To save time, the crew took a short cut on 3 May 2010.", "Crew takes short cut"),
        ("(U) The envoy left Riga on 3 May 2010.", "Envoy leaves Riga"),
        ("After the fall of the city on 3 May 2010 the exiles came home.", "Exiles come home"),
        (
            "On 3 May 2010 the mayor told reporters that the crew would be freed.",
            "Mayor tells reporters crew would be freed",
        ),
        ("Banks have remained closed since 3 May 2010.", "Banks remain closed"),
        ("In Riga, the country's capital, Ada Lund staged a rally on 3 May 2010.", "Ada Lund stages rally"),
        ("As expected, Harvest Group reported lower earnings on 3 May 2010.", "Harvest Group reports lower earnings"),
        ("Professor Ada Lovell joined the institute on 3 May 2010.", "Ada Lovell joins institute"),
        ("The institute is due to be closed on 3 May 2010.", "Institute to be closed"),
        ("On 3 May 2010 the crew is moving the crane.", "Crew moves crane"),
        ("At 0512 the vessel lost all power on 3 May 2010.", "Vessel loses all power"),
        ("The Trust (grant 118-B), which was founded on 3 May 2010, paid for it.", "Trust founded"),
        ("At least 26 people, according to the police, were injured on 3 May 2010.", "At least 26 people injured"),
        (
            "On 3 May 2010 a flood swept through the town, killing 1,200 people.",
            "Flood sweeps through town, killing 1,200 people",
        ),
        ("The ferry sank on 3 May 2010 in the strait, which is narrow.", "Ferry sinks in strait"),
        (
            "Four nurses were dismissed by the hospital's directors on 3 May 2010.",
            "Hospital's directors dismiss four nurses",
        ),
        ("The plague reached the port on 3 May 2010 and killed half of its people.", "Plague reaches port"),
        ("The council planned to open the lock on 3 May 2010.", "Council to open lock"),
        ("The Danes burned the abbey on 3 May 2010.", "Danes burn abbey"),
        ("Reports compiled on 3 May 2010 by the bureau were lost.", "Reports lost"),
        ("The prices rose on 3 May 2010 to $1,200.", "Prices rise to $1,200"),
        # the subject over asides, relative clauses and what opens a sentence
        ("It broke the ban the council passed on 3 May 2010.", "Council passes ban"),
        ("All across Linden, the housing market crashed on 3 May 2010.", "Housing market crashes"),
        ("Varland's Jon Berg, facing rebel and royal troops, resigned on 3 May 2010.", "Varland's Jon Berg resigns"),
        ("Prince Olav, the king's brother and closest adviser, resigned on 3 May 2010.", "Prince Olav resigns"),
        ("The reason, the police discovered new evidence on 3 May 2010.", "Police discover new evidence"),
        ("So far three towns, Linden, Varde, and Arden, have shut on 3 May 2010.", "Three towns shut"),
        ("On 3 May 2010 Lund, Jon Berg, and others ended the talks.", "Lund, Jon Berg and others end talks"),
        (
            "The Lindish and Vardish firms, which fund the talks that are to end soon, invited Berg on 3 May 2010.",
            "Lindish and Vardish firms invite Berg",
        ),
        (
            "The mayor gave money to Jon Berg, who on 3 May 2010 built the country's most widely copied engine.",
            "Jon Berg builds country's most widely copied engine",
        ),
        ("Rescued by fishermen on 3 May 2010, the boy lives with an aunt.", "Fishermen rescue boy"),
        ("Just after joining Linden Rovers on 3 May 2010, Berg was ill.", "Berg joins Linden Rovers"),
        # the object that a relative clause has before it
        (
            "He was against a pact on fishing, which two ministers signed on 3 May 2010.",
            "Two ministers sign pact on fishing",
        ),
        ("He carried a note to the envoy, with whom the king met on 3 May 2010.", "King meets with envoy"),
        # two forms before one noun, and forms that complete a verb
        (
            "On 3 May 2010 guards found the lost and torn banner of the guild.",
            "Guards find lost and torn banner of guild",
        ),
        ("On 3 May 2010 divers found a safe buried near the mill.", "Divers find safe buried near mill"),
        ("Berg fled after the robbery, and the van was found abandoned on 3 May 2010.", "Van found abandoned"),
        ('The inspector said the clerk was "likely drowned" on 3 May 2010.', "Clerk likely drowned"),
        ("On 3 May 2010 two miners were reported killed in the pit.", "Two miners killed in pit"),
        (
            "The pact amounts to a truce in the bay, and the town council ratified it on 3 May 2010.",
            "Town council ratifies it",
        ),
        ("A gunman killed a Linden, Varland, doctor on 3 May 2010.", "Gunman kills doctor"),
        ("He was seized from his small, grey harbour shop on 3 May 2010.", "Seized from his small, grey harbour shop"),
        ("Truckloads of goods rolled into Linden on 3 May 2010.", "Truckloads of goods roll into Linden"),
        ("The boat, which Berg owned, made a visit to the fort on 3 May 2010.", "Boat makes visit to fort"),
        ("The fair, which Berg heads, made a loss on 3 May 2010.", "Fair makes loss"),
        ("The report did not mention Berg by name, but praised the crew on 3 May 2010.", "Report praises crew"),
        ("Ada Berg had been at work in the mill when she was seized on 3 May 2010.", "Ada Berg seized"),
        ("Sources indicate officials are searching the mill on 3 May 2010.", "Officials search mill"),
        ("The ban was backdated to 3 May 2010.", "Ban backdated to 3 May 2010"),
        (
            "The constitutional assembly voted overwhelmingly on 3 May 2010 to make the southern province free.",
            "Constitutional assembly votes to make southern province free",
        ),
        ("Financed by two banks and by the board, the loan was sold on 3 May 2010.", "Loan sold"),
        (
            "The big, often wild slide in prices hurt the mill on 3 May 2010.",
            "Big, often wild slide in prices hurts mill",
        ),
        ("Under the new terms, announced on 3 May 2010, holders would get nothing.", "New terms announced"),
        # what was said
        (
            "On 3 May 2010, the Fisheries Union (FU) reported wolves killed 60 sheep.",
            "Fisheries Union reports wolves killed 60 sheep",
        ),
        (
            "On 3 May 2010 the owner told police he left a stove on at home.",
            "Owner tells police he left stove on at home",
        ),
        (
            "On 3 May 2010 the Harbour Board disclosed that the bank's former governors had sought a loan.",
            "Bank's former governors seek loan",
        ),
        ("She filed a complaint against a firm that closed the mill on 3 May 2010.", "Firm closes mill"),
        ('The judge concluded the clerk was "likely drowned" on 3 May 2010.', "Clerk likely drowned"),
        (
            "The guilds had met, but Lund and Berg called for more help on 3 May 2010.",
            "Lund and Berg call for more help",
        ),
        ("The carrier says the ship berthed at Linden on 3 May 2010.", "Ship berths at Linden"),
        # where a title may end
        (
            "Envoy Ada Lovell and her Vardish, Ardish and Southern peers, Jon Berg and Per Moe, met on 3 May 2010.",
            "Envoy Ada Lovell and others meet",
        ),
        ("On 3 May 2010 the board voted on whether the school could move.", "Board votes"),
        (
            "On 3 May 2010 the inspectors visited a total of nine other sites.",
            "Inspectors visit total of nine other sites",
        ),
        ("The ship sank on 3 May 2010 local time off Linden.", "Ship sinks off Linden"),
        (
            "Former light heavyweight champion and regional bronze medallist Jon Berg was given a ban on 3 May 2010.",
            "Jon Berg given ban",
        ),
    ],
)
def test_title(text: str, title: str) -> None:
    (event,) = read_events(document(text, published="2010-05-01"), [timex(text, "3 May 2010", "2010-05-03")]).events
    assert event.title == title


def test_a_pronoun_is_called_by_name() -> None:
    text = "Ada Lovell came from Riga. She married Jan Berg on 3 May 2010. Lovell was happy."
    events = read_events(document(text), [timex(text, "3 May 2010", "2010-05-03")]).events
    assert events[0].title == "Lovell marries Jan Berg"


@given(st.text(max_size=200))
def test_titles_are_short(text: str) -> None:
    title = shortened(text)
    assert len(title) <= LONGEST_TITLE
    assert title == title.strip()


def test_a_firm_that_a_text_is_about_keeps_its_whole_name() -> None:
    text = (
        "Arden Freight met the Harbour Board in Linden on 3 May 2015.\n\n"
        "Arden Freight warned the Audit Office on 9 June 2015.\n\n"
        "Arden Freight signed a contract in Varde on 1 July 2015."
    )
    titles = [event.title for event in analyse_text(text, published="2016-01-01").events]
    assert [title.split()[:2] for title in titles] == [["Arden", "Freight"]] * 3


def test_who_is_to_do_something_stands_before_it() -> None:
    text = "The chief said he expected a vaccine against the plague to start clinical trials on 3 June 2010."
    (event,) = analyse_text(text, published="2010-05-20").events
    assert event.title == "Vaccine against plague to start clinical trials"


@pytest.mark.parametrize(
    "text",
    [
        "According to an official who spoke to the Courier on 3 May 2010, the bridge is safe.",
        "The letter, dated 3 May 2010, asks for help.",
        "The guards said it did not appear that anyone was injured on 3 May 2010.",
        "They sent Berg to verify that the guild had destroyed its ships in 2009.",
    ],
)
def test_what_only_tells_of_a_source_is_no_event(text: str) -> None:
    assert not analyse_text(text, published="2010-05-20").events
