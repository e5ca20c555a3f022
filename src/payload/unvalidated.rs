//! A payload before its check, for frameworks that deserialise and validate in two steps:
//! [`Unvalidated`].

use core::fmt;
use core::marker::PhantomData;

use serde::{Deserialize, Deserializer};

use super::{Payload, shape};
use crate::check::Document;
use crate::violation::Violations;

/// A document that was read and not judged yet, and becomes a payload when it is.
///
/// A value of the wrong type is not an error of `Deserialize`, so the extractor of a web
/// framework accepts it. [`Unvalidated::check`], or garde (feature `garde`), then reports all
/// violations together.
///
/// ```
/// use customer_rules::{Unvalidated, front_payment::PrivateCustomer};
///
/// let form: Unvalidated<PrivateCustomer> = serde_json::from_str(r#"{"name": 5, "email": []}"#)?;
/// assert_eq!(form.violations().len(), 10);
/// assert!(form.check().is_err());
/// # Ok::<(), serde_json::Error>(())
/// ```
#[derive(Clone)]
pub struct Unvalidated<P> {
    document: Document<'static>,
    payload: PhantomData<fn() -> P>,
}

impl<P: Payload<'static>> Unvalidated<P> {
    /// Whether all rules hold.
    #[must_use]
    pub fn is_valid(&self) -> bool {
        self.document.is_valid()
    }

    /// Every violation, up to the rule set's limit. Empty if all rules hold, and if the limit
    /// is 0: [`Unvalidated::is_valid`] is the verdict.
    #[must_use]
    pub fn violations(&self) -> Violations {
        self.document.violations()
    }

    /// Whether all rules hold, and which do not, as [`Unvalidated::check`] has it.
    #[cfg(feature = "garde")]
    pub(crate) fn verdict(&self) -> Result<(), Violations> {
        self.document.verdict()
    }

    /// Judges the document, and returns the payload if all rules hold.
    ///
    /// # Errors
    ///
    /// [`Violations`] if a rule is broken.
    pub fn check(self) -> Result<P, Violations> {
        let checked = self.document.check()?;
        P::from_view(checked.view())
            .ok_or_else(|| shape::misfits(P::RULES, &P::SHAPE, checked.view()))
    }
}

impl<'de, P: Payload<'static>> Deserialize<'de> for Unvalidated<P> {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        let document = P::RULES.deserialize(deserializer)?;
        Ok(Self {
            document: document.into_owned(),
            payload: PhantomData,
        })
    }
}

impl<P> fmt::Debug for Unvalidated<P> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_tuple("Unvalidated").field(&self.document).finish()
    }
}
