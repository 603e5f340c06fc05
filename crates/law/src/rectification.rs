//! Rectification: how an error in a text that the depositary keeps is put right (VCLT 79).

use serde::{Deserialize, Serialize};

use crate::calendar::DateOfAct;

/// The papers of a rectification. The depositary notifies the error and the proposal to correct it, with a time within
/// which objections may be raised; if none is raised, it corrects the text and executes a procès-verbal of
/// rectification (VCLT 79(2)). The corrected text takes the place of the defective one from the beginning, unless the
/// signatory and contracting States decide otherwise (VCLT 79(4)); what was read in it before is still what was read.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case", deny_unknown_fields)]
pub struct Rectification {
    /// The day on which the error and the proposed correction were notified.
    pub circulated: DateOfAct,
    /// The last day on which an objection could be raised: ninety days later, in the practice of the Secretary-General.
    pub objections_until: DateOfAct,
    /// The day of the procès-verbal.
    pub proces_verbal: DateOfAct,
    /// The symbol of the depositary notification that communicates it (C.N.…).
    pub symbol: String,
}

impl Rectification {
    /// What is wrong with the days, if anything: the particular at fault, why, and what would be right. A text is
    /// corrected only once everybody who may object has had the time to.
    #[must_use]
    pub fn fault(&self) -> Option<(&'static str, String, String)> {
        let Self { circulated, objections_until, proces_verbal, symbol } = self;
        if symbol.trim().is_empty() {
            let message = "a rectification is communicated by a depositary notification, and its symbol is missing";
            return Some(("symbol", message.to_owned(), "its symbol, such as C.N.380.2007.TREATIES-5".to_owned()));
        }
        if objections_until <= circulated {
            let message = format!(
                "objections could be raised only until {objections_until}, and the proposal was circulated on \
                 {circulated}: article 79(2) of the Vienna Convention on the Law of Treaties asks for a time-limit \
                 after the notification"
            );
            return Some(("objections-until", message, format!("a day after {circulated}")));
        }
        if proces_verbal < objections_until {
            let message = format!(
                "the procès-verbal is dated {proces_verbal}, and objections could be raised until {objections_until}: by \
                 article 79(2)(a) of the Vienna Convention on the Law of Treaties the correction is made on the expiry \
                 of the time-limit"
            );
            return Some(("proces-verbal", message, format!("{objections_until} or a later day")));
        }
        None
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn rectification(circulated: &str, objections_until: &str, proces_verbal: &str) -> Rectification {
        let day = |text: &str| text.parse().unwrap();
        Rectification {
            circulated: day(circulated),
            objections_until: day(objections_until),
            proces_verbal: day(proces_verbal),
            symbol: "C.N.1.2003.TREATIES-1".to_owned(),
        }
    }

    #[test]
    fn a_text_is_corrected_once_the_time_for_objections_is_over() {
        let field = |rectification: &Rectification| rectification.fault().map(|(field, ..)| field);
        assert_eq!(field(&rectification("2003-01-10", "2003-04-10", "2003-04-10")), None);
        assert_eq!(field(&rectification("2003-01-10", "2003-04-10", "2003-05-02")), None);
        assert_eq!(field(&rectification("2003-01-10", "2003-04-10", "2003-04-09")), Some("proces-verbal"));
        assert_eq!(field(&rectification("2003-01-10", "2003-01-10", "2003-04-09")), Some("objections-until"));
        let nameless =
            Rectification { symbol: " ".to_owned(), ..rectification("2003-01-10", "2003-04-10", "2003-05-02") };
        assert_eq!(field(&nameless), Some("symbol"));
    }
}
