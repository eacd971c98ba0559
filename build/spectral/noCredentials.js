// api_key, api_secret and sig are credentials: declared as security, never as a parameter or a field of a request. Resolved document.
// An api_key alone in a JSON body names an account.
import { isObject, operations } from './walk.js';

const CREDENTIALS = ['api_key', 'api_secret', 'sig'];

function* fields(schema, path, depth = 0) {
  if (!isObject(schema) || depth > 10)
    return;
  for (const name of Object.keys(schema.properties ?? {}))
    yield { name, path: [...path, 'properties', name] };
  for (const [i, part] of (schema.allOf ?? []).entries())
    yield* fields(part, [...path, 'allOf', i], depth + 1);
}

export default function noCredentials(document) {
  const results = [];
  const refuse = (name, path) => results.push({ message: `${name} is a credential: declare it as security.`, path });
  for (const { operation, item, path, callback } of operations(document)) {
    if (callback)
      continue; // what the provider sends carries its own signature
    for (const [holder, at] of [[operation, path], [item, path.slice(0, -1)]]) {
      for (const [i, parameter] of (holder.parameters ?? []).entries()) {
        if (parameter.in !== 'path' && CREDENTIALS.includes(parameter.name))
          refuse(parameter.name, [...at, 'parameters', i]);
      }
    }
    for (const [mime, media] of Object.entries(operation.requestBody?.content ?? {})) {
      const all = [...fields(media.schema, [...path, 'requestBody', 'content', mime, 'schema'])];
      const namesAccount = mime === 'application/json' && !all.some(field => field.name === 'api_secret');
      for (const field of all) {
        if (CREDENTIALS.includes(field.name) && !(namesAccount && field.name === 'api_key'))
          refuse(field.name, field.path);
      }
    }
  }
  return results;
}
