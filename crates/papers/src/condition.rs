//! What brings a treaty into force, in words.

use law::act::Action;
use law::final_clauses::{Including, Trigger};

use crate::number_words::ordinal;

/// The event that a condition waits for, as in "after the deposit of the twentieth instrument of ratification or accession".
#[must_use]
pub fn event(trigger: &Trigger) -> String {
    match trigger {
        Trigger::Instruments(needed) => {
            let nth = u8::try_from(needed.count).map_or_else(|_| format!("{}th", needed.count), ordinal);
            let of_kinds = if needed.of.is_empty() { String::new() } else { format!(" of {}", kinds(&needed.of)) };
            let among = match &needed.including {
                None => String::new(),
                Some(Including::Every { every }) => format!(", all on the list “{every}” being among them"),
                Some(Including::AtLeast { at_least, from }) => {
                    format!(", at least {at_least} on the list “{from}” being among them")
                }
            };
            format!("the deposit of the {nth} instrument{of_kinds}{among}")
        }
        Trigger::Every(list) if list == "signatories" => "the deposit of the last signatory’s instrument".to_owned(),
        Trigger::Every(list) => format!("the deposit of the last instrument of those on the list “{list}”"),
        Trigger::Share(needed) => {
            let of = needed.of.as_deref().unwrap_or(&needed.weights);
            format!("the deposit of instruments by parties with {} per cent of {of}", needed.share)
        }
        Trigger::Fraction(needed) => {
            let of = needed.to.as_ref().map_or("the treaty amended", law::treaty::TreatyId::as_str);
            format!("acceptance by {} of the parties to {of}", needed.fraction)
        }
        Trigger::DeemedAccepted(tacit) => {
            format!("its tacit acceptance on {}", crate::un_date::ENGLISH.write(tacit.on))
        }
        Trigger::InForce(treaty) => format!("the entry into force of {treaty}"),
        Trigger::All(all) => all.iter().map(event).collect::<Vec<String>>().join(" and "),
        Trigger::Any(any) => any.iter().map(event).collect::<Vec<String>>().join(" or, if that is earlier, "),
    }
}

/// The kinds of instrument that a clause counts, as in "instruments of ratification or accession"; without any, every act of
/// consent.
#[must_use]
pub fn kinds(of: &[Action]) -> String {
    if of.is_empty() {
        return "consent to be bound".to_owned();
    }
    or(&of.iter().map(|action| action.noun()).collect::<Vec<&str>>())
}

/// "ratification, acceptance or accession".
#[must_use]
pub fn or(words: &[&str]) -> String {
    match words {
        [rest @ .., last] if !rest.is_empty() => format!("{} or {last}", rest.join(", ")),
        _ => words.concat(),
    }
}
