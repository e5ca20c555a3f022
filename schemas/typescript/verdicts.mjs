// Compares the incoming schemas with the recorded verdicts of the server's validator, by ajv.
//
// Whatever the server accepts, the schema accepts. If no string needs trimming and no e-mail
// address is refused, the schema refuses what the server refuses, at the same places.

import { readFileSync } from "node:fs";

import Ajv from "ajv/dist/2020.js";
import addFormats from "ajv-formats";

const root = new URL("../../", import.meta.url);
const read = (path) => readFileSync(new URL(path, root), "utf8");

// Strict, but for keywords without a type beside them.
const ajv = new Ajv({ allErrors: true, strict: true, strictTypes: false, strictRequired: false });
addFormats.default(ajv);

const schemas = {};
for (const table of ["connect-change-customer-info", "connect-check-credentials", "connect-search",
  "front-payment-corporate", "front-payment-private"]) {
  for (const reading of ["incoming", "sent"]) {
    const name = `${table}.${reading}`;
    const schema = JSON.parse(read(`schemas/${name}.json`));
    if (!ajv.validateSchema(schema)) throw new Error(`${name} breaks the metaschema`);
    schemas[name] = ajv.compile(schema);
  }
}

const TRIMMED = /^[\s\u0085\u180e\u200b\ufeff\0]|[\s\u0085\u180e\u200b\ufeff\0]$|^$/u;

/** Whether schema and server must agree on the document. */
function isPlain(value) {
  switch (typeof value) {
    case "string":
      return !TRIMMED.test(value);
    case "number":
      return Number.isSafeInteger(value) && Math.abs(value) < 1e14;
    case "object":
      return value === null || Object.values(value).every(isPlain);
    default:
      return true;
  }
}

/** The place of a violation, or of the first value on the way to it that is not a container. */
function nearest(document, path) {
  let value = document;
  let pointer = "";
  for (const key of path.split(".")) {
    const isIndex = /^\d+$/.test(key);
    const holds = Array.isArray(value) ? isIndex : typeof value === "object" && value !== null;
    if (!holds) return pointer;
    pointer += `/${key.replaceAll("~", "~0").replaceAll("/", "~1")}`;
    value = value[key];
  }
  return pointer;
}

/** The places of the errors, without those inside `anyOf`, which has an error of its own. */
function places(errors) {
  const outer = errors.filter((error) =>
    !/\/anyOf\/\d/.test(error.schemaPath) && !error.schemaPath.startsWith("#/$defs/untrimmed"));
  return outer.map((error) =>
    error.keyword === "required"
      ? `${error.instancePath}/${error.params.missingProperty}`
      : error.instancePath);
}

const sorted = (set) => JSON.stringify([...set].sort());

let accepted = 0;
let agreed = 0;
for (const file of ["front_payment.jsonl", "front_payment_2.jsonl"]) {
  for (const line of read(`tests/data/${file}`).trimEnd().split("\n")) {
    const { id, endpoint, body, violations } = JSON.parse(line);
    const validate = schemas[`front-payment-${endpoint}.incoming`];
    const document = JSON.parse(body);
    const isAccepted = validate(document);
    if (violations.length === 0) {
      accepted += 1;
      if (!isAccepted) throw new Error(`${id}: refused: ${JSON.stringify(validate.errors)}`);
    }
    // A path with a dot or an empty key in it cannot be told from a longer one.
    const isEmail = violations.some(({ code }) => code === "email");
    const isOdd = violations.some(({ path }) => document && path.split(".").includes(""));
    if (isEmail || isOdd || !isPlain(document)) continue;
    agreed += 1;
    const found = new Set(isAccepted ? [] : places(validate.errors));
    const expected = new Set(violations.map(({ path }) => nearest(document, path)));
    if (sorted(found) !== sorted(expected)) {
      throw new Error(`${id}: ${sorted(found)}, not ${sorted(expected)}: ${body}`);
    }
  }
}
if (accepted < 500 || agreed < 500) throw new Error(`only ${accepted} and ${agreed} documents`);
console.log(`ajv accepts ${accepted} of ${accepted} accepted documents, and agrees on ${agreed} of ${agreed}`);
