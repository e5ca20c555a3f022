//! Where a field is in a document: [`Path`], made of [`Segment`]s.

use alloc::sync::Arc;
use core::cmp::Ordering;
use core::fmt;
use core::hash::{Hash, Hasher};
use core::slice;

use serde::{Serialize, Serializer};
use smallvec::SmallVec;

use super::step::{PlainStep, Segment, Step};

/// The path of a field in a document, from the root down.
///
/// It has three forms. `Display` and `Serialize` write the API's dotted form.
/// [`Path::pointer`] is a JSON Pointer, which is unambiguous even if a key contains a dot.
/// [`Path::row`] is the path of the row in the table, the same for every element.
///
/// ```
/// use customer_rules::front_payment::CORPORATE_CUSTOMER;
/// use customer_rules::violation::Segment;
///
/// let body = br#"{"additionalContact": [{"email": "no"}]}"#;
/// let refused = CORPORATE_CUSTOMER.check_json(body).unwrap_err();
/// let violations = refused.violations().unwrap();
/// let path = violations.iter().last().unwrap().path();
///
/// assert_eq!(path.to_string(), "additionalContact.0.email");
/// assert_eq!(path.pointer().to_string(), "/additionalContact/0/email");
/// assert_eq!(path.row().to_string(), "additionalContact.*.email");
/// assert_eq!(path.segments().nth(1), Some(Segment::Index(0)));
/// ```
#[derive(Clone, Default)]
pub struct Path(Steps);

/// The steps of a path. Most paths are short and often copied, so up to three steps are stored
/// in place and copied without an allocation.
#[derive(Clone)]
enum Steps {
    Short(Len, [PlainStep; 3]),
    Long(Arc<[Step]>),
}

/// How many of the three steps are used.
#[derive(Debug, Clone, Copy)]
enum Len {
    Zero,
    One,
    Two,
    Three,
}

impl Default for Steps {
    fn default() -> Self {
        Self::Short(Len::Zero, [PlainStep::Index(0); 3])
    }
}

impl Path {
    /// The segments, from the root down.
    #[must_use]
    pub fn segments(&self) -> impl ExactSizeIterator<Item = Segment<'_>> + Clone {
        let (short, long) = self.slices();
        Segments {
            short: short.iter(),
            long: long.iter(),
        }
    }

    /// The path as a JSON Pointer (RFC 6901). Use its `Display`.
    #[must_use]
    pub fn pointer(&self) -> Pointer<'_> {
        Pointer(self)
    }

    /// The path of the row in the table: the dotted form, with `*` for the index or key of an
    /// element. It contains nothing of the document, so it suits labels, logs and metrics. Use
    /// its `Display`.
    #[must_use]
    pub fn row(&self) -> RowPath<'_> {
        RowPath(self)
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
        let mut rest = Rest(Some(dotted));
        fmt::write(&mut rest, format_args!("{self}")).is_ok() && rest.0 == Some("")
    }

    /// Whether `dotted` is the dotted form of this path, or of an object or list around it. The
    /// dotted form of the root is empty, and every path is under it.
    ///
    /// ```
    /// use customer_rules::front_payment::PRIVATE_CUSTOMER;
    ///
    /// let refused = PRIVATE_CUSTOMER.check_json(b"{}").unwrap_err();
    /// let last = refused.violations().unwrap().iter().last().unwrap();
    /// assert!(last.path().is("addresses.billing.country"));
    /// assert!(last.path().is_under("addresses.billing") && !last.path().is_under("addresses.bill"));
    /// ```
    #[must_use]
    pub fn is_under(&self, dotted: &str) -> bool {
        let mut rest = Rest(Some(dotted));
        dotted.is_empty()
            || self.segments().enumerate().any(|(position, segment)| {
                let dot = if position == 0 { "" } else { "." };
                // Once a segment does not fit, `rest` is `None`, and later ones fail too.
                fmt::write(&mut rest, format_args!("{dot}{segment}")).is_ok() && rest.0 == Some("")
            })
    }

    /// The path without its last segment; `None` for the document.
    pub(crate) fn object(&self) -> Option<Self> {
        let mut steps: SmallVec<[Step; 6]> = self.steps().collect();
        steps.pop()?;
        Some(steps.into_iter().collect())
    }

    /// Whether this path leads to a later element than another path of the same row, by the
    /// first index that differs. The keys of objects have no order.
    pub(crate) fn comes_after(&self, other: &Self) -> bool {
        let mut pairs = self.segments().zip(other.segments());
        match pairs.find(|(own, other)| own != other) {
            Some((Segment::Index(own), Segment::Index(other))) => own > other,
            _ => false,
        }
    }

    /// Whether the path leads through an element, so that its index or key comes from the
    /// document and not from the table.
    pub(crate) fn has_element(&self) -> bool {
        let (short, long) = self.slices();
        let is_index = |step: &PlainStep| matches!(step, PlainStep::Index(_));
        short.iter().any(is_index) || !long.iter().all(Step::is_row)
    }

    /// Writes the dotted form; into a `String`, without a formatter.
    pub(crate) fn write_dotted<W: fmt::Write>(&self, out: &mut W) -> fmt::Result {
        for (position, segment) in self.segments().enumerate() {
            if position > 0 {
                out.write_char('.')?;
            }
            match segment {
                Segment::Key(key) => out.write_str(key)?,
                Segment::Index(index) => write!(out, "{index}")?,
            }
        }
        Ok(())
    }

    /// The steps, from the root down.
    pub(crate) fn steps(&self) -> impl Iterator<Item = Step> {
        let (short, long) = self.slices();
        let short = short.iter().map(|step| Step::from(*step));
        short.chain(long.iter().cloned())
    }

    /// The steps, in two slices of which one is empty.
    fn slices(&self) -> (&[PlainStep], &[Step]) {
        match &self.0 {
            Steps::Short(len, steps) => {
                let len = match len {
                    Len::Zero => 0,
                    Len::One => 1,
                    Len::Two => 2,
                    Len::Three => 3,
                };
                (steps.get(..len).unwrap_or_default(), &[])
            }
            Steps::Long(steps) => (&[], steps),
        }
    }
}

/// The rest of a text after the parts that were written so far, or `None` once a part differed
/// from the text.
struct Rest<'a>(Option<&'a str>);

impl fmt::Write for Rest<'_> {
    fn write_str(&mut self, part: &str) -> fmt::Result {
        self.0 = self.0.and_then(|rest| rest.strip_prefix(part));
        self.0.map(drop).ok_or(fmt::Error)
    }
}

#[derive(Clone)]
struct Segments<'p> {
    short: slice::Iter<'p, PlainStep>,
    long: slice::Iter<'p, Step>,
}

impl<'p> Iterator for Segments<'p> {
    type Item = Segment<'p>;

    fn next(&mut self) -> Option<Segment<'p>> {
        match self.short.next() {
            Some(step) => Some(step.segment()),
            None => self.long.next().map(Step::segment),
        }
    }

    fn size_hint(&self) -> (usize, Option<usize>) {
        // One of the two is empty.
        let len = self.short.len().max(self.long.len());
        (len, Some(len))
    }
}

impl ExactSizeIterator for Segments<'_> {}

impl FromIterator<Step> for Path {
    fn from_iter<I: IntoIterator<Item = Step>>(steps: I) -> Self {
        Self(Steps::Long(steps.into_iter().collect()))
    }
}

/// The walk's position, as a linked list on the stack. It becomes a [`Path`] only when
/// a violation is reported.
#[derive(Clone)]
pub(crate) struct Way<'w> {
    above: Option<&'w Way<'w>>,
    step: Step,
}

impl<'w> Way<'w> {
    /// One step below `above`, or below the root.
    pub(crate) fn new(above: Option<&'w Self>, step: Step) -> Self {
        Self { above, step }
    }

    /// The steps, from here up.
    fn upwards(&self) -> impl Iterator<Item = &Step> {
        core::iter::successors(Some(self), |way| way.above).map(|way| &way.step)
    }

    /// The steps, from the root down.
    pub(crate) fn steps(&self) -> impl Iterator<Item = Step> {
        let mut steps: SmallVec<[Step; 6]> = self.upwards().cloned().collect();
        steps.reverse();
        steps.into_iter()
    }

    pub(crate) fn path(&self) -> Path {
        self.short().unwrap_or_else(|| self.steps().collect())
    }

    /// The path, if it can be stored in place.
    fn short(&self) -> Option<Path> {
        // Found from the last step up and without a loop: `refused` went from 5,224 to 4,942
        // instructions.
        let step = |way: &Self| way.step.plain();
        let none = PlainStep::Index(0);
        let own = step(self)?;
        let (len, steps) = match self.above {
            None => (Len::One, [own, none, none]),
            Some(up) => match up.above {
                None => (Len::Two, [step(up)?, own, none]),
                Some(top) if top.above.is_none() => (Len::Three, [step(top)?, step(up)?, own]),
                Some(_) => return None,
            },
        };
        Some(Path(Steps::Short(len, steps)))
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

impl fmt::Display for Path {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        self.write_dotted(f)
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

impl Serialize for Pointer<'_> {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.collect_str(self)
    }
}

/// Displays the row that a [`Path`] leads to: its dotted form, with `*` for elements.
#[derive(Clone, Copy)]
pub struct RowPath<'a>(&'a Path);

impl fmt::Display for RowPath<'_> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let (short, long) = self.0.slices();
        let plain = short.iter().map(|step| Some(*step));
        let steps = plain.chain(long.iter().map(Step::plain));
        for (position, step) in steps.enumerate() {
            let dot = if position == 0 { "" } else { "." };
            match step {
                Some(PlainStep::Row(key)) => write!(f, "{dot}{key}")?,
                Some(PlainStep::Index(_)) | None => write!(f, "{dot}*")?,
            }
        }
        Ok(())
    }
}

impl fmt::Debug for RowPath<'_> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "RowPath({self})")
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use alloc::collections::BTreeSet;
    use alloc::string::ToString as _;

    fn path(key: &str) -> Path {
        let steps = [Step::row("list"), Step::index(3), Step::name(key)];
        Path::from_iter(steps)
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
    fn paths_are_equal_however_they_are_stored() {
        let list = Way::new(None, Step::row("list"));
        let element = Way::new(Some(&list), Step::index(3));
        let zip = Way::new(Some(&element), Step::row("zip"));
        let below = Way::new(Some(&zip), Step::row("below"));
        let mut hashes = BTreeSet::new();
        for way in [&list, &element, &zip, &below] {
            let (short, long) = (way.path(), Path(Steps::Long(way.steps().collect())));
            assert_eq!(short, long);
            assert_eq!(short.partial_cmp(&long), Some(Ordering::Equal));
            assert_eq!(hash(&short), hash(&long));
            assert_eq!(short.to_string(), long.to_string());
            hashes.insert(hash(&short));
        }
        assert_eq!(hashes.len(), 4);
        assert!(matches!(zip.path(), Path(Steps::Short(Len::Three, _))));
        assert!(matches!(below.path(), Path(Steps::Long(_))));
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
