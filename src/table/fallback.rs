//! Values that the API fills in where a document has none: [`Fallback`].

/// A value that the API fills in where a document has none.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Fallback {
    path: &'static str,
    text: &'static str,
    unless: &'static [&'static str],
}

impl Fallback {
    /// Fills in `text` at `path` if none of the fields `unless` is present. Paths are dotted,
    /// from the root.
    #[must_use]
    pub const fn new(
        path: &'static str,
        text: &'static str,
        unless: &'static [&'static str],
    ) -> Self {
        Self { path, text, unless }
    }

    /// Where the value goes.
    #[must_use]
    pub const fn path(&self) -> &'static str {
        self.path
    }

    /// The value.
    #[must_use]
    pub const fn text(&self) -> &'static str {
        self.text
    }

    /// The fields any of which, if present, makes the value unnecessary.
    #[must_use]
    pub const fn unless(&self) -> &'static [&'static str] {
        self.unless
    }
}
