// Uses the types, so that the compiler judges them.

import type { FrontPaymentUpdatePrivateCustomer as Sent } from "./types/front-payment-private.sent.js";
import type { FrontPaymentUpdatePrivateCustomer as Incoming } from "./types/front-payment-private.incoming.js";
import type { FrontPaymentUpdateCorporateCustomer as Company } from "./types/front-payment-corporate.sent.js";
import type { ConnectSearchCustomer as Search } from "./types/connect-search.incoming.js";

const sent: Sent = {
  name: "Kari Nordmann",
  email: "kari@example.com",
  countryCode: "+47",
  msisdn: "46567468",
  preferredLanguage: "en",
  personalNumber: null,
  addresses: { billing: { street: "Luramyrveien 65", zip: "4313", city: "Sandnes", country: "NO" } },
};

/** A string that still needs trimming may come in. */
export const incoming: Incoming = {
  ...sent,
  preferredLanguage: " en ",
  addresses: { billing: sent.addresses.billing },
};

export const company: Company = {
  ...sent,
  organizationId: "192933933",
  additionalContact: [{ name: "Ola" }],
};

export const byEmail: Search = { email: "ola@example.com", streetNumber: "6", postalCode: 179 };

// @ts-expect-error: Finnish is not a language of the table.
export const finnish: Sent["preferredLanguage"] = "fi";

// @ts-expect-error: the United Kingdom is GB.
export const country: Sent["addresses"]["billing"]["country"] = "UK";

// @ts-expect-error: a billing address has a town.
export const billing: Sent["addresses"]["billing"] = { street: "S 1", zip: "0001", country: "NO" };

// @ts-expect-error: an unknown member is not sent.
export const unknown: Sent = { ...sent, nickname: "K" };

// @ts-expect-error: a search is by something.
export const everybody: Search = { firstName: "Ola" };
