//! Where in a document something stands: [`Path`], made of [`Segment`]s.

use alloc::sync::Arc;
use core::cmp::Ordering;
use core::fmt;
use core::hash::{Hash, Hasher};

use serde::{Serialize, Serializer};
use smallvec::SmallVec;

/// One step from a container to something in it.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Segment<'a> {
    /// A member of an object, by its key.
    Key(&'a str),
    /// An element of a list, counted from 0, or of a map whose key is a plain number.
    Index(usize),
}

impl fmt::Display for Segment<'_> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Key(key) => f.write_str(key),
            Self::Index(index) => write!(f, "{index}"),
        }
    }
}

/// The place of a field in a document, from the root down.
///
/// `Display` and `Serialize` give the API's dotted form; [`Path::pointer`] gives
/// a JSON Pointer, which stays exact when a key contains a dot.
///
/// ```
/// use customer_rules::{Segment, front_payment::CORPORATE_CUSTOMER};
///
/// let body = br#"{"additionalContact": [{"email": "no"}]}"#;
/// let refused = CORPORATE_CUSTOMER.check_json(body).unwrap_err();
/// let violations = refused.violations().unwrap();
/// let path = violations.iter().last().unwrap().path();
///
/// assert_eq!(path.to_string(), "additionalContact.0.email");
/// assert_eq!(path.pointer().to_string(), "/additionalContact/0/email");
/// assert_eq!(path.segments().nth(1), Some(Segment::Index(0)));
/// ```
#[derive(Clone, Default)]
pub struct Path(Kept);

/// The segments of a path. Most paths are short and copied often, so those are kept
/// in place, and copying them is all there is to it.
#[derive(Clone)]
enum Kept {
    Short([Option<Step>; 3]),
    Long(Arc<[Piece]>),
}

impl Default for Kept {
    fn default() -> Self {
        Self::Short([None; 3])
    }
}

/// A segment that is nobody's to free. The key of a row is where the table has it,
/// since a reference to a `str` is twice the size of one to that.
#[derive(Clone, Copy)]
enum Step {
    Row(&'static &'static str),
    Index(usize),
}

impl Step {
    fn segment(self) -> Segment<'static> {
        match self {
            Self::Row(key) => Segment::Key(key),
            Self::Index(index) => Segment::Index(index),
        }
    }
}

/// Any segment.
#[derive(Clone)]
pub(crate) struct Piece(AnyPiece);

#[derive(Clone)]
enum AnyPiece {
    Step(Step),
    /// A key of a document is shared by the paths that lead through it.
    Name(Arc<str>),
}

impl Piece {
    pub(crate) fn row(key: &'static &'static str) -> Self {
        Self(AnyPiece::Step(Step::Row(key)))
    }

    pub(crate) fn index(index: usize) -> Self {
        Self(AnyPiece::Step(Step::Index(index)))
    }

    /// A key of a document. One that is a number is an index, as in PHP, so that
    /// `{"0": …}` and `[…]` have the same paths.
    pub(crate) fn name(key: &str) -> Self {
        match canonical_index(key) {
            Some(index) => Self::index(index),
            None => Self(AnyPiece::Name(Arc::from(key))),
        }
    }

    fn segment(&self) -> Segment<'_> {
        match &self.0 {
            AnyPiece::Step(step) => step.segment(),
            AnyPiece::Name(key) => Segment::Key(key),
        }
    }

    fn step(&self) -> Option<Step> {
        match &self.0 {
            AnyPiece::Step(step) => Some(*step),
            AnyPiece::Name(_) => None,
        }
    }
}

impl Path {
    /// The segments, from the root down.
    pub fn segments(&self) -> impl ExactSizeIterator<Item = Segment<'_>> {
        let (short, long): (&[Option<Step>], &[Piece]) = match &self.0 {
            Kept::Short(steps) => (steps, &[]),
            Kept::Long(pieces) => (&[], pieces),
        };
        let short = short.iter().map_while(|step| step.map(Step::segment));
        let segments: SmallVec<[_; 6]> = short.chain(long.iter().map(Piece::segment)).collect();
        segments.into_iter()
    }

    /// The path as a JSON Pointer (RFC 6901), ready to be displayed.
    #[must_use]
    pub fn pointer(&self) -> Pointer<'_> {
        Pointer(self)
    }

    /// Whether `dotted` is this path's dotted form.
    ///
    /// ```
    /// use customer_rules::front_payment::PRIVATE_CUSTOMER;
    ///
    /// let refused = PRIVATE_CUSTOMER.check_json(b"{}").unwrap_err();
    /// let violations = refused.violations().unwrap();
    /// assert!(violations.iter().any(|v| v.path().is("addresses.billing.zip")));
    /// ```
    #[must_use]
    pub fn is(&self, dotted: &str) -> bool {
        struct Rest<'a>(Option<&'a str>);
        impl fmt::Write for Rest<'_> {
            fn write_str(&mut self, part: &str) -> fmt::Result {
                self.0 = self.0.and_then(|rest| rest.strip_prefix(part));
                self.0.map(drop).ok_or(fmt::Error)
            }
        }
        let mut rest = Rest(Some(dotted));
        fmt::write(&mut rest, format_args!("{self}")).is_ok() && rest.0 == Some("")
    }

    /// Whether the path leads through an element of a list or map, so that part
    /// of it is the document's and not the table's.
    pub(crate) fn has_element(&self) -> bool {
        let is_row = |step: &Step| matches!(step, Step::Row(_));
        match &self.0 {
            Kept::Short(steps) => !steps.iter().flatten().all(is_row),
            Kept::Long(pieces) => !pieces.iter().all(|p| p.step().as_ref().is_some_and(is_row)),
        }
    }
}

impl FromIterator<Piece> for Path {
    fn from_iter<I: IntoIterator<Item = Piece>>(pieces: I) -> Self {
        Self(Kept::Long(pieces.into_iter().collect()))
    }
}

/// The way to where a walk is: a list on the stack that leads up from there. A path is
/// made of it only where there is something to tell.
pub(crate) struct Way<'w> {
    above: Option<&'w Way<'w>>,
    piece: Piece,
}

impl<'w> Way<'w> {
    /// One piece further; from the root, if there is nothing above.
    pub(crate) fn new(above: Option<&'w Self>, piece: Piece) -> Self {
        Self { above, piece }
    }

    /// The pieces, from here up.
    fn upwards(&self) -> impl Iterator<Item = &Piece> {
        core::iter::successors(Some(self), |way| way.above).map(|way| &way.piece)
    }

    /// The pieces, from the root down.
    pub(crate) fn pieces(&self) -> impl Iterator<Item = Piece> {
        let mut pieces: SmallVec<[Piece; 6]> = self.upwards().cloned().collect();
        pieces.reverse();
        pieces.into_iter()
    }

    pub(crate) fn path(&self) -> Path {
        self.short().unwrap_or_else(|| self.pieces().collect())
    }

    /// The path, if it is one of those that are kept in place.
    fn short(&self) -> Option<Path> {
        let step = |way: &Self| way.piece.step().map(Some);
        let steps = match self.above {
            None => [step(self)?, None, None],
            Some(up) => match up.above {
                None => [step(up)?, step(self)?, None],
                Some(top) if top.above.is_none() => [step(top)?, step(up)?, step(self)?],
                Some(_) => return None,
            },
        };
        Some(Path(Kept::Short(steps)))
    }
}

impl PartialEq for Path {
    fn eq(&self, other: &Self) -> bool {
        self.cmp(other).is_eq()
    }
}

impl Eq for Path {}

impl PartialOrd for Path {
    fn partial_cmp(&self, other: &Self) -> Option<Ordering> {
        Some(self.cmp(other))
    }
}

impl Ord for Path {
    fn cmp(&self, other: &Self) -> Ordering {
        self.segments().cmp(other.segments())
    }
}

impl Hash for Path {
    fn hash<H: Hasher>(&self, state: &mut H) {
        self.segments().for_each(|segment| segment.hash(state));
    }
}

impl fmt::Debug for Path {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("Path")?;
        f.debug_list().entries(self.segments()).finish()
    }
}

/// The index that PHP makes of a key: a decimal number as it would be printed,
/// and no greater than its integers.
fn canonical_index(key: &str) -> Option<usize> {
    let is_canonical = match key.as_bytes() {
        [b'0'] => true,
        [first, ..] => *first != b'0' && key.bytes().all(|b| b.is_ascii_digit()),
        [] => false,
    };
    let index = key.parse::<i64>().ok().filter(|_| is_canonical)?;
    usize::try_from(index).ok()
}

impl fmt::Display for Path {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        for (position, segment) in self.segments().enumerate() {
            if position > 0 {
                f.write_str(".")?;
            }
            segment.fmt(f)?;
        }
        Ok(())
    }
}

impl Serialize for Path {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.collect_str(self)
    }
}

/// Displays a [`Path`] as a JSON Pointer (RFC 6901).
#[derive(Debug, Clone, Copy)]
pub struct Pointer<'a>(&'a Path);

impl fmt::Display for Pointer<'_> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        for segment in self.0.segments() {
            f.write_str("/")?;
            match segment {
                Segment::Index(index) => write!(f, "{index}")?,
                Segment::Key(key) => {
                    for part in key.split_inclusive(['~', '/']) {
                        if let Some(plain) = part.strip_suffix('~') {
                            write!(f, "{plain}~0")?;
                        } else if let Some(plain) = part.strip_suffix('/') {
                            write!(f, "{plain}~1")?;
                        } else {
                            f.write_str(part)?;
                        }
                    }
                }
            }
        }
        Ok(())
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use alloc::collections::BTreeSet;
    use alloc::string::ToString as _;

    fn path(key: &str) -> Path {
        let pieces = [Piece::row(&"list"), Piece::index(3), Piece::name(key)];
        Path::from_iter(pieces)
    }

    #[test]
    fn pointers_escape_what_dots_cannot() {
        let cases = [
            ("plain", "list.3.plain", "/list/3/plain"),
            ("a.b", "list.3.a.b", "/list/3/a.b"),
            ("a/b~c", "list.3.a/b~c", "/list/3/a~1b~0c"),
            ("~1", "list.3.~1", "/list/3/~01"),
            ("", "list.3.", "/list/3/"),
        ];
        for (key, dotted, pointer) in cases {
            assert_eq!(path(key).to_string(), dotted);
            assert_eq!(path(key).pointer().to_string(), pointer);
        }
    }

    #[test]
    fn a_key_that_is_a_number_is_an_index() {
        let last = |key| {
            let path = Path::from_iter([Piece::name(key)]);
            path.segments().last().map(|segment| match segment {
                Segment::Index(index) => Some(index),
                Segment::Key(kept) => {
                    assert_eq!(kept, key);
                    None
                }
            })
        };
        for (key, index) in [
            ("0", 0),
            ("7", 7),
            ("17", 17),
            ("4294967295", 4_294_967_295),
        ] {
            assert_eq!(last(key), Some(Some(index)), "{key}");
        }
        let others = [
            "",
            "00",
            "01",
            "+1",
            "-1",
            "1.0",
            "1e3",
            " 1",
            "1 ",
            "a",
            "١",
            "９",
            "9223372036854775808",
            "99999999999999999999",
        ];
        for key in others {
            assert_eq!(last(key), Some(None), "{key}");
        }
    }

    #[test]
    fn paths_are_equal_however_they_are_kept() {
        let list = Way::new(None, Piece::row(&"list"));
        let element = Way::new(Some(&list), Piece::index(3));
        let zip = Way::new(Some(&element), Piece::row(&"zip"));
        let below = Way::new(Some(&zip), Piece::row(&"below"));
        let mut hashes = BTreeSet::new();
        for way in [&list, &element, &zip, &below] {
            let (short, long) = (way.path(), Path(Kept::Long(way.pieces().collect())));
            assert_eq!(short, long);
            assert_eq!(short.partial_cmp(&long), Some(Ordering::Equal));
            assert_eq!(hash(&short), hash(&long));
            assert_eq!(short.to_string(), long.to_string());
            hashes.insert(hash(&short));
        }
        assert_eq!(hashes.len(), 4);
        assert!(matches!(
            zip.path(),
            Path(Kept::Short([Some(_), Some(_), Some(_)]))
        ));
        assert!(matches!(below.path(), Path(Kept::Long(_))));
        assert!(list.path() < element.path() && element.path() < zip.path());
    }

    fn hash(path: &Path) -> u64 {
        let mut hasher = std::hash::DefaultHasher::new();
        path.hash(&mut hasher);
        hasher.finish()
    }

    #[test]
    fn is_compares_the_whole_dotted_form() {
        let path = path("zip");
        assert!(path.is("list.3.zip"));
        for other in [
            "",
            "list",
            "list.3",
            "list.3.zi",
            "list.3.zip.",
            "list.3.zipp",
            "list.33.zip",
        ] {
            assert!(!path.is(other), "{other}");
        }
        assert!(Path::default().is(""));
    }
}
