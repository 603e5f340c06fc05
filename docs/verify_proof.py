#!/usr/bin/env python3
"""Checks what a depositary's log says, without any of the depositary's own programs.

Written from the specifications alone, so that neither hides the other's mistakes:
C2SP signed-note, tlog-checkpoint, tlog-cosignature and tlog-proof (https://c2sp.org), and RFC 6962, section 2.1.
It needs Python 3.9 or later and the package `cryptography`.

    verify_proof.py --key VKEY PROOF                        that an entry is on record
    verify_proof.py --key VKEY --consistency OLD NEW PROOF  that between two checkpoints nothing on record was changed
    verify_proof.py --vectors DIR                           that this program itself finds what it should

VKEY is the log's public key, as name+hash+key; get it from somebody other than whoever gave you the proof.
The exit code is 0 if all holds, 1 if something does not, and 2 if the question can't be asked.
"""

import argparse
import base64
import binascii
import hashlib
import json
import re
import sys
from pathlib import Path

from cryptography.exceptions import InvalidSignature
from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PublicKey

LOG_KEY, WITNESS_KEY = 0x01, 0x04


class Refused(Exception):
    """Something does not hold."""


def require(condition, because):
    if not condition:
        raise Refused(because)


def unbase64(text, because):
    """The bytes in base64, of which there is one spelling."""
    try:
        data = base64.b64decode(text.encode("ascii"), validate=True)
    except (UnicodeEncodeError, binascii.Error):
        raise Refused(because) from None
    require(base64.b64encode(data).decode() == text, because)
    return data


def decimal(text, because):
    require(re.fullmatch(r"0|[1-9][0-9]{0,19}", text) and int(text) < 2**64, because)
    return int(text)


def read_hash(line):
    data = unbase64(line, "a line is not a hash in base64")
    require(len(data) == 32, "a hash does not have 32 bytes")
    return data


def read_hashes(lines):
    require(len(lines) <= 63, "no proof has more than 63 hashes")
    return [read_hash(line) for line in lines]


def is_name(name):
    return name != "" and "+" not in name and not any(c.isspace() or c < " " for c in name)


class Key:
    """A public key: C2SP signed-note."""

    def __init__(self, text):
        parts = text.split("+", 2)
        require(len(parts) == 3 and is_name(parts[0]), "a key is written name+hash+key")
        self.name, written, key = parts
        data = unbase64(key, "the key is not in base64")
        require(len(data) == 33 and data[0] in (LOG_KEY, WITNESS_KEY), "the key is of no known type")
        self.type, self.public = data[0], Ed25519PublicKey.from_public_bytes(data[1:])
        self.id = hashlib.sha256(self.name.encode() + b"\n" + data).digest()[:4]
        require(written == self.id.hex(), "the key's hash is not its own")

    def check(self, signature, text):
        """Checks a signature of a note's text: of a log, or of a witness with its time (C2SP tlog-cosignature)."""
        message = text.encode()
        if self.type == WITNESS_KEY:
            time = int.from_bytes(signature[:8], "big")
            require(len(signature) == 72 and time < 2**63, "a cosignature is out of form")
            message, signature = b"cosignature/v1\ntime %d\n" % time + message, signature[8:]
        try:
            self.public.verify(signature, message)
        except InvalidSignature:
            raise Refused("a signature is forged, or what it stands under was changed") from None


def open_note(note, key):
    """The text of a signed note, once the key is seen to have signed it: C2SP signed-note."""
    require(len(note.encode()) <= 1_000_000, "the note is too long")
    require(not any(c < " " and c != "\n" for c in note), "the note has a control character")
    start, gap, signatures = note.rpartition("\n\n")
    require(gap and signatures.endswith("\n"), "the note is not signed")
    text, lines = start + "\n", signatures[:-1].split("\n")
    require(len(lines) <= 100, "the note has too many signatures")
    own = []
    for line in lines:
        parts = line.split(" ")
        require(len(parts) == 3 and parts[0] == "\u2014" and is_name(parts[1]), "a line is not a signature")
        data = unbase64(parts[2], "a signature is not in base64")
        require(len(data) > 4, "a signature is empty")
        if (parts[1], data[:4]) == (key.name, key.id):
            own.append(data[4:])
    require(own, "the note is not signed with this key")
    for signature in own:
        key.check(signature, text)
    return text


def open_checkpoint(note, key):
    """Origin, size and root of a checkpoint that the log with the key signed: C2SP tlog-checkpoint."""
    require(key.type == LOG_KEY, "this is the key of a witness, not of a log")
    lines = open_note(note, key)[:-1].split("\n")
    require(len(lines) >= 3 and all(lines), "the note is not a checkpoint")
    size, root = decimal(lines[1], "the checkpoint's size is not a number"), read_hash(lines[2])
    require(lines[0] == key.name, "the checkpoint is of another log")
    return lines[0], size, root


def sha256_node(left, right):
    return hashlib.sha256(b"\x01" + left + right).digest()


def left_half(size):
    """The largest power of two below the size."""
    return 1 << (size - 1).bit_length() - 1


def root_above(leaf, index, size, path):
    """The root to which the path leads from a leaf: RFC 6962, section 2.1.1, from the top down. Uses the path up."""
    if size == 1:
        return leaf
    require(path, "the proof has too few hashes")
    half, sibling = left_half(size), path.pop()
    if index < half:
        return sha256_node(root_above(leaf, index, half, path), sibling)
    return sha256_node(sibling, root_above(leaf, index - half, size - half, path))


def roots_above(old_root, old, new, path, whole=True):
    """The old root and the new to which the path leads: RFC 6962, section 2.1.2. Uses the path up."""
    if old == new and whole:
        return old_root, old_root
    require(path, "the proof has too few hashes")
    sibling = path.pop()
    if old == new:
        return sibling, sibling
    half = left_half(new)
    if old <= half:
        old_root, new_root = roots_above(old_root, old, half, path, whole)
        return old_root, sha256_node(new_root, sibling)
    old_root, new_root = roots_above(old_root, old - half, new - half, path, False)
    return sha256_node(sibling, old_root), sha256_node(sibling, new_root)


def check_inclusion(proof, key):
    """The index, entry, origin and size of a proof that holds: C2SP tlog-proof, with the entry as its extra data."""
    require(len(proof.encode()) <= 2_000_000, "the proof is too long")
    head, _, checkpoint = proof.partition("\n\n")
    lines = head.split("\n")
    require(lines[0] == "c2sp.org/tlog-proof@v1", "this is not a proof")
    require(len(lines) >= 3 and lines[1].startswith("extra "), "the proof carries no entry")
    entry = unbase64(lines[1][6:], "the entry is not in base64")
    require(entry, "the proof carries no entry")
    require(lines[2].startswith("index "), "the proof has no index")
    index = decimal(lines[2][6:], "the index is not a number")
    path = read_hashes(lines[3:])
    origin, size, root = open_checkpoint(checkpoint, key)
    require(index < size, "the index is beyond the log")
    leaf = hashlib.sha256(b"\x00" + entry).digest()
    found = root_above(leaf, index, size, path)
    require(not path, "the proof has too many hashes")
    require(found == root, "the entry is not what is on record there")
    return index, entry, origin, size


def check_consistency(old, new, hashes, key):
    """The sizes of two checkpoints of which the second is the first grown."""
    (_, old_size, old_root), (_, new_size, new_root) = open_checkpoint(old, key), open_checkpoint(new, key)
    require(old_size <= new_size, "the log became shorter")
    require(hashes == "" or hashes.endswith("\n"), "the last line has no end")
    path = read_hashes(hashes.split("\n")[:-1])
    if old_size == 0:
        require(old_root == hashlib.sha256(b"").digest(), "the empty log has another root")
        found = old_root, new_root if new_size else old_root
    else:
        found = roots_above(old_root, old_size, new_size, path)
    require(not path, "the proof has too many hashes")
    require(found[0] == old_root, "what was on record was changed")
    require(found[1] == new_root, "the proof leads to another log")
    return old_size, new_size


def read(path):
    return Path(path).read_bytes().decode()


def check_case(folder, case):
    """Whether a case of the test vectors holds, as this program finds."""
    key, text = Key(read(folder / case["key"]).rstrip("\n")), read(folder / case["file"])
    if case["kind"] == "inclusion":
        check_inclusion(text, key)
    elif case["kind"] == "consistency":
        check_consistency(read(folder / case["old"]), read(folder / case["new"]), text, key)
    elif case["kind"] == "note":
        open_note(text, key)
    else:
        raise ValueError(f"{case['kind']} is no kind of case")


def check_vectors(folder):
    cases = json.loads(read(folder / "cases.json"))
    wrong = 0
    for case in cases:
        try:
            check_case(folder, case)
            found, because = "valid", "all of it holds"
        except Refused as refused:
            found, because = "invalid", str(refused)
        if found != case["expected"]:
            wrong += 1
            print(f"{case['file']} with {case['key']}: {found} ({because}), and not {case['expected']} ({case['why']})")
    print(f"{len(cases)} cases, {wrong} of them not as expected")
    return 1 if wrong or not cases else 0


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--key", metavar="VKEY", help="the log's public key")
    parser.add_argument("--consistency", nargs=2, metavar=("OLD", "NEW"), help="two checkpoints of the log")
    parser.add_argument("--vectors", type=Path, metavar="DIR", help="a folder with cases.json")
    parser.add_argument("proof", nargs="?", metavar="PROOF", help="the file with the proof")
    asked = parser.parse_args()
    if asked.vectors:
        return check_vectors(asked.vectors)
    if not asked.key or not asked.proof:
        parser.error("name the log's key with --key, and the file with the proof")
    try:
        key = Key(asked.key)
    except Refused as refused:
        parser.error(f"--key: {refused}")
    try:
        if asked.consistency:
            old, new = check_consistency(*map(read, asked.consistency), read(asked.proof), key)
            print(f"holds: the log {key.name} grew from {old} entries to {new}, and none was changed or taken away")
        else:
            index, entry, origin, size = check_inclusion(read(asked.proof), key)
            print(f"holds: entry {index + 1} of the log {origin}, under its checkpoint of {size} entries:")
            print(entry.decode(errors="backslashreplace"))
    except (Refused, UnicodeDecodeError) as refused:
        print(f"does not hold: {refused}")
        return 1
    return 0


if __name__ == "__main__":
    try:
        sys.exit(main())
    except (OSError, ValueError, KeyError) as error:
        print(f"verify_proof.py: {error}", file=sys.stderr)
        sys.exit(2)
