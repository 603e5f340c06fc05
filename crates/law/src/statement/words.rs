//! The words of statements: what kinds there are, with which act one is made, and what it does.

use std::fmt;
use std::str::FromStr;

use serde::{Deserialize, Serialize};

use crate::act::Action;
use crate::report_act::NoSuchWord;

macro_rules! words {
    ($(#[$doc:meta])* $name:ident, $what:literal: $($(#[$of:meta])* $variant:ident = $word:literal, $noun:literal;)*) => {
        $(#[$doc])*
        #[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
        pub enum $name {
            $($(#[$of])* #[serde(rename = $word)] $variant,)*
        }

        impl $name {
            /// All of them.
            pub const ALL: &'static [Self] = &[$(Self::$variant),*];

            /// The word by which files and programs name it.
            #[must_use]
            pub const fn word(self) -> &'static str {
                match self { $(Self::$variant => $word,)* }
            }

            /// The same in running text.
            #[must_use]
            pub const fn noun(self) -> &'static str {
                match self { $(Self::$variant => $noun,)* }
            }
        }

        impl fmt::Display for $name {
            fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
                f.pad(self.word())
            }
        }

        impl FromStr for $name {
            type Err = NoSuchWord;

            fn from_str(text: &str) -> Result<Self, Self::Err> {
                let known = Self::ALL.iter().copied().find(|known| known.word() == text.trim());
                known.ok_or_else(|| NoSuchWord::new($what, text, Self::ALL.iter().map(|word| word.word()).collect()))
            }
        }
    };
}

words! {
    /// What a statement is.
    StatementKind, "a kind of statement":
    /// Excludes or modifies the legal effect of provisions for its author (VCLT 2(1)(d)).
    Reservation = "reservation", "reservation";
    /// Changes a reservation that was made: circulated as a late reservation is.
    Modification = "modification", "modification of a reservation";
    /// Takes back an earlier statement of the same State, in whole or in part (VCLT 22).
    Withdrawal = "withdrawal", "withdrawal";
    /// Objects to another State's reservation (VCLT 20, 21), or to its accession where the treaty provides for that.
    Objection = "objection", "objection";
    /// Accepts another State's reservation, or its accession where the treaty provides for that.
    Acceptance = "acceptance", "acceptance";
    /// Confirms, on ratification, a reservation made on signature (VCLT 23(2)).
    Confirmation = "confirmation", "confirmation";
    /// Says how its author understands a provision, and changes nothing.
    Interpretative = "interpretative-declaration", "interpretative declaration";
    /// A declaration without which the treaty lets no instrument be deposited (OPAC 3(2)).
    Mandatory = "mandatory-declaration", "mandatory declaration";
    /// Declares its author not bound by a provision, where the treaty itself permits that (ICRMW 92(2)).
    OptOut = "opt-out", "opt-out";
    /// Extends the treaty to territories, or says that it does (VCLT 29).
    Extension = "territorial-application", "territorial application";
    /// Excludes territories from the treaty's application.
    Exclusion = "territorial-exclusion", "exclusion of territories";
    /// Names authorities, notifies a derogation, or whatever else the treaty asks to be told.
    Notification = "notification", "notification";
    /// Anything else that the depositary circulates; it has no effect of its own.
    Communication = "communication", "communication";
}

words! {
    /// With which act a statement is made.
    Occasion, "an act with which a statement is made":
    /// On signature.
    Signature = "signature", "signature";
    /// On definitive signature.
    DefinitiveSignature = "definitive-signature", "definitive signature";
    /// On ratification.
    Ratification = "ratification", "ratification";
    /// On acceptance of the treaty.
    Acceptance = "acceptance", "acceptance";
    /// On approval.
    Approval = "approval", "approval";
    /// On accession.
    Accession = "accession", "accession";
    /// On succession.
    Succession = "succession", "succession";
    /// On formal confirmation by an organization.
    FormalConfirmation = "formal-confirmation", "formal confirmation";
    /// On consent to be bound.
    ConsentToBeBound = "consent-to-be-bound", "consent to be bound";
    /// After consent to be bound: a late reservation.
    Later = "later", "a time after consent to be bound";
}

impl Occasion {
    /// The act, unless it is made with none.
    #[must_use]
    pub const fn action(self) -> Option<Action> {
        Some(match self {
            Self::Signature => Action::Signature,
            Self::DefinitiveSignature => Action::DefinitiveSignature,
            Self::Ratification => Action::Ratification,
            Self::Acceptance => Action::Acceptance,
            Self::Approval => Action::Approval,
            Self::Accession => Action::Accession,
            Self::Succession => Action::Succession,
            Self::FormalConfirmation => Action::FormalConfirmation,
            Self::ConsentToBeBound => Action::ConsentToBeBound,
            Self::Later => return None,
        })
    }

    /// The occasion that an act gives, where it gives one.
    #[must_use]
    pub fn of(action: Action) -> Option<Self> {
        Self::ALL.iter().copied().find(|occasion| occasion.action() == Some(action))
    }
}

words! {
    /// What a reservation does to the provisions that it concerns.
    Touch, "what a reservation does to a provision":
    /// They do not apply.
    Excludes = "excludes", "excludes";
    /// They apply otherwise.
    Modifies = "modifies", "modifies";
}

words! {
    /// How far an objection goes.
    Extent, "how far an objection goes":
    /// It leaves the treaty in force between the two States (VCLT 20(4)(b), 21(3)).
    Simple = "simple", "simple objection";
    /// It excludes between the two States the provisions that it names, whatever the reservation says of them.
    Provisions = "excludes-provisions", "objection that excludes provisions";
    /// It says definitely that the treaty shall not enter into force between the two States (VCLT 20(4)(b)).
    Treaty = "excludes-treaty", "objection that excludes the treaty";
}
