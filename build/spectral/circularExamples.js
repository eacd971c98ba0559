// Spectral's own example rules pass silently over a schema that contains itself. This one validates those. Resolved document:
// the references that are left in it are the circular ones.
import { schema as validate } from '@stoplight/spectral-functions';
import { allSchemas, isObject, mediaTypes } from './walk.js';

const isCircular = schema => JSON.stringify(schema ?? {}).includes('"$ref"');

export default function circularExamples(document, _, context) {
  const results = [];
  const compiled = new Map(); // Spectral compiles each schema object once
  const check = (value, schema, path) => {
    if (!compiled.has(schema))
      compiled.set(schema, { allOf: [schema], components: document.components });
    results.push(...(validate(value, { schema: compiled.get(schema), dialect: 'draft4' }, { ...context, path }) ?? []));
  };
  for (const { media, path } of mediaTypes(document)) {
    if (!isCircular(media.schema))
      continue;
    if (media.example !== undefined)
      check(media.example, media.schema, [...path, 'example']);
    for (const [name, example] of Object.entries(isObject(media.examples) ? media.examples : {})) {
      if (example?.value !== undefined)
        check(example.value, media.schema, [...path, 'examples', name, 'value']);
    }
  }
  for (const { schema, path } of allSchemas(document)) {
    if (path[0] === 'components' && schema.example !== undefined && isCircular(schema))
      check(schema.example, schema, [...path, 'example']);
  }
  return results;
}
