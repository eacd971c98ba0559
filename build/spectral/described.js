// Every property says what it holds; one with a number or a format says it in more than a word.
import { allSchemas, isObject, parameters } from './walk.js';

const precise = schema =>
  isObject(schema) && (schema.type === 'integer' || schema.type === 'number' || (schema.type === 'string' && !!schema.format));

export default function described(document, { minLength = 15 }) {
  const results = [];
  const judge = (name, text, schema, path) => {
    if (typeof text !== 'string' || text.trim() === '')
      results.push({ message: `"${name}" has no description.`, path });
    else if (precise(schema) && text.trim().length < minLength)
      results.push({ message: `"${name}" holds a number or a formatted string: its description says unit, format or limits.`, path });
  };
  for (const { schema, path, role } of allSchemas(document)) {
    if (role !== 'property')
      continue;
    const name = path[path.length - 1];
    if (typeof schema.$ref === 'string')
      results.push({ message: `"${name}" is a bare reference: write allOf: [{$ref: …}] and a description beside it.`, path });
    else
      judge(name, schema.description, schema, path);
  }
  for (const { parameter, path } of parameters(document)) {
    if (typeof parameter.$ref !== 'string')
      judge(parameter.name, parameter.description, parameter.schema, path);
  }
  return results;
}
