//! The words by which roles and acts are told in English, French and Spanish.

use law::act::Action;

use crate::reading::Lexeme;

/// A role that States have towards a treaty.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Role {
    /// Bound by a deposited instrument: "ratified" covers accession and succession where it stands alone.
    Contracting,
    /// States parties: the treaty is in force for them.
    Party,
    /// Has signed, whatever it did later.
    Signatory,
    /// Has signed and is not bound.
    SignatoryOnly,
    /// Is bound by an accession.
    Acceded,
    /// Is bound by a ratification, acceptance or approval: "ratified" in its narrow sense.
    Ratified,
}

impl Role {
    /// The role in a word or two.
    #[must_use]
    pub const fn word(self) -> &'static str {
        match self {
            Self::Contracting => "contracting State",
            Self::Party => "State party",
            Self::Signatory => "signatory",
            Self::SignatoryOnly => "signatory not contracting",
            Self::Acceded => "State that acceded",
            Self::Ratified => "State that ratified",
        }
    }
}

/// Kinds of act that a text tells of.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Kind {
    /// A signature.
    Signature,
    /// Ratification, by a text that may mean any instrument.
    Ratification,
    /// Accession.
    Accession,
    /// Succession.
    Succession,
    /// An instrument of whichever kind.
    Deposit,
}

impl Kind {
    /// Whether a recorded act may be what is told of.
    #[must_use]
    pub fn covers(self, action: Action) -> bool {
        match self {
            Self::Signature => action.signs(),
            Self::Ratification | Self::Deposit => action.expresses_consent(),
            Self::Accession => action == Action::Accession,
            Self::Succession => action == Action::Succession,
        }
    }

    /// The kind in a word.
    #[must_use]
    pub const fn word(self) -> &'static str {
        match self {
            Self::Signature => "signature",
            Self::Ratification => "ratification",
            Self::Accession => "accession",
            Self::Succession => "succession",
            Self::Deposit => "deposit",
        }
    }
}

/// The kind of act that a verb tells of, in a tense that says that it was done.
#[must_use]
pub fn verb(lexeme: &Lexeme) -> Option<Kind> {
    #[rustfmt::skip]
    const RATIFIED: &[&str] = &["ratified", "ratifies", "ratifie", "ratifiee", "ratifiees", "ratificado", "ratificada", "ratificaron", "ratifico"];
    const ACCEDED: &[&str] = &["acceded", "adhere", "adherido", "adhirieron", "adhirio"];
    #[rustfmt::skip]
    const SIGNED: &[&str] = &["signed", "signe", "signee", "signes", "signees", "firmado", "firmada", "firmaron", "firmo"];
    const SUCCEEDED: &[&str] = &["succeeded", "succede", "sucedido"];
    let kinds = [
        (RATIFIED, Kind::Ratification),
        (ACCEDED, Kind::Accession),
        (SIGNED, Kind::Signature),
        (SUCCEEDED, Kind::Succession),
    ];
    kinds.into_iter().find(|(words, _)| lexeme.is_any(words)).map(|(_, kind)| kind)
}

/// The kind of act that a noun names: "accession", "instrument of ratification".
#[must_use]
pub fn noun(lexeme: &Lexeme) -> Option<Kind> {
    const KINDS: [(&[&str], Kind); 4] = [
        (&["ratification", "ratifications", "ratificacion", "ratificaciones"], Kind::Ratification),
        (&["accession", "accessions", "adhesion", "adhesions", "adhesiones"], Kind::Accession),
        (&["signature", "signatures", "firma", "firmas"], Kind::Signature),
        (&["succession", "successions", "sucesion", "sucesiones"], Kind::Succession),
    ];
    KINDS.into_iter().find(|(words, _)| lexeme.is_any(words)).map(|(_, kind)| kind)
}

/// Words after which comes what brought something about.
pub const AFTER: &[&str] =
    &["following", "after", "upon", "once", "when", "suite", "apres", "lorsque", "tras", "despues", "cuando"];

/// Words that tell of a period rather than of a day.
pub const PERIOD: &[&str] = &[
    "since", "during", "between", "depuis", "durante", "desde", "pendant", "cours", "within", "new", "nouveaux",
    "nuevos",
];

/// "Became": words for joining those who are bound.
pub const BECOME: &[&str] = &[
    "become", "becomes", "became", "becoming", "devenu", "devenue", "devenus", "devenues", "pasado", "paso", "pasaron",
];

/// Words that deny what follows or went before.
pub const NOT: &[&str] = &["not", "never", "without", "nor", "neither", "pas", "non", "sin", "no", "ni", "ninguno"];

/// "States" and the like.
pub const STATES: &[&str] =
    &["state", "states", "country", "countries", "governments", "etat", "etats", "pays", "estado", "estados", "paises"];

/// "Parties".
pub const PARTIES: &[&str] = &["party", "parties", "partes", "parte"];

/// "Contracting".
pub const CONTRACTING: &[&str] = &["contracting", "contractants", "contractantes", "contratantes"];

/// "Signatories".
pub const SIGNATORIES: &[&str] = &["signatory", "signatories", "signataires", "signatarios"];

/// "Instruments".
pub const INSTRUMENTS: &[&str] = &["instrument", "instruments", "instrumento", "instrumentos"];

/// "And" and "or".
pub const AND: &[&str] = &["and", "or", "et", "ou", "y", "o", "e", "u"];

/// "By".
pub const BY: &[&str] = &["by", "par", "por"];

/// Words that open a list of all.
pub const NAMELY: &[&str] = &[
    "namely",
    "following",
    "savoir",
    "suivants",
    "suivantes",
    "saber",
    "siguientes",
    ":",
    "are",
    "were",
    "sont",
    "etaient",
    "son",
    "eran",
];

/// Words that open a list of some.
pub const INCLUDING: &[&str] = &[
    "including",
    "notably",
    "such",
    "among",
    "includes",
    "include",
    "included",
    "example",
    "eg",
    "dont",
    "notamment",
    "compris",
    "parmi",
    "tels",
    "incluidos",
    "incluidas",
    "entre",
    "particular",
    "particulier",
    "inclusive",
    "recently",
    "latest",
    "last",
    "most",
];
