// What a schema may look like, so that every class and every enum gets its name from the document.
import { allSchemas } from './walk.js';

const CHECKS = {
  inlineObject: ({ schema, role }) =>
    schema.properties && role !== 'component' && role !== 'part'
      && 'An object with properties needs a name: move it to components/schemas and refer to it.',
  inlineEnum: ({ schema, role }) =>
    Array.isArray(schema.enum) && schema.enum.length > 1 && role !== 'component'
      && 'An enum of several values needs a name: move it to components/schemas and refer to it.',
  namedArray: ({ schema, role, path }) =>
    schema.type === 'array' && role === 'component' && path[2] !== 'Ncco'
      && 'A named array becomes a collection class: write the array where it is used.',
  closedObject: ({ schema }) =>
    schema.additionalProperties === false
      && 'Unknown members are always kept: leave additionalProperties: false out.',
  anyOf: ({ schema }) =>
    schema.anyOf && 'Use oneOf with a discriminator, or one object with optional fields, instead of anyOf.',
  bareUnion: ({ schema }) =>
    Array.isArray(schema.oneOf) && !schema.discriminator && !schema['x-form']
      && !schema.oneOf.every(branch => ['string', 'integer', 'number', 'boolean'].includes(branch.type) && !branch.properties)
      && 'A oneOf needs a discriminator, unless its branches are scalars or it has x-form.',
};

export default function schemaShape(document, { check }) {
  const results = [];
  for (const place of allSchemas(document)) {
    const message = CHECKS[check](place);
    if (message)
      results.push({ message, path: place.path });
  }
  return results;
}
