//! Acts: what a State does with the depositary, and on whose word the register has it.

use std::fmt;
use std::str::FromStr;

use serde::{Deserialize, Deserializer, Serialize, Serializer};

use crate::calendar::{Date, DateFault, DateOfAct, DateOfEffect, parse_day};
use crate::party::PartyCode;
use crate::treaty::TreatyId;

macro_rules! actions {
    ($($(#[$doc:meta])* $name:ident = $word:literal, $noun:literal, $past:literal;)*) => {
        /// A kind of act, in the words of the law of treaties.
        #[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
        #[serde(rename_all = "kebab-case")]
        pub enum Action {
            $($(#[$doc])* $name,)*
        }

        impl Action {
            /// Every kind of act, in the order in which acts of one day are taken.
            pub const ALL: &'static [Self] = &[$(Self::$name),*];

            /// The word by which files and programs name the act.
            #[must_use]
            pub const fn word(self) -> &'static str {
                match self { $(Self::$name => $word,)* }
            }

            /// The act as a noun in running text.
            #[must_use]
            pub const fn noun(self) -> &'static str {
                match self { $(Self::$name => $noun,)* }
            }

            /// What a State that did the act has done, as in "Mali acceded".
            #[must_use]
            pub const fn past(self) -> &'static str {
                match self { $(Self::$name => $past,)* }
            }
        }
    };
}

actions! {
    /// Signature subject to ratification, acceptance or approval: not yet consent to be bound (VCLT 14, 18).
    Signature = "signature", "signature", "signed";
    /// Signature without reservation as to ratification: consent to be bound (VCLT 12).
    DefinitiveSignature = "definitive-signature", "definitive signature", "signed definitively";
    /// A successor State's notification that it considers itself a signatory. Not consent to be bound.
    SuccessionToSignature = "succession-to-signature", "succession to signature", "succeeded to a signature";
    /// Ratification, by a State that has signed (VCLT 14(1)).
    Ratification = "ratification", "ratification", "ratified";
    /// Acceptance (VCLT 14(2)).
    Acceptance = "acceptance", "acceptance", "accepted";
    /// Approval (VCLT 14(2)).
    Approval = "approval", "approval", "approved";
    /// Accession, by a State that has not signed (VCLT 15).
    Accession = "accession", "accession", "acceded";
    /// A successor State's notification that it is bound, from the date of succession.
    Succession = "succession", "succession", "succeeded";
    /// An international organization's counterpart of ratification (VCLT between States and Organizations, 14).
    FormalConfirmation = "formal-confirmation", "act of formal confirmation", "formally confirmed";
    /// Consent to be bound, where a treaty calls it no more than that (CCW protocols).
    ConsentToBeBound = "consent-to-be-bound", "consent to be bound", "consented to be bound";
    /// Notification that the treaty is applied provisionally (VCLT 25). Never counted, never a party by it.
    ProvisionalApplication = "provisional-application", "provisional application", "notified provisional application";
    /// Objection to an amendment that is otherwise deemed accepted.
    Objection = "objection", "objection", "objected";
    /// Withdrawal of an instrument that has not yet taken effect.
    WithdrawalOfInstrument = "withdrawal-of-instrument", "withdrawal of the instrument", "withdrew its instrument";
    /// Denunciation: notice of withdrawal from a treaty in force.
    Denunciation = "denunciation", "denunciation", "gave notice of denunciation";
    /// Withdrawal of a denunciation that has not yet taken effect (VCLT 68).
    WithdrawalOfDenunciation = "withdrawal-of-denunciation", "withdrawal of the denunciation",
        "withdrew its notice of denunciation";
}

impl Action {
    /// Whether the act expresses consent to be bound (VCLT 11).
    #[must_use]
    pub const fn expresses_consent(self) -> bool {
        matches!(
            self,
            Self::DefinitiveSignature
                | Self::Ratification
                | Self::Acceptance
                | Self::Approval
                | Self::Accession
                | Self::Succession
                | Self::FormalConfirmation
                | Self::ConsentToBeBound
        )
    }

    /// The place of the act among those that one party does on one day: it signs before it consents, and it leaves before
    /// it comes back.
    #[must_use]
    pub const fn place_in_a_day(self) -> u8 {
        match self {
            Self::Signature | Self::SuccessionToSignature => 0,
            Self::WithdrawalOfInstrument | Self::Denunciation => 1,
            Self::WithdrawalOfDenunciation => 2,
            _ => 3,
        }
    }

    /// Whether the act makes its author a signatory.
    #[must_use]
    pub const fn signs(self) -> bool {
        matches!(self, Self::Signature | Self::DefinitiveSignature | Self::SuccessionToSignature)
    }
}

impl fmt::Display for Action {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.pad(self.word())
    }
}

/// A word that names no act.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct UnknownAction(String);

impl UnknownAction {
    /// The nearest word that does, if one is near.
    #[must_use]
    pub fn nearest(&self) -> Option<&'static str> {
        crate::nearest::nearest(&self.0.to_lowercase(), Action::ALL.iter().map(|action| action.word()), 1).pop()
    }
}

impl fmt::Display for UnknownAction {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "`{}` is not an act", self.0)?;
        match self.nearest() {
            Some(word) => write!(f, "; did you mean `{word}`?"),
            None => {
                let words: Vec<&str> = Action::ALL.iter().map(|action| action.word()).collect();
                write!(f, "; write one of: {}", words.join(", "))
            }
        }
    }
}

impl std::error::Error for UnknownAction {}

impl FromStr for Action {
    type Err = UnknownAction;

    fn from_str(text: &str) -> Result<Self, Self::Err> {
        let word = text.trim();
        let known = Self::ALL.iter().find(|action| action.word() == word);
        known.copied().ok_or_else(|| UnknownAction(word.chars().take(60).collect()))
    }
}

/// On whose word the register has something.
///
/// A secondary report is not a deposit. Only what the depositary itself records counts in law; what was merely
/// reported is kept, shown as such, and never counted.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Default, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Standing {
    /// The depositary's own record.
    #[default]
    Deposited,
    /// An official publication of something other than an act: the text of a treaty, a resolution, a list of names.
    Published,
    /// The depositary's act, but some particular of it (a day, say) still wants a second source. It counts, marked.
    Unconfirmed,
    /// Somebody said so.
    Reported,
}

impl Standing {
    /// Every standing.
    pub const ALL: [Self; 4] = [Self::Deposited, Self::Published, Self::Unconfirmed, Self::Reported];

    /// The word by which files and programs name it.
    #[must_use]
    pub const fn word(self) -> &'static str {
        match self {
            Self::Deposited => "deposited",
            Self::Published => "published",
            Self::Unconfirmed => "unconfirmed",
            Self::Reported => "reported",
        }
    }

    /// Whether an act of this standing counts in law.
    #[must_use]
    pub const fn counts(self) -> bool {
        !matches!(self, Self::Reported)
    }
}

impl fmt::Display for Standing {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.pad(self.word())
    }
}

/// The day of an act as a source gives it: a day, or only a day by which the act had been done.
///
/// The second is written as an interval with an open beginning, `../2003-06-10` (EDTF level 1), and is for what was
/// reported without a date: a depositary always knows its own days.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum DayOfAct {
    /// The day itself.
    On(DateOfAct),
    /// Not later than that day.
    By(DateOfAct),
}

impl DayOfAct {
    /// The day by which the act had certainly been done.
    #[must_use]
    pub const fn at_latest(self) -> DateOfAct {
        match self {
            Self::On(date) | Self::By(date) => date,
        }
    }

    /// The day itself, when the source gives it.
    #[must_use]
    pub const fn exact(self) -> Option<DateOfAct> {
        match self {
            Self::On(date) => Some(date),
            Self::By(_) => None,
        }
    }

    /// The same kind of day, another one.
    #[must_use]
    pub fn on(day: Date) -> Self {
        Self::On(DateOfAct::new(day))
    }
}

impl fmt::Display for DayOfAct {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::On(date) => write!(f, "{date}"),
            Self::By(date) => write!(f, "../{date}"),
        }
    }
}

impl FromStr for DayOfAct {
    type Err = DateFault;

    fn from_str(text: &str) -> Result<Self, Self::Err> {
        match text.strip_prefix("../") {
            Some(by) => parse_day(by).map(|day| Self::By(DateOfAct::new(day))),
            None => parse_day(text).map(Self::on),
        }
    }
}

impl Serialize for DayOfAct {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.collect_str(self)
    }
}

impl<'de> Deserialize<'de> for DayOfAct {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        struct Day;
        impl<'de> serde::de::Visitor<'de> for Day {
            type Value = DayOfAct;
            fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
                f.write_str("a date such as 2003-06-10, or ../2003-06-10 for a day not later than it")
            }
            fn visit_str<E: serde::de::Error>(self, text: &str) -> Result<DayOfAct, E> {
                text.parse().map_err(E::custom)
            }
            fn visit_map<A: serde::de::MapAccess<'de>>(self, map: A) -> Result<DayOfAct, A::Error> {
                let day = serde::de::value::MapAccessDeserializer::new(map);
                crate::calendar::serde_day::deserialize(day).map(DayOfAct::on)
            }
        }
        deserializer.deserialize_any(Day)
    }
}

/// One act, as recorded: who did what to which treaty, and when.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case", deny_unknown_fields)]
pub struct Act {
    /// What was done.
    pub action: Action,
    /// The day on which it was done with the depositary.
    pub date: DayOfAct,
    /// The day of effect that the act or the depositary itself names: the date of succession, a later day named in
    /// a denunciation, the day that a notification of the depositary gives.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub effective: Option<DateOfEffect>,
    /// What else needs saying.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub note: Option<String>,
    /// Whose act it is.
    pub party: PartyCode,
    /// The day of receipt, where the depositary received the paper on another day. Periods run from receipt.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub received: Option<DateOfAct>,
    /// The treaty.
    pub treaty: TreatyId,
}
