//! What two editions said when a person last found them to agree: one pair of texts.
//!
//! Enters and leaves: values. Never here: files, the texts of today.

use super::unit::{FrontKey, Unit, UnitKind};
use crate::base::Digest;

/// Two texts that a person has found to say the same.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord)]
pub struct Entry {
    /// What they are, as addresses write it: `title`, `h`, `p`, `li`.
    pub kind: String,
    /// In each of the two languages, in the order of the pair.
    pub sides: [Said; 2],
}

/// One of the two texts.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord)]
pub struct Said {
    /// The digest of `text`.
    pub hash: Digest,
    /// The text as [`Unit::text`] has it.
    pub text: String,
}

impl Said {
    /// What a unit says today.
    pub fn of(unit: &Unit) -> Said {
        Said { hash: unit.hash, text: unit.text.clone() }
    }

    /// A text on one line.
    pub fn of_text(text: String) -> Said {
        Said { hash: Digest::of(text.as_bytes()), text }
    }

    /// Nothing, on purpose: a block that the other language alone has.
    pub fn nothing() -> Said {
        Said { hash: Digest::of(b""), text: String::new() }
    }

    /// Whether the language was agreed not to have this block.
    pub fn is_nothing(&self) -> bool {
        self.text.is_empty()
    }
}

impl Entry {
    /// Two units that agree today.
    pub fn of(a: &Unit, b: &Unit) -> Entry {
        Entry { kind: a.id.kind.name().to_owned(), sides: [Said::of(a), Said::of(b)] }
    }

    /// A unit that one language alone has, and is to have.
    pub fn alone(unit: &Unit, side: Side) -> Entry {
        let sides = match side {
            Side::A => [Said::of(unit), Said::nothing()],
            Side::B => [Said::nothing(), Said::of(unit)],
        };
        Entry { kind: unit.id.kind.name().to_owned(), sides }
    }

    /// The key of the front matter, if it is a text of it.
    pub fn front(&self) -> Option<FrontKey> {
        FrontKey::ALL.into_iter().find(|key| key.name() == self.kind)
    }

    /// The same for the other order of the two languages.
    pub fn turned(&self) -> Entry {
        let [a, b] = self.sides.clone();
        Entry { kind: self.kind.clone(), sides: [b, a] }
    }
}

/// Which of two editions.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Side {
    /// The first.
    A,
    /// The second.
    B,
}

impl Side {
    /// Its place in arrays of two.
    pub fn index(self) -> usize {
        match self {
            Side::A => 0,
            Side::B => 1,
        }
    }

    /// The other one.
    pub fn other(self) -> Side {
        match self {
            Side::A => Side::B,
            Side::B => Side::A,
        }
    }
}

/// How two blocks stand to each other since a person last looked.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum State {
    /// Neither has moved.
    Agreed,
    /// The other one has moved: this side waits for its change.
    Behind(Side),
    /// Both have moved.
    Conflict,
    /// This side lacks the block.
    Missing(Side),
    /// No person has said yet that the two agree.
    New,
}

impl State {
    /// The word in reports.
    pub fn name(self) -> &'static str {
        match self {
            State::Agreed => "agreed",
            State::Behind(_) => "behind",
            State::Conflict => "conflict",
            State::Missing(_) => "missing",
            State::New => "new",
        }
    }
}

/// How two blocks stand, of which `entry` is what was last agreed on.
///
/// A block whose twin was removed is behind: it waits for a person to remove it too, or to bring the twin back.
pub fn state(a: Option<&Unit>, b: Option<&Unit>, entry: Option<&Entry>) -> State {
    stands([a, b].map(|unit| unit.map(|unit| unit.hash)), entry)
}

/// The same for two texts of any kind, by their hashes.
pub(super) fn stands(hashes: [Option<Digest>; 2], entry: Option<&Entry>) -> State {
    let side_lacking = match hashes {
        [Some(_), Some(_)] => None,
        [Some(_), None] => Some(Side::B),
        [None, _] => Some(Side::A),
    };
    let stands = |side: Side| {
        let hash = hashes[side.index()];
        hash.zip(entry).is_some_and(|(hash, entry)| hash == entry.sides[side.index()].hash)
    };
    let was_alone = entry.is_some_and(|entry| entry.sides.iter().any(Said::is_nothing));
    match (side_lacking, entry) {
        (Some(lacking), None) => State::Missing(lacking),
        (Some(lacking), Some(_)) if was_alone && stands(lacking.other()) => State::Agreed,
        (Some(lacking), Some(_)) if was_alone => State::Missing(lacking),
        (Some(lacking), Some(_)) if stands(lacking.other()) => State::Behind(lacking.other()),
        (Some(_), Some(_)) => State::Conflict,
        (None, None) => State::New,
        (None, Some(_)) if was_alone => State::New,
        (None, Some(_)) => match (stands(Side::A), stands(Side::B)) {
            (true, true) => State::Agreed,
            (true, false) => State::Behind(Side::A),
            (false, true) => State::Behind(Side::B),
            (false, false) => State::Conflict,
        },
    }
}

/// Whether a text of this kind can be the successor of one of the kind of that name.
pub(super) fn is_kind(kind: UnitKind, name: &str) -> bool {
    let own = kind.name();
    let running = |name: &str| matches!(name, "p" | "li" | "dd" | "dt");
    own == name || (running(own) && running(name))
}
