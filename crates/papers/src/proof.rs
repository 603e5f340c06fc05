//! What lets a reader check a paper: the checkpoint of the register that it was made from.

use crate::document::{Inline, Paragraph};
use crate::qr_code::QrCode;
use crate::web_address::followable;
use crate::wording;

/// What a paper rests on, in a form that anybody can check: whoever holds the checkpoint can find out whether a
/// register still holds what it held when the paper was made.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Proof {
    /// The register's checkpoint, a whole signed note with all its line breaks (C2SP `tlog-checkpoint` and
    /// `signed-note`).
    pub checkpoint: String,
    /// Where the proof is served: an absolute `http` or `https` address. One that can't be followed is left out.
    pub link: Option<String>,
    /// How many entries the checkpoint is about, counted from the first: the size that it states.
    pub entries: u64,
}

/// The parts that every rendering shows.
pub(crate) struct Shown<'a> {
    /// What the paper was made from, and how to check that.
    pub(crate) told: Vec<Paragraph>,
    /// The lines of the checkpoint.
    pub(crate) lines: Vec<&'a str>,
    /// The code, if there is one large enough.
    pub(crate) code: Option<Code>,
}

/// A code and what is said of it to those who don't see it.
pub(crate) struct Code {
    pub(crate) drawn: QrCode,
    pub(crate) description: String,
}

impl Proof {
    pub(crate) fn shown(&self) -> Shown<'_> {
        let link = self.link.as_deref().and_then(followable);
        let code = QrCode::holding(link.unwrap_or(&self.checkpoint)).map(|drawn| Code {
            drawn,
            description: match link {
                Some(link) => format!("QR code: the address of the proof, {link}"),
                None => "QR code: the checkpoint, the same text as is printed with it".to_owned(),
            },
        });
        let further = further(link, code.is_some());
        let told = [Some(self.rests_on()), further].into_iter().flatten().collect();
        Shown { told, lines: self.checkpoint.lines().collect(), code }
    }

    fn rests_on(&self) -> Paragraph {
        let made_from = match self.entries {
            0 => "a register without entries,".to_owned(),
            1 => "the first entry of the register".to_owned(),
            entries => format!("the first {entries} entries of the register"),
        };
        vec![
            Inline::Text(format!(
                "This paper was made from {made_from} whose checkpoint follows. With the checkpoint saved in a file, "
            )),
            Inline::Code(wording::VERIFY.to_owned()),
            Inline::text(" tells whether a register still holds what it held then."),
        ]
    }
}

/// Where the proof is, and what the code is for. An address stands last, so that no stop is taken for a part of it.
fn further(link: Option<&str>, has_code: bool) -> Option<Paragraph> {
    let Some(link) = link else {
        return has_code.then(|| vec![Inline::text("The code holds the same checkpoint.")]);
    };
    let lead = if has_code { "The code leads to the proof: " } else { "The proof is at " };
    Some(vec![Inline::text(lead), Inline::Link { text: link.to_owned(), address: link.to_owned() }])
}
