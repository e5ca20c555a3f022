// Writes the TypeScript type of each schema to the folder `types`.

import { mkdirSync, readdirSync, writeFileSync } from "node:fs";

import { compileFromFile } from "json-schema-to-typescript";

const schemas = new URL("../", import.meta.url);
const types = new URL("types/", import.meta.url);

mkdirSync(types, { recursive: true });
for (const name of readdirSync(schemas).filter((name) => name.endsWith(".json"))) {
  const type = await compileFromFile(new URL(name, schemas).pathname, {
    additionalProperties: false,
    bannerComment: "",
  });
  writeFileSync(new URL(name.replace(/\.json$/, ".d.ts"), types), type);
}
