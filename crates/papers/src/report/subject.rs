//! What a report is about: a treaty, a State, a day.

use law::calendar::{AsAt, Date};
use law::party::{PartyCode, PartyIndex};
use law::record::{Record, TreatyRecord};
use law::status::Status;
use law::treaty::TreatyId;

use super::composer::ReportError;
use super::definition::Definition;
use crate::un_date::ENGLISH;

/// What is asked for beyond what a definition says.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Asked {
    /// The day; without it, the definition's.
    pub as_at: Option<AsAt>,
    /// The treaty, where the definition names none.
    pub treaty: Option<TreatyId>,
    /// The State, where the definition names none.
    pub state: Option<PartyCode>,
}

/// What the sections of a report are about.
pub(super) struct Subject<'a> {
    pub(super) definition: &'a Definition,
    pub(super) record: &'a Record,
    pub(super) as_at: AsAt,
    /// The day of issue.
    pub(super) issued: AsAt,
    treaty: Option<&'a TreatyRecord>,
    state: Option<PartyIndex>,
    /// The treaty's noun, such as "Convention".
    noun: &'static str,
}

impl<'a> Subject<'a> {
    /// `today` is the day of a report for which neither the definition nor the question names one.
    pub(super) fn of(
        definition: &'a Definition,
        record: &'a Record,
        asked: &Asked,
        today: AsAt,
    ) -> Result<Self, ReportError> {
        let as_at = definition.day(asked.as_at, today);
        let id = asked.treaty.as_ref().or(definition.treaty.as_ref());
        let lacking = |what: String| ReportError::lacking(definition, what);
        let held = |id: &TreatyId| record.treaty_by_id(id).ok_or_else(|| lacking(format!("the treaty {id}")));
        let treaty = id.map(held).transpose()?;
        let of_name = |name: &str| record.parties.resolve(name, None).map_err(|unknown| lacking(unknown.to_string()));
        let of_code =
            |code: PartyCode| record.parties.by_code(code).ok_or_else(|| lacking(format!("the State {code}")));
        let state = match (asked.state, &definition.state) {
            (Some(code), _) => Some(of_code(code)?),
            (None, Some(name)) => Some(of_name(name)?),
            (None, None) => None,
        };
        let noun = treaty.map_or("treaty", |treaty| noun(treaty.treaty.title_in("en")));
        let issued = AsAt::new(definition.issued(as_at));
        Ok(Self { definition, record, as_at, issued, treaty, state, noun })
    }

    /// The same on another day.
    pub(super) fn on(&self, as_at: Option<AsAt>) -> Self {
        Self { as_at: as_at.unwrap_or(self.as_at), ..*self }
    }

    /// The treaty that the report is on.
    pub(super) fn treaty(&self) -> Result<&'a TreatyRecord, ReportError> {
        self.treaty.ok_or_else(|| ReportError::without(self.definition, "treaty", "--treaty IV-13"))
    }

    /// The State that the report is on.
    pub(super) fn state(&self) -> Result<PartyIndex, ReportError> {
        self.state.ok_or_else(|| ReportError::without(self.definition, "State", "--state Mexico"))
    }

    /// The treaty's status on the day.
    pub(super) fn status(&self) -> Result<Status<'a>, ReportError> {
        Ok(Status::of(self.treaty()?, self.record, self.as_at))
    }

    /// What the text calls the treaty: "the Convention".
    pub(super) fn the_treaty(&self) -> String {
        format!("the {}", self.noun)
    }

    /// A party's name in running text, on the day.
    pub(super) fn name(&self, party: PartyIndex) -> &'a str {
        self.record.parties[party].name_on(self.as_at.day()).in_text()
    }

    /// A party's name in running text, by its code.
    pub(super) fn name_of(&self, code: PartyCode) -> String {
        let party = self.record.parties.by_code(code);
        party.map_or_else(|| code.to_string(), |party| self.name(party).to_owned())
    }

    /// The day so long before the day that the time up to it begins on.
    pub(super) fn beginning(&self, within: &law::final_clauses::Worded<law::final_clauses::Period>) -> Date {
        let before = within.means().before(self.as_at.day());
        before.and_then(|day| day.tomorrow().ok()).unwrap_or_else(|| self.as_at.day())
    }

    /// The title, with what its placeholders stand for.
    pub(super) fn title(&self) -> String {
        let treaty = self.treaty.map_or("", |treaty| treaty.treaty.title_in("en"));
        let state = self.state.map_or("", |state| self.record.parties[state].name_on(self.as_at.day()).name.as_str());
        let year = self.as_at.day().year().to_string();
        let title = self.definition.title.replace("{treaty}", treaty).replace("{state}", state);
        title.replace("{year}", &year).replace("{day}", &ENGLISH.write(self.as_at.day()))
    }

    /// The title of the treaty in full, where there is one.
    pub(super) fn treaty_in_full(&self) -> Option<&'a str> {
        self.treaty.map(|treaty| treaty.treaty.title_in("en"))
    }
}

/// What a text calls a treaty after the first time: the first noun of its kind in the title, with its initial capital.
fn noun(title: &str) -> &'static str {
    const NOUNS: [&str; 9] = [
        "Convention",
        "Covenant",
        "Optional Protocol",
        "Protocol",
        "Agreement",
        "Statute",
        "Charter",
        "Amendment",
        "Treaty",
    ];
    let named = NOUNS.iter().filter_map(|noun| title.find(noun).map(|at| (at, *noun)));
    named.min_by_key(|(at, _)| *at).map_or("treaty", |(_, noun)| noun)
}

#[cfg(test)]
mod tests {
    use super::noun;

    #[test]
    fn a_treaty_is_called_by_the_first_noun_of_its_title() {
        for (title, expected) in [
            ("International Covenant on Civil and Political Rights", "Covenant"),
            ("Optional Protocol to the Convention on the Rights of Persons with Disabilities", "Optional Protocol"),
            ("Protocol to Prevent, Suppress and Punish Trafficking", "Protocol"),
            ("Amendment to article 43 (2) of the Convention on the Rights of the Child", "Amendment"),
            ("Rome Statute of the International Criminal Court", "Statute"),
            ("Second Protocol to something", "Protocol"),
            ("Ban", "treaty"),
        ] {
            assert_eq!(noun(title), expected, "{title}");
        }
    }
}
