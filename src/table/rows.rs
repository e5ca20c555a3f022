//! The walk over the rows of a table: [`Rows`]. Every reader of a table uses it.

use core::fmt;
use core::slice;

use smallvec::{SmallVec, smallvec};

use super::field::{Each, Field};

/// The key of the row of every element.
pub(crate) const ELEMENT: &str = "*";

/// How a walk counts rows. The verdict does not count them (`()`), because it needs no
/// ordinals and counting costs `rules` 100 instructions of 1,400.
pub(crate) trait Ordinal: Copy {
    /// The ordinal of the first row.
    const FIRST: Self;

    /// The ordinal `rows` rows later.
    fn after(self, rows: usize) -> Self;
}

impl Ordinal for usize {
    const FIRST: Self = 0;

    fn after(self, rows: usize) -> Self {
        // Cannot wrap: a table has at most `RuleSet::MAX_ROWS` rows.
        self.wrapping_add(rows)
    }
}

impl Ordinal for () {
    const FIRST: Self = ();

    fn after(self, _: usize) -> Self {}
}

/// A row among the rows of its object.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Place<O = usize> {
    pub(crate) field: &'static Field,
    /// The offset of its slot in the block of the object or element.
    pub(crate) slot: usize,
    /// The number of rows of the table before this one. The rows of elements count once.
    pub(crate) ordinal: O,
}

impl<O: Ordinal> Place<O> {
    /// The rows inside the value, in the same block.
    pub(crate) fn members(self) -> Siblings<O> {
        Siblings {
            rest: self.field.get_members(),
            slot: self.slot.wrapping_add(1),
            ordinal: self.ordinal.after(1),
        }
    }

    /// The rows of each element of the value, in a block of its own.
    pub(crate) fn each(self) -> Option<Siblings<O>> {
        let each = self.field.get_each()?;
        Some(Siblings::of_element(each, self.ordinal.after(1)))
    }
}

/// The rows of one object, in order.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Siblings<O = usize> {
    rest: &'static [Field],
    slot: usize,
    ordinal: O,
}

impl<O: Ordinal> Siblings<O> {
    /// The rows of a document. The first slot of its block is the document itself.
    pub(crate) fn of_root(fields: &'static [Field]) -> Self {
        Self::of_block(fields, O::FIRST)
    }

    /// The rows of a block whose first slot is the object itself.
    fn of_block(fields: &'static [Field], ordinal: O) -> Self {
        Self {
            rest: fields,
            slot: 1,
            ordinal,
        }
    }

    /// The rows of an element: its own row if it has one, otherwise its members.
    pub(crate) fn of_element(each: &'static Each, ordinal: O) -> Self {
        match each {
            Each::Members(members) => Self::of_block(members, ordinal),
            Each::Row(field) => Self {
                rest: slice::from_ref(*field),
                slot: 0,
                ordinal,
            },
        }
    }

    /// The row of the element itself, if these are the rows of an element that has one. Only
    /// then does the first slot of the block belong to a row.
    pub(crate) fn own_row(mut self) -> Option<Place<O>> {
        if self.slot == 0 { self.next() } else { None }
    }

    /// The ordinal of the first of the rows.
    pub(crate) fn ordinal(self) -> O {
        self.ordinal
    }

    /// The rows that were not taken yet.
    pub(crate) fn fields(self) -> &'static [Field] {
        self.rest
    }

    /// The offset of the first slot.
    pub(crate) fn slot(self) -> usize {
        self.slot
    }

    /// Takes the next row.
    #[inline]
    pub(crate) fn next(&mut self) -> Option<Place<O>> {
        let (field, rest) = self.rest.split_first()?;
        let place = Place {
            field,
            slot: self.slot,
            ordinal: self.ordinal,
        };
        self.rest = rest;
        // Cannot wrap: a table has at most `RuleSet::MAX_ROWS` rows.
        self.slot = self.slot.wrapping_add(field.slots());
        self.ordinal = self.ordinal.after(field.rows());
        Some(place)
    }

    /// Takes rows until the one with this key, which is returned.
    #[inline]
    pub(crate) fn find(&mut self, key: &str) -> Option<Place<O>> {
        loop {
            let place = self.next()?;
            if place.field.key() == key {
                return Some(place);
            }
        }
    }
}

impl Siblings<()> {
    /// The rows inside the value whose slot is at this offset.
    pub(crate) fn of_members(fields: &'static [Field], offset: usize) -> Self {
        Self {
            rest: fields,
            slot: offset.wrapping_add(1),
            ordinal: (),
        }
    }
}

/// A row of a table, with its path and its ordinal. [`RuleSet::rows`](super::RuleSet::rows)
/// returns them.
///
/// `Display` writes the path of the row, with `*` for the index or key of an element.
#[derive(Debug, Clone, Copy)]
pub struct Row {
    /// The rows of the whole table.
    fields: &'static [Field],
    place: Place,
}

impl Row {
    /// The row with this ordinal.
    pub(crate) fn find(fields: &'static [Field], ordinal: usize) -> Option<Self> {
        let place = Chain::new(fields, ordinal).last()?;
        (place.ordinal == ordinal).then_some(Self { fields, place })
    }

    /// The rows from the top of the table down to this one, this one included.
    pub(crate) fn chain(&self) -> impl Iterator<Item = Self> + use<> {
        let fields = self.fields;
        let chain = Chain::new(fields, self.place.ordinal);
        chain.map(move |place| Self { fields, place })
    }

    /// The key, the rules and the members.
    #[must_use]
    pub fn field(&self) -> &'static Field {
        self.place.field
    }

    /// The number of rows of the table before this one. Violations are reported in this order.
    #[must_use]
    pub fn ordinal(&self) -> usize {
        self.place.ordinal
    }

    /// Whether the elements of the value have rows inside, and no row of their own.
    pub(crate) fn has_plain_elements(&self) -> bool {
        matches!(self.field().each, Some(Each::Members(_)))
    }

    /// The keys from the top of the table down to the row, with `*` for the index or key of
    /// an element.
    ///
    /// ```
    /// use customer_rules::front_payment::CORPORATE_CUSTOMER;
    ///
    /// let email = CORPORATE_CUSTOMER.rows().find(|row| row.is("additionalContact.*.email"));
    /// let keys: Vec<_> = email.unwrap().keys().collect();
    /// assert_eq!(keys, ["additionalContact", "*", "email"]);
    /// ```
    pub fn keys(&self) -> impl Iterator<Item = &'static str> + use<> {
        let own = self.ordinal();
        let keys = self.chain().flat_map(move |row| {
            let star = row.has_plain_elements() && row.ordinal() != own;
            [Some(row.field().key()), star.then_some(ELEMENT)]
        });
        keys.flatten()
    }

    /// Whether `path` is the path of the row, in which `*` stands for the key of any element.
    ///
    /// ```
    /// use customer_rules::connect::CHECK_CREDENTIALS;
    ///
    /// let row = CHECK_CREDENTIALS.rows().nth(1).unwrap();
    /// assert!(row.is("credentials.*") && !row.is("credentials"));
    /// ```
    #[must_use]
    pub fn is(&self, path: &str) -> bool {
        self.keys().eq(path.split('.'))
    }
}

impl fmt::Display for Row {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        for (position, key) in self.keys().enumerate() {
            let dot = if position == 0 { "" } else { "." };
            write!(f, "{dot}{key}")?;
        }
        Ok(())
    }
}

/// The rows that lead to the one with an ordinal, from the top of the table down.
struct Chain {
    rest: Siblings,
    ordinal: usize,
}

impl Chain {
    fn new(fields: &'static [Field], ordinal: usize) -> Self {
        Self {
            rest: Siblings::of_root(fields),
            ordinal,
        }
    }
}

impl Iterator for Chain {
    type Item = Place;

    fn next(&mut self) -> Option<Place> {
        loop {
            let place = self.rest.next()?;
            if self.ordinal < place.ordinal.after(place.field.rows()) {
                self.rest = if place.ordinal == self.ordinal {
                    Siblings::of_root(&[])
                } else {
                    place.each().unwrap_or(place.members())
                };
                return Some(place);
            }
        }
    }
}

/// Iterator over every row of a table in the order of reporting. The rows of elements follow
/// the row of their container.
#[derive(Debug, Clone)]
pub struct Rows {
    fields: &'static [Field],
    /// The remaining rows of the current object, last, and of each object around it.
    levels: SmallVec<[Siblings; 4]>,
}

impl Rows {
    pub(super) fn of(fields: &'static [Field]) -> Self {
        Self {
            fields,
            levels: smallvec![Siblings::of_root(fields)],
        }
    }
}

impl Iterator for Rows {
    type Item = Row;

    fn next(&mut self) -> Option<Row> {
        loop {
            let Some(place) = self.levels.last_mut()?.next() else {
                self.levels.pop();
                continue;
            };
            self.levels.push(place.each().unwrap_or(place.members()));
            let fields = self.fields;
            return Some(Row { fields, place });
        }
    }
}
