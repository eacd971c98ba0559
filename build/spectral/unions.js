// A discriminated union: every branch is in the mapping, and every child says its own value in a required one-value enum.
import { allSchemas, isObject, local } from './walk.js';

/** All values that a schema's property can have, through allOf and nested unions; null where another file holds it. */
function values(document, schema, property, depth = 0) {
  const node = local(document, schema);
  if (!node || depth > 20)
    return null;
  let found = isObject(node.properties?.[property])
    ? [{ values: local(document, unwrap(node.properties[property]))?.enum ?? [], required: (node.required ?? []).includes(property) }]
    : [];
  for (const part of node.allOf ?? []) {
    const below = values(document, part, property, depth + 1);
    if (below === null)
      return null;
    found = [...found, ...below];
  }
  if ((node.required ?? []).includes(property) && found.length > 0)
    found.forEach(entry => { entry.required = true; });
  for (const branch of node.oneOf ?? []) {
    const below = values(document, branch, property, depth + 1);
    if (below === null)
      return null;
    found = [...found, ...below];
  }
  return found;
}

const unwrap = schema => (Array.isArray(schema.allOf) && schema.allOf.length === 1 ? schema.allOf[0] : schema);

export default function unions(document) {
  const results = [];
  for (const { schema, path } of allSchemas(document)) {
    const { discriminator, oneOf } = schema;
    if (!isObject(discriminator) || !Array.isArray(oneOf))
      continue;
    const { propertyName, mapping } = discriminator;
    const targets = Object.entries(isObject(mapping) ? mapping : {});
    for (const branch of oneOf) {
      if (!targets.some(([, target]) => target === branch.$ref))
        results.push({ message: `${branch.$ref ?? 'An inline branch'} is not in the discriminator's mapping.`, path: [...path, 'oneOf'] });
    }
    for (const [value, target] of targets) {
      const here = [...path, 'discriminator', 'mapping', value];
      if (!oneOf.some(branch => branch.$ref === target)) {
        results.push({ message: `${target} is in the mapping, but not in oneOf.`, path: here });
        continue;
      }
      const found = values(document, { $ref: target }, propertyName);
      if (found === null)
        continue;
      const told = found.length > 0 && found.every(entry => entry.required && entry.values.length === 1);
      if (!told || found.some(entry => String(entry.values[0]) !== value))
        results.push({ message: `${target} declares ${propertyName} as a required enum of one value: "${value}".`, path: here });
    }
  }
  return results;
}
