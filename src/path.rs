//! Where in a document something stands: [`Path`], made of [`Segment`]s.

use alloc::sync::Arc;
use core::fmt;

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
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Hash, Default)]
pub struct Path(SmallVec<[Piece; 3]>);

/// A segment as it is kept: keys of a table cost nothing, keys of a document are shared.
#[derive(Clone, PartialEq, Eq, PartialOrd, Ord, Hash)]
enum Piece {
    Row(&'static str),
    Index(usize),
    Name(Arc<str>),
}

impl Piece {
    fn segment(&self) -> Segment<'_> {
        match self {
            Self::Row(key) => Segment::Key(key),
            Self::Name(key) => Segment::Key(key),
            Self::Index(index) => Segment::Index(*index),
        }
    }
}

impl fmt::Debug for Piece {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        self.segment().fmt(f)
    }
}

impl Path {
    /// The segments, from the root down.
    pub fn segments(&self) -> impl ExactSizeIterator<Item = Segment<'_>> {
        self.0.iter().map(Piece::segment)
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
        !self.0.iter().all(|piece| matches!(piece, Piece::Row(_)))
    }

    /// The path of the object that a member, so many segments down, belongs to.
    pub(crate) fn without(&self, segments: usize) -> Self {
        let kept = self.0.len().saturating_sub(segments);
        Self(self.0.iter().take(kept).cloned().collect())
    }

    pub(crate) fn push_row(&mut self, key: &'static str) {
        self.0.push(Piece::Row(key));
    }

    pub(crate) fn push_index(&mut self, index: usize) {
        self.0.push(Piece::Index(index));
    }

    /// A key of a document. One that is a number is an index, as in PHP, so that
    /// `{"0": …}` and `[…]` have the same paths.
    pub(crate) fn push_name(&mut self, key: &str) {
        self.0.push(match index(key) {
            Some(index) => Piece::Index(index),
            None => Piece::Name(Arc::from(key)),
        });
    }

    pub(crate) fn pop(&mut self) {
        self.0.pop();
    }
}

/// The index that PHP makes of a key: a decimal number as it would be printed,
/// and no greater than its integers.
fn index(key: &str) -> Option<usize> {
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
    use alloc::string::ToString as _;

    fn path(key: &str) -> Path {
        let mut path = Path::default();
        path.push_row("list");
        path.push_index(3);
        path.push_name(key);
        path
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
            let mut path = Path::default();
            path.push_name(key);
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
