//! The head of a column: what its dates mean, by default and by letter.

use std::fmt;

use law::act::Action;
use law::nearest::nearest;

/// The legend of one column.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Legend {
    head: String,
    /// What a date without a letter means; `None` where every date has one.
    default: Option<Action>,
    /// Whether several parts of the head have no letter, so that a bare date may be any of them.
    several: bool,
    letters: Vec<(String, Action)>,
}

/// A head that names something that is no act.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct UnknownHead {
    given: String,
}

/// What heads call the acts.
const NAMES: &[(&str, Action)] = &[
    ("signature", Action::Signature),
    ("definitive signature", Action::DefinitiveSignature),
    ("signature definitive", Action::DefinitiveSignature),
    ("signature without reservation as to ratification", Action::DefinitiveSignature),
    ("signature without reservation as to acceptance", Action::DefinitiveSignature),
    ("succession to signature", Action::SuccessionToSignature),
    ("ratification", Action::Ratification),
    ("ratification of the convention as amended", Action::Ratification),
    ("confirmation", Action::Ratification),
    ("confirmation of signature", Action::Ratification),
    ("confirmation of signature ad referendum", Action::Ratification),
    ("definitive acceptance", Action::Acceptance),
    ("notification of acceptance", Action::Acceptance),
    ("acceptance of amendment", Action::Acceptance),
    ("notification of consent to be bound", Action::ConsentToBeBound),
    ("notification of succession", Action::Succession),
    ("notification of provisional application", Action::ProvisionalApplication),
    (
        "provisional application by virtue of signature, adoption of the agreement or accession thereto",
        Action::ProvisionalApplication,
    ),
    ("acceptance", Action::Acceptance),
    ("acceptance of the protocol", Action::Acceptance),
    ("acceptance of the convention", Action::Acceptance),
    ("approval", Action::Approval),
    ("accession", Action::Accession),
    ("accession to the convention as amended", Action::Accession),
    ("succession", Action::Succession),
    ("succession to the convention as amended", Action::Succession),
    ("formal confirmation", Action::FormalConfirmation),
    ("act of formal confirmation", Action::FormalConfirmation),
    ("consent to be bound", Action::ConsentToBeBound),
    ("participation", Action::ConsentToBeBound),
    ("simplified procedure", Action::ConsentToBeBound),
    ("notification", Action::ConsentToBeBound),
    ("application", Action::ConsentToBeBound),
    ("provisional application", Action::ProvisionalApplication),
    ("denunciation", Action::Denunciation),
    ("notification of denunciation", Action::Denunciation),
    ("withdrawal", Action::Denunciation),
];

/// What letters mean wherever they are used without a legend of their own.
const USUAL_LETTERS: &[(&str, Action)] = &[
    ("a", Action::Accession),
    ("A", Action::Acceptance),
    ("AA", Action::Approval),
    ("c", Action::FormalConfirmation),
    ("d", Action::Succession),
    ("s", Action::DefinitiveSignature),
    ("n", Action::ProvisionalApplication),
    ("P", Action::ConsentToBeBound),
];

impl Legend {
    /// Reads a head such as "Ratification, Acceptance(A), Approval(AA), Accession(a)". The order of its parts is of no
    /// account: the part without a letter is the default.
    pub(super) fn of(head: &str) -> Result<Self, UnknownHead> {
        let mut legend = Self { head: one_line(head), default: None, several: false, letters: Vec::new() };
        let mut defaults = Vec::new();
        for part in parts(&legend.head) {
            let (name, letters) = name_and_letters(part);
            let action = action_called(&name).ok_or_else(|| UnknownHead { given: part.to_owned() })?;
            match letters {
                Some(letters) => legend.letters.push((letters, action)),
                None => defaults.push(action),
            }
        }
        // Where several parts have no letter, a bare date may be any of them: none is guessed.
        if let [one] = defaults.as_slice() {
            legend.default = Some(*one);
        }
        legend.several = defaults.len() > 1;
        Ok(legend)
    }

    pub(super) fn head(&self) -> &str {
        &self.head
    }

    /// What a date with those letters means in this column.
    pub(super) fn action(&self, letters: &str) -> Option<Action> {
        if letters.is_empty() {
            return if self.several { None } else { self.default.or_else(|| self.only_one()) };
        }
        let own = self.letters.iter().find(|(known, _)| known == letters);
        let usual = || USUAL_LETTERS.iter().find(|(known, _)| *known == letters && self.may_hold_others());
        let found = own.map(|(_, action)| *action).or_else(|| usual().map(|(_, action)| *action));
        match found {
            // A succession in a column of signatures is a succession to a signature.
            Some(Action::Succession) if self.is_of_signatures() => Some(Action::SuccessionToSignature),
            found => found,
        }
    }

    /// A column with one lettered action alone may leave the letter out.
    fn only_one(&self) -> Option<Action> {
        match self.letters.as_slice() {
            [(_, action)] => Some(*action),
            _ => None,
        }
    }

    fn is_of_signatures(&self) -> bool {
        self.default.is_some_and(Action::signs)
    }

    /// Letters that the head does not explain are taken in their usual sense only where the head explains none.
    fn may_hold_others(&self) -> bool {
        self.letters.is_empty()
    }

    pub(super) fn unknown_letters(&self, letters: &str) -> String {
        let known: Vec<&str> = self.letters.iter().map(|(letters, _)| letters.as_str()).collect();
        match (letters.is_empty(), known.is_empty()) {
            (true, _) if self.several => {
                "a date without a letter, and the head names several acts without one; nothing is guessed".to_owned()
            }
            (true, _) => {
                format!("a date without a letter, and the head has no default; its letters are {}", known.join(", "))
            }
            (false, true) => format!("the head does not explain the letter `{letters}`"),
            (false, false) => {
                format!("the head does not explain the letter `{letters}`; its letters are {}", known.join(", "))
            }
        }
    }
}

impl UnknownHead {
    pub(super) fn nearest(&self) -> Option<String> {
        let (name, _) = name_and_letters(&self.given);
        nearest(&name, NAMES.iter().map(|(name, _)| *name), 1).pop().map(|name| format!("`{name}`"))
    }
}

impl fmt::Display for UnknownHead {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "`{}` is not the name of an act; nothing is guessed", self.given)
    }
}

fn one_line(text: &str) -> String {
    text.split_whitespace().collect::<Vec<&str>>().join(" ")
}

/// The parts of a head, parted by commas and semicolons outside brackets.
fn parts(head: &str) -> Vec<&str> {
    // Some heads hold commas of their own: "Provisional application by virtue of signature, adoption of … (n)".
    if NAMES.iter().any(|(name, _)| name.contains(',') && name_and_letters(head).0 == *name) {
        return vec![head];
    }
    let mut depth = 0_usize;
    let outside = |c: char| {
        match c {
            '(' => depth += 1,
            ')' => depth = depth.saturating_sub(1),
            _ => {}
        }
        depth == 0 && matches!(c, ',' | ';')
    };
    head.split(outside).map(str::trim).filter(|part| !part.is_empty()).collect()
}

/// "Acceptance(A)" is "acceptance" and "A"; a bracket that holds no letters belongs to the name.
fn name_and_letters(part: &str) -> (String, Option<String>) {
    // The figures of footnotes are fused to heads too.
    let part = part.trim_end_matches(|c: char| c.is_ascii_digit() || c.is_whitespace());
    let bracketed = part.strip_suffix(')').and_then(|rest| rest.rsplit_once('('));
    match bracketed {
        Some((name, letters))
            if (1..=2).contains(&letters.len()) && letters.bytes().all(|b| b.is_ascii_alphabetic()) =>
        {
            (name.trim().to_lowercase(), Some(letters.to_owned()))
        }
        _ => (part.to_lowercase(), None),
    }
}

fn action_called(name: &str) -> Option<Action> {
    let exact = NAMES.iter().find(|(known, _)| *known == name);
    // "Ratification under article 5", "Signature subject to approval": the act, and under which terms.
    let under_terms = || {
        let begins = |known: &&(&str, Action)| {
            name.strip_prefix(known.0).is_some_and(|rest| {
                [" under ", " subject to ", " of the ", " to the ", " in accordance with ", " by virtue of ", " ("]
                    .iter()
                    .any(|word| rest.starts_with(word))
            })
        };
        NAMES.iter().filter(begins).max_by_key(|(known, _)| known.len())
    };
    exact.or_else(under_terms).map(|(_, action)| *action)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_order_of_the_parts_does_not_matter() {
        for head in ["Ratification, Accession(a), Succession(d)", "Accession(a), Succession(d), Ratification"] {
            let legend = Legend::of(head).unwrap();
            assert_eq!(legend.action(""), Some(Action::Ratification), "{head}");
            assert_eq!(legend.action("a"), Some(Action::Accession), "{head}");
            assert_eq!(legend.action("d"), Some(Action::Succession), "{head}");
            assert_eq!(legend.action("A"), None, "{head}");
        }
    }

    #[test]
    fn letters_are_told_apart_by_case_and_by_table() {
        let legend =
            Legend::of("Ratification, Acceptance(A), Approval(AA), Formal confirmation(c), Accession(a)").unwrap();
        assert_eq!(legend.action("a"), Some(Action::Accession));
        assert_eq!(legend.action("A"), Some(Action::Acceptance));
        assert_eq!(legend.action("AA"), Some(Action::Approval));
        assert_eq!(legend.action("c"), Some(Action::FormalConfirmation));
        let signatures = Legend::of("Signature, Succession to signature(d)").unwrap();
        assert_eq!(signatures.action("d"), Some(Action::SuccessionToSignature));
        let definitive = Legend::of("Signature, Definitive signature(s)").unwrap();
        assert_eq!(definitive.action("s"), Some(Action::DefinitiveSignature));
        let bound = Legend::of("Consent to be bound(P), Accession(a)").unwrap();
        assert_eq!(bound.action("P"), Some(Action::ConsentToBeBound));
        assert_eq!(bound.action(""), None);
    }

    #[test]
    fn a_column_of_one_kind_needs_no_letter() {
        assert_eq!(Legend::of("Acceptance(A)").unwrap().action(""), Some(Action::Acceptance));
        assert_eq!(Legend::of("Signature").unwrap().action(""), Some(Action::Signature));
    }

    #[test]
    fn a_head_that_is_no_act_is_listed() {
        let unknown = Legend::of("Ratification, Ascension(a)").unwrap_err();
        assert_eq!(unknown.nearest().as_deref(), Some("`accession`"));
    }
}
