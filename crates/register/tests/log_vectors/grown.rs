//! Proofs that a log grew and lost nothing.

use register::log::write_hashes;

use crate::cases::{Invalid, Valid, Vectors};
use crate::sample::{checkpoint_of, rewritten, tree, with};

fn hashes(from: u64, to: u64) -> String {
    write_hashes(&tree(to).consistency(from, to).unwrap())
}

pub fn good(all: &mut Vectors) {
    for (from, to) in [(0, 8), (1, 8), (6, 8), (7, 8), (8, 8), (300, 1000), (8, 1000)] {
        let between = (format!("size-{from}"), format!("size-{to}"));
        let (name, why) = (format!("from-{from}-to-{to}"), "a log that only grew");
        all.grown(&name, (&between.0, &between.1), Valid, why, &hashes(from, to));
    }
}

pub fn bad(all: &mut Vectors) {
    for size in [8, 1000] {
        let text = checkpoint_of(&rewritten(size)).to_string();
        all.note(&format!("rewritten-{size}.checkpoint"), Valid, "signed, but of another history", &text);
    }
    let forged = write_hashes(&rewritten(1000).consistency(300, 1000).unwrap());
    let why = "an entry from before was changed";
    all.grown("rewritten", ("size-300", "rewritten-1000"), Invalid, why, &forged);
    all.grown("two-histories", ("size-8", "rewritten-8"), Invalid, "two checkpoints of one size differ", "");
    all.grown("backwards", ("size-8", "size-6"), Invalid, "the log became shorter", &hashes(6, 8));
    all.grown("other-sizes", ("size-7", "size-8"), Invalid, "the proof is between other sizes", &hashes(6, 8));
    all.grown("nothing", ("size-6", "size-8"), Invalid, "no proof", "");
    all.grown("needless", ("size-8", "size-8"), Invalid, "a proof where nothing is to prove", &hashes(6, 8));
    all.grown("from-nothing", ("size-0", "size-8"), Invalid, "a proof from the empty log", &hashes(6, 8));
    let good = hashes(6, 8);
    let line = good.find('\n').unwrap() + 1;
    let cut = &good[..2 * line];
    all.grown("shorter", ("size-6", "size-8"), Invalid, "the last hash was cut off", cut);
    all.grown("longer", ("size-6", "size-8"), Invalid, "a hash too many", &format!("{good}{}", &good[..line]));
    all.grown("no-hash", ("size-6", "size-8"), Invalid, "a line that is no hash", &with(&good, "=", "-"));
}
