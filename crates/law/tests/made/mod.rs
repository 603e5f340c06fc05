//! A treaty and its acts, made for a test, and the questions that tests ask of it.

use jiff::Timestamp;
use law::calendar::{AsAt, DateOfKnowledge};
use law::entry::{Content, Draft};
use law::party::Parties;
use law::record::{KnownAt, Record};
use law::status::{Explanation, Status};

pub struct Made {
    record: Record,
    treaty: String,
    others: Vec<String>,
    as_at: AsAt,
}

impl Made {
    /// A treaty `X-1` with these clauses.
    pub fn treaty(clauses: &str) -> Self {
        let treaty = format!(
            "treaty = \"X-1\"\ndepositary = \"x\"\nadopted = {{ on = 1980-01-01 }}\ntitle = {{ en = \"Convention on Examples\" }}\n{clauses}"
        );
        Self { record: Record::default(), treaty, others: Vec::new(), as_at: "2024-01-01".parse().unwrap() }
    }

    /// Beside another treaty, given as its whole file.
    #[allow(dead_code, reason = "not every test file asks for it")]
    pub fn beside(mut self, other: &str) -> Self {
        self.others.push(other.to_owned());
        self
    }

    /// With these acts: party, action and day, one a line; an act towards another treaty begins with `X-2:`.
    pub fn acts(self, rows: &str) -> Self {
        let row = |row: &str| match row.split_once(':') {
            Some((treaty, rest)) => format!("{treaty},{rest}"),
            None => format!("X-1,{row}"),
        };
        let rows: Vec<String> = rows.lines().map(row).collect();
        self.recorded(&format!("treaty,party,action,date\n{}\n", rows.join("\n")))
    }

    /// With these acts: party, action, day and day of effect.
    #[allow(dead_code, reason = "not every test file asks for it")]
    pub fn acts_with_effect(self, rows: &str) -> Self {
        let rows: Vec<String> = rows.lines().map(|row| format!("X-1,{row}")).collect();
        self.recorded(&format!("treaty,party,action,date,effective\n{}\n", rows.join("\n")))
    }

    fn recorded(self, acts: &str) -> Self {
        let parties =
            std::fs::read_to_string(format!("{}/../../data/parties.toml", env!("CARGO_MANIFEST_DIR"))).unwrap();
        let mut written = read("parties.toml", &parties);
        written.extend(read("x.toml", &self.treaty));
        for other in &self.others {
            written.extend(read("other.toml", other));
        }
        let mut known = Parties::default();
        let foundations = resolved(written, &known);
        for draft in &foundations {
            if let Content::Party(party) = &draft.content {
                known.add(party.clone());
            }
        }
        let acts = exchange::acts_csv::read("acts.csv", acts.as_bytes()).unwrap();
        let drafts = foundations.into_iter().chain(resolved(acts, &known));
        let entries = drafts
            .zip(1..)
            .map(|(draft, number)| draft.entered(number, DateOfKnowledge::new(Timestamp::UNIX_EPOCH), ""));
        Self { record: Record::of(entries, KnownAt::Everything), ..self }
    }

    /// The same, asked about another day.
    #[allow(dead_code, reason = "not every test file asks for it")]
    pub fn as_at(&self, day: &str) -> Self {
        Self {
            record: self.record.clone(),
            treaty: self.treaty.clone(),
            others: self.others.clone(),
            as_at: day.parse().unwrap(),
        }
    }

    fn status(&self) -> Status<'_> {
        Status::of(self.record.treaty("X-1").unwrap(), &self.record, self.as_at)
    }

    /// The treaty's entry into force.
    pub fn in_force(&self) -> String {
        or_none(self.status().entry_into_force.date)
    }

    /// The entry into force for a party.
    pub fn in_force_for(&self, code: &str) -> String {
        or_none(self.of(code, |participant| participant.in_force))
    }

    /// The end of a party's being bound.
    #[allow(dead_code, reason = "not every test file asks for it")]
    pub fn ended(&self, code: &str) -> String {
        or_none(self.of(code, |participant| participant.ended))
    }

    /// Since when a party applies the treaty provisionally.
    #[allow(dead_code, reason = "not every test file asks for it")]
    pub fn provisional(&self, code: &str) -> String {
        or_none(self.of(code, |participant| participant.provisional.map(|act| act.date)))
    }

    fn of<T>(&self, code: &str, ask: impl Fn(&law::status::Participant<'_>) -> Option<T>) -> Option<T> {
        let status = self.status();
        let found = status.participants.iter().find(|one| self.record.code(one.party).as_str() == code);
        ask(found.unwrap())
    }

    /// The codes of those for which the treaty is in force.
    #[allow(dead_code, reason = "not every test file asks for it")]
    pub fn parties(&self) -> Vec<String> {
        let status = self.status();
        let parties = status.participants.iter().filter(|one| one.is_party(self.as_at));
        let mut codes: Vec<String> = parties.map(|one| self.record.code(one.party).to_string()).collect();
        codes.sort_unstable();
        codes
    }

    /// Why the treaty is in force, or is not, as data.
    pub fn reasons(&self) -> String {
        let treaty = self.record.treaty("X-1").unwrap();
        serde_json::to_string(&Explanation::of_treaty(treaty, &self.record, self.as_at).reasons).unwrap()
    }
}

fn or_none<T: ToString>(date: Option<T>) -> String {
    date.map_or_else(|| "none".to_owned(), |date| date.to_string())
}

fn read(file: &str, text: &str) -> Vec<exchange::Located<exchange::Written>> {
    exchange::toml_file::read(file, text).unwrap_or_else(|faults| {
        let faults: Vec<String> = faults.iter().map(ToString::to_string).collect();
        unreachable!("{}\n{text}", faults.join("\n"))
    })
}

fn resolved(written: Vec<exchange::Located<exchange::Written>>, parties: &Parties) -> Vec<Draft> {
    exchange::resolve(written, parties).unwrap().into_iter().map(|draft| draft.what).collect()
}
