//! Values that the API puts in where a document gives none: [`Fallback`].

/// A value that the API puts in where a document gives none.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Fallback {
    path: &'static str,
    text: &'static str,
    unless: &'static [&'static str],
}

impl Fallback {
    /// `text` at `path`, unless the document has one of the fields `unless`. Paths
    /// are dotted, from the root.
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

    /// The fields of which any makes the value needless.
    #[must_use]
    pub const fn unless(&self) -> &'static [&'static str] {
        self.unless
    }
}
