//! What a reader notices of a document while it reads: nothing, or what is not sent.

use alloc::boxed::Box;

use crate::violation::{JsonKind, Notice, NoticeKind, Notices, Path, Step, Way};

/// What is noticed.
pub(crate) trait Observe {
    /// The position of a value, as its reader holds it.
    type Way<'w>;
    /// The position of a value, as those inside refer to it.
    type At<'w>: Copy;
    /// A key that no row has.
    type Key;

    /// The position of the document.
    fn root<'w>() -> Self::At<'w>;

    /// One step on.
    fn way(at: Self::At<'_>, step: impl FnOnce() -> Step) -> Self::Way<'_>;

    fn at<'w, 'a: 'w>(way: &'w Self::Way<'a>) -> Self::At<'w>;

    /// The same position, for less long.
    fn shorter<'w, 'a: 'w>(at: Self::At<'a>) -> Self::At<'w>;

    fn key(key: &str) -> Self::Key;

    /// A member that no row knows.
    fn unknown(&mut self, at: Self::At<'_>, key: &Self::Key);

    /// A value where a container belongs.
    fn misplaced(&mut self, at: Self::At<'_>, kind: JsonKind);

    /// The document is read once more.
    #[cfg(feature = "json")]
    fn forget(&mut self);
}

/// Nothing is noticed, and nothing is paid.
impl Observe for () {
    type Way<'w> = ();
    type At<'w> = ();
    type Key = ();

    #[inline]
    fn root<'w>() -> Self::At<'w> {}

    #[inline]
    fn way((): Self::At<'_>, _: impl FnOnce() -> Step) -> Self::Way<'_> {}

    #[inline]
    fn at<'w, 'a: 'w>((): &'w Self::Way<'a>) -> Self::At<'w> {}

    #[inline]
    fn shorter<'w, 'a: 'w>((): Self::At<'a>) -> Self::At<'w> {}

    #[inline]
    fn key(_: &str) {}

    #[inline]
    fn unknown(&mut self, (): (), (): &()) {}

    #[inline]
    fn misplaced(&mut self, (): (), _: JsonKind) {}

    #[cfg(feature = "json")]
    #[inline]
    fn forget(&mut self) {}
}

/// Notices what is not sent, up to a limit.
pub(crate) struct Noticing {
    notices: Notices,
    limit: usize,
}

impl Noticing {
    pub(crate) fn new(limit: usize) -> Self {
        Self {
            notices: Notices::new(),
            limit,
        }
    }

    /// What was noticed, if anything.
    pub(crate) fn finish(self) -> Option<Box<Notices>> {
        (!self.notices.is_empty()).then(|| Box::new(self.notices))
    }
}

impl Observe for Noticing {
    type Way<'w> = Way<'w>;
    type At<'w> = Option<&'w Way<'w>>;
    type Key = Step;

    fn root<'w>() -> Self::At<'w> {
        None
    }

    fn way(at: Self::At<'_>, step: impl FnOnce() -> Step) -> Way<'_> {
        Way::new(at, step())
    }

    fn at<'w, 'a: 'w>(way: &'w Way<'a>) -> Self::At<'w> {
        Some(way)
    }

    fn shorter<'w, 'a: 'w>(at: Self::At<'a>) -> Self::At<'w> {
        at
    }

    fn key(key: &str) -> Step {
        Step::name(key)
    }

    fn unknown(&mut self, at: Self::At<'_>, key: &Step) {
        self.notices.add(self.limit, || {
            let path = Way::new(at, key.clone()).path();
            Notice::new(path, NoticeKind::Unknown)
        });
    }

    fn misplaced(&mut self, at: Self::At<'_>, kind: JsonKind) {
        self.notices.add(self.limit, || match at {
            Some(way) => Notice::new(way.path(), NoticeKind::NotSent(kind)),
            None => Notice::new(Path::default(), NoticeKind::NotAnObject(kind)),
        });
    }

    #[cfg(feature = "json")]
    fn forget(&mut self) {
        self.notices = Notices::new();
    }
}
