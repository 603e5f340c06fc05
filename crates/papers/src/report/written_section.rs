//! A section as a definition's file has it: one flat table, whose first key says which of the others it may have.

use law::activity::ActivityKind;
use law::calendar::AsAt;
use law::final_clauses::{Period, Worded};
use serde::Deserialize;

use super::section::{
    ActivitiesShown, ChartOf, Link, Once, ReportedActs, Section, Shows, TableOf, Tables, WhichMandates, WhichReports,
};

/// The words that `shows` may have.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub(super) enum Kind {
    Resolution,
    SubmittedUnder,
    Mandates,
    EntryIntoForce,
    Participation,
    Developments,
    Activities,
    Committee,
    Candidates,
    Reporting,
    Declarations,
    Table,
    Chart,
    Treaties,
    StateTreaties,
    StateReports,
    Text,
}

/// Every key that a section may have.
#[derive(Debug, Clone, Deserialize)]
#[serde(rename_all = "kebab-case", deny_unknown_fields)]
pub(super) struct WrittenSection {
    shows: Kind,
    heading: Option<String>,
    once: Option<Once>,
    as_at: Option<AsAt>,
    of: Option<Of>,
    lead: Option<String>,
    link: Option<Link>,
    which: Option<WhichMandates>,
    reported: Option<ReportedActs>,
    tables: Option<Tables>,
    within: Option<Worded<Period>>,
    kind: Option<ActivityKind>,
    by: Option<String>,
    serves: Option<String>,
    election: Option<AsAt>,
    listed: Option<WhichReports>,
    text: Option<String>,
}

/// One name, or several.
#[derive(Debug, Clone, Deserialize)]
#[serde(untagged)]
enum Of {
    One(String),
    Several(Vec<String>),
}

impl Kind {
    pub(super) const fn word(self) -> &'static str {
        match self {
            Self::Resolution => "resolution",
            Self::SubmittedUnder => "submitted-under",
            Self::Mandates => "mandates",
            Self::EntryIntoForce => "entry-into-force",
            Self::Participation => "participation",
            Self::Developments => "developments",
            Self::Activities => "activities",
            Self::Committee => "committee",
            Self::Candidates => "candidates",
            Self::Reporting => "reporting",
            Self::Declarations => "declarations",
            Self::Table => "table",
            Self::Chart => "chart",
            Self::Treaties => "treaties",
            Self::StateTreaties => "state-treaties",
            Self::StateReports => "state-reports",
            Self::Text => "text",
        }
    }

    /// The keys that say more about it, beside `heading`, `once` and `as-at`, which every section may have.
    const fn keys(self) -> &'static [&'static str] {
        match self {
            Self::Resolution => &["of", "lead", "link", "within"],
            Self::Mandates => &["of", "which"],
            Self::Participation => &["reported", "tables"],
            Self::Developments | Self::Treaties => &["within"],
            Self::Activities => &["of", "lead", "kind", "by", "serves", "within"],
            Self::Candidates => &["election"],
            Self::Reporting => &["listed"],
            Self::Table | Self::Chart => &["of"],
            Self::Text => &["text"],
            Self::SubmittedUnder
            | Self::EntryIntoForce
            | Self::Committee
            | Self::Declarations
            | Self::StateTreaties
            | Self::StateReports => &[],
        }
    }
}

impl WrittenSection {
    /// The keys that were given beside those that every section may have.
    fn given(&self) -> impl Iterator<Item = &'static str> {
        let given = [
            ("of", self.of.is_some()),
            ("lead", self.lead.is_some()),
            ("link", self.link.is_some()),
            ("which", self.which.is_some()),
            ("reported", self.reported.is_some()),
            ("tables", self.tables.is_some()),
            ("within", self.within.is_some()),
            ("kind", self.kind.is_some()),
            ("by", self.by.is_some()),
            ("serves", self.serves.is_some()),
            ("election", self.election.is_some()),
            ("listed", self.listed.is_some()),
            ("text", self.text.is_some()),
        ];
        given.into_iter().filter_map(|(key, given)| given.then_some(key))
    }

    fn refuse_others(&self) -> Result<(), String> {
        let allowed = self.shows.keys();
        let Some(other) = self.given().find(|key| !allowed.contains(key)) else { return Ok(()) };
        let own = if allowed.is_empty() { "no key of its own".to_owned() } else { quoted(allowed) };
        Err(format!(
            "a section that shows `{}` has no key `{other}`: it may have {own}, and as every section `heading`, `once` and `as-at`",
            self.shows.word()
        ))
    }

    fn lacking(&self, key: &str, example: &str) -> String {
        format!("a section that shows `{}` needs the key `{key}`: {example}", self.shows.word())
    }

    fn symbol(&self) -> Result<Option<String>, String> {
        match &self.of {
            None => Ok(None),
            Some(Of::One(of)) => Ok(Some(of.clone())),
            Some(Of::Several(_)) => {
                Err(format!("a section that shows `{}` is `of` one thing, and not of several", self.shows.word()))
            }
        }
    }

    /// The one of a few things that the section is of.
    fn one_of<T: Copy>(&self, all: &[(&'static str, T)]) -> Result<T, String> {
        let words: Vec<&str> = all.iter().map(|(word, _)| *word).collect();
        let given = self.symbol()?.ok_or_else(|| self.lacking("of", &format!("one of {}", quoted(&words))))?;
        let found = all.iter().find(|(word, _)| *word == given).map(|(_, of)| *of);
        found.ok_or_else(|| {
            format!("a section that shows `{}` can't be `of` `{given}`: {}", self.shows.word(), quoted(&words))
        })
    }
}

fn quoted(words: &[&str]) -> String {
    let quoted: Vec<String> = words.iter().map(|word| format!("`{word}`")).collect();
    quoted.join(", ")
}

impl TryFrom<WrittenSection> for Section {
    type Error = String;

    fn try_from(written: WrittenSection) -> Result<Self, String> {
        written.refuse_others()?;
        let shows = shown(&written)?;
        let WrittenSection { shows: kind, heading, once, as_at, .. } = written;
        Ok(Self { kind, heading, once, as_at, shows })
    }
}

fn shown(written: &WrittenSection) -> Result<Shows, String> {
    let within = || written.within.clone().ok_or_else(|| written.lacking("within", "`12 months`"));
    Ok(match written.shows {
        Kind::Resolution => Shows::Resolution {
            of: written.symbol()?.ok_or_else(|| written.lacking("of", "the symbol of a resolution"))?,
            lead: written.lead.clone(),
            link: written.link,
            within: written.within.clone(),
        },
        Kind::SubmittedUnder => Shows::SubmittedUnder,
        Kind::Mandates => Shows::Mandates { of: written.symbol()?, which: written.which.unwrap_or_default() },
        Kind::EntryIntoForce => Shows::EntryIntoForce,
        Kind::Participation => {
            Shows::Participation { reported: written.reported.unwrap_or_default(), tables: written.tables.clone() }
        }
        Kind::Developments => Shows::Developments { within: within()? },
        Kind::Activities => Shows::Activities(activities(written)),
        Kind::Committee => Shows::Committee,
        Kind::Candidates => Shows::Candidates { election: written.election },
        Kind::Reporting => Shows::Reporting { listed: written.listed.unwrap_or_default() },
        Kind::Declarations => Shows::Declarations,
        Kind::Table => Shows::Table {
            of: written.one_of(&[
                ("participation", TableOf::Participation),
                ("signatories", TableOf::Signatories),
                ("members", TableOf::Members),
            ])?,
        },
        Kind::Chart => Shows::Chart {
            of: written.one_of(&[("deposits-by-year", ChartOf::DepositsByYear), ("groups", ChartOf::Groups)])?,
        },
        Kind::Treaties => Shows::Treaties { within: within()? },
        Kind::StateTreaties => Shows::StateTreaties,
        Kind::StateReports => Shows::StateReports,
        Kind::Text => {
            Shows::Text { text: written.text.clone().ok_or_else(|| written.lacking("text", "the editor's own words"))? }
        }
    })
}

fn activities(written: &WrittenSection) -> ActivitiesShown {
    let of = match &written.of {
        None => Vec::new(),
        Some(Of::One(one)) => vec![one.clone()],
        Some(Of::Several(several)) => several.clone(),
    };
    let WrittenSection { lead, kind, by, serves, within, .. } = written.clone();
    ActivitiesShown { of, lead, kind, by, serves, within }
}
