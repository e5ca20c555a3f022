// Validates OpenAPI documents: node openapi.mjs FILE...

import { Validator } from "@seriousme/openapi-schema-validator";

const files = process.argv.slice(2);
if (files.length === 0) throw new Error("which files?");
for (const file of files) {
  const validator = new Validator();
  const { valid, errors } = await validator.validate(file);
  if (!valid) throw new Error(`${file}: ${JSON.stringify(errors, null, 2)}`);
  console.log(`${file} is OpenAPI ${validator.version}`);
}
