//! Attachments come back as they were recorded, or are found not to.

#![expect(clippy::unwrap_used, reason = "a test stops at the first thing that is wrong")]

#[path = "kept/mod.rs"]
mod kept;

use kept::{Kept, now, ratification};
use law::keeping::Attachment;
use proptest::prelude::*;
use register::Accompanied;
use register::attachments::{AttachmentError, Attachments, AttachmentsPlace, described};

const PDF: &[u8] = b"%PDF-1.7\n1 0 obj\n";
const PNG: &[u8] = b"\x89PNG\r\n\x1a\n\0\0\0\rIHDR";

fn in_folder(kept: &Kept) -> Attachments {
    Attachments::at(&AttachmentsPlace::Folder(kept.path("papers"))).unwrap()
}

fn add(kept: &mut Kept, by: Vec<Attachment>) -> u64 {
    kept.grow_to(2);
    let mut writing = kept.register.write(&kept.key).unwrap();
    let accompanied = Accompanied { by, in_confidence: Vec::new() };
    let number = writing.add_with(ratification(0), &accompanied, "officer", now()).unwrap();
    writing.commit().unwrap();
    number
}

#[test]
fn what_is_kept_comes_back_and_is_kept_once() {
    let kept = Kept::new("example.org/log");
    let attachments = in_folder(&kept);
    let scan = described("scan.pdf", PDF).unwrap();
    assert_eq!((scan.bytes, scan.media_type.as_str(), scan.name.as_str()), (17, "application/pdf", "scan.pdf"));
    assert!(matches!(attachments.get(&scan), Err(AttachmentError::Missing { .. })), "nothing is there yet");
    let hash = attachments.keep(PDF).unwrap();
    assert_eq!(hash.to_string(), scan.sha256);
    let path = kept.path("papers").join(&scan.sha256[..2]).join(&scan.sha256[2..]);
    let written = path.metadata().unwrap().modified().unwrap();
    assert_eq!(attachments.keep(PDF).unwrap(), hash);
    assert_eq!(path.metadata().unwrap().modified().unwrap(), written, "the same is not written again");
    assert_eq!(attachments.get(&scan).unwrap(), PDF);
    std::fs::write(&path, b"%PDF-1.7\nforged!!\n").unwrap();
    assert!(matches!(attachments.get(&scan), Err(AttachmentError::Altered { .. })));
    // Whoever has the right one can put it back.
    attachments.keep(PDF).unwrap();
    assert_eq!(attachments.get(&scan).unwrap(), PDF);
}

#[test]
fn a_check_finds_what_is_missing_and_what_was_altered() {
    let mut kept = Kept::new("example.org/log");
    let attachments = in_folder(&kept);
    let papers = [described("a.pdf", PDF).unwrap(), described("b.png", PNG).unwrap()];
    attachments.keep(PDF).unwrap();
    attachments.keep(PNG).unwrap();
    let first = add(&mut kept, papers.to_vec());
    let second = add(&mut kept, papers[..1].to_vec());
    let checked = attachments.check(&mut kept.register).unwrap();
    assert_eq!((checked.attachments, checked.faults.len()), (3, 0));
    let path = |of: &Attachment| kept.path("papers").join(&of.sha256[..2]).join(&of.sha256[2..]);
    std::fs::remove_file(path(&papers[0])).unwrap();
    std::fs::write(path(&papers[1]), [PNG, b"!"].concat()).unwrap();
    let checked = attachments.check(&mut kept.register).unwrap();
    let found: Vec<_> = checked.faults.iter().map(|fault| (fault.entry, fault.what.contains("is not at"))).collect();
    assert_eq!(found, [(Some(first), true), (Some(first), false), (Some(second), true)]);
}

#[test]
fn an_entry_can_not_lead_out_of_the_folder() {
    let kept = Kept::new("example.org/log");
    std::fs::create_dir_all(kept.path("papers/..")).unwrap();
    std::fs::write(kept.path("secret"), PDF).unwrap();
    let attachments = in_folder(&kept);
    let good = described("scan.pdf", PDF).unwrap();
    for sha256 in ["../secret", "", "/etc/passwd", &good.sha256[1..], &good.sha256.to_uppercase(), &"é".repeat(32)] {
        let named = Attachment { sha256: sha256.to_owned(), ..good.clone() };
        assert!(matches!(attachments.get(&named), Err(AttachmentError::Altered { .. })), "{sha256}");
    }
}

#[test]
fn the_kind_of_a_file_is_told_by_what_is_in_it() {
    for (name, bytes, kind) in [
        ("scan.txt", PDF, "application/pdf"),
        ("scan.pdf", PNG, "image/png"),
        ("note.txt", b"Received on paper.".as_slice(), "text/plain"),
        ("note", b"Received on paper.", "text/plain"),
        ("acts.CSV", b"treaty,party\n", "text/csv"),
        ("mail.eml", b"From: mission@example.org\n\nSee attached.\n", "message/rfc822"),
        ("scan.pdf", b"\0\x01\x02", "application/octet-stream"),
        ("noise.txt", b"\xff\xfe\xfd\xfc", "application/octet-stream"),
    ] {
        assert_eq!(described(name, bytes).unwrap().media_type, kind, "{name}");
    }
    for (name, bytes) in [("", PDF), ("a/b", PDF), ("a\\b", PDF), ("a\nb", PDF), (&"a".repeat(256), PDF), ("a", b"")] {
        assert!(described(name, bytes).is_err(), "{name}");
    }
}

#[test]
fn places_are_read_and_never_shown_with_credentials() {
    let place = |text: &str| text.parse::<AttachmentsPlace>();
    assert_eq!(place("papers").unwrap(), AttachmentsPlace::Folder("papers".into()));
    let AttachmentsPlace::Bucket(bucket) =
        place("s3://treaty-papers/scans/2026?endpoint=http%3A%2F%2F127.0.0.1%3A9000&region=eu-west-1").unwrap()
    else {
        unreachable!("it names a bucket")
    };
    assert_eq!((bucket.bucket(), bucket.prefix()), ("treaty-papers", "scans/2026"));
    assert_eq!((bucket.endpoint(), bucket.region()), (Some("http://127.0.0.1:9000"), "eu-west-1"));
    assert_eq!(bucket.to_string(), "s3://treaty-papers/scans/2026");
    assert_eq!(place("s3://abc?endpoint=https://s3.example.org/").unwrap().to_string(), "s3://abc");
    for bad in [
        "",
        "https://example.org/papers",
        "s3://",
        "s3://ab",
        "s3://a..b",
        "s3://a b c",
        "s3://abc/../x",
        "s3://abc/x//y",
        "s3://abc?endpoint=ftp://x",
        "s3://abc?endpoint=https://",
        "s3://abc?endpoint=https://u:hunter2@x",
        "s3://abc?region=",
        "s3://abc?region=eu/west",
        "s3://abc?key=hunter2",
        "s3://id:hunter2@abc/papers",
    ] {
        let refused = place(bad).unwrap_err().to_string();
        assert!(!refused.contains("hunter2"), "{refused}");
    }
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(32))]

    #[test]
    fn whatever_is_kept_comes_back(bytes in prop::collection::vec(any::<u8>(), 1..2000), name in "[a-z.]{1,20}") {
        let kept = tempfile::tempdir().unwrap();
        let attachments = Attachments::at(&AttachmentsPlace::Folder(kept.path().join("papers"))).unwrap();
        let paper = described(&name, &bytes).unwrap();
        attachments.keep(&bytes).unwrap();
        prop_assert_eq!(attachments.get(&paper).unwrap(), bytes);
    }

    #[test]
    fn no_text_breaks_the_reading_of_places(text in "(s3://)?.{0,60}") {
        if let Ok(place) = text.parse::<AttachmentsPlace>() {
            prop_assert!(!place.to_string().is_empty());
        }
    }
}
