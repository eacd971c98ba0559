// Walks an OpenAPI document and yields every schema in it with its place and its role, so that the rules need not repeat that.
//
// role: component   a named schema (components/schemas/X)
//       part        a part of a named schema's own allOf
//       property    a value of a `properties` map
//       wrap        a part of any other allOf, e.g. the reference beside a description
//       branch      a part of oneOf, anyOf or not
//       items, additional, parameter, header, media   as they say

const METHODS = ['get', 'put', 'post', 'delete', 'options', 'head', 'patch', 'trace'];

export const isObject = value => value !== null && typeof value === 'object' && !Array.isArray(value);

const entries = map => (isObject(map) ? Object.entries(map).filter(([, value]) => isObject(value)) : []);
const list = items => (Array.isArray(items) ? items.map((item, i) => [i, item]).filter(([, item]) => isObject(item)) : []);

/** The schema and all below it. References are yielded, not followed. */
export function* schemaTree(schema, path, role, depth = 0) {
  if (!isObject(schema) || depth > 60)
    return;
  yield { schema, path, role };
  if (typeof schema.$ref === 'string')
    return;
  const below = (child, steps, childRole) => schemaTree(child, [...path, ...steps], childRole, depth + 1);
  const own = role === 'component' || role === 'part';
  for (const [name, child] of entries(schema.properties))
    yield* below(child, ['properties', name], 'property');
  for (const [i, child] of list(schema.allOf))
    yield* below(child, ['allOf', i], own ? 'part' : 'wrap');
  for (const key of ['oneOf', 'anyOf']) {
    for (const [i, child] of list(schema[key]))
      yield* below(child, [key, i], 'branch');
  }
  yield* below(schema.not, ['not'], 'branch');
  yield* below(schema.items, ['items'], 'items');
  yield* below(schema.additionalProperties, ['additionalProperties'], 'additional');
}

/** Every operation: { operation, item, path, method, url, callback }. */
export function* operations(document) {
  yield* operationsOf(document.paths, ['paths'], false);
  for (const [name, expressions] of entries(document.components?.callbacks))
    yield* operationsOf(expressions, ['components', 'callbacks', name], true);
}

function* operationsOf(paths, path, callback) {
  for (const [url, item] of entries(paths)) {
    for (const method of METHODS) {
      const operation = item[method];
      if (!isObject(operation))
        continue;
      const here = [...path, url, method];
      yield { operation, item, path: here, method, url, callback };
      for (const [name, expressions] of entries(operation.callbacks))
        yield* operationsOf(expressions, [...here, 'callbacks', name], true);
    }
  }
}

/** Every media type object: { media, mime, path, side: request | response | parameter, status }. */
export function* mediaTypes(document) {
  for (const { media, mime, path, side, status } of contents(document)) {
    if (isObject(media))
      yield { media, mime, path, side, status };
  }
}

function* contents(document) {
  const components = document.components ?? {};
  for (const { operation, path } of operations(document)) {
    yield* contentOf(operation.requestBody, [...path, 'requestBody'], 'request');
    for (const [status, response] of entries(operation.responses))
      yield* contentOf(response, [...path, 'responses', status], 'response', status);
    for (const [i, parameter] of list(operation.parameters))
      yield* contentOf(parameter, [...path, 'parameters', i], 'parameter');
  }
  for (const [name, body] of entries(components.requestBodies))
    yield* contentOf(body, ['components', 'requestBodies', name], 'request');
  for (const [name, response] of entries(components.responses))
    yield* contentOf(response, ['components', 'responses', name], 'response');
  for (const [name, parameter] of entries(components.parameters))
    yield* contentOf(parameter, ['components', 'parameters', name], 'parameter');
}

function* contentOf(holder, path, side, status) {
  for (const [mime, media] of entries(holder?.content))
    yield { media, mime, path: [...path, 'content', mime], side, status };
}

/** Every parameter object: { parameter, path }. References are not followed. */
export function* parameters(document) {
  for (const [name, parameter] of entries(document.components?.parameters))
    yield { parameter, path: ['components', 'parameters', name] };
  for (const [url, item] of entries(document.paths)) {
    for (const [i, parameter] of list(item.parameters))
      yield { parameter, path: ['paths', url, 'parameters', i] };
  }
  for (const { operation, path } of operations(document)) {
    for (const [i, parameter] of list(operation.parameters))
      yield { parameter, path: [...path, 'parameters', i] };
  }
}

/** Every schema in the document. */
export function* allSchemas(document) {
  for (const [name, schema] of entries(document.components?.schemas))
    yield* schemaTree(schema, ['components', 'schemas', name], 'component');
  for (const { parameter, path } of parameters(document))
    yield* schemaTree(parameter.schema, [...path, 'schema'], 'parameter');
  for (const [name, header] of entries(document.components?.headers))
    yield* schemaTree(header.schema, ['components', 'headers', name, 'schema'], 'header');
  for (const { operation, path } of operations(document)) {
    for (const [status, response] of entries(operation.responses)) {
      for (const [name, header] of entries(response.headers))
        yield* schemaTree(header.schema, [...path, 'responses', status, 'headers', name, 'schema'], 'header');
    }
  }
  for (const [name, response] of entries(document.components?.responses)) {
    for (const [header, value] of entries(response.headers))
      yield* schemaTree(value.schema, ['components', 'responses', name, 'headers', header, 'schema'], 'header');
  }
  for (const { media, path } of mediaTypes(document))
    yield* schemaTree(media.schema, [...path, 'schema'], 'media');
}

/** The node that a reference inside the document points to; null where it points into another file. */
export function local(document, node) {
  for (let i = 0; i < 20 && isObject(node) && typeof node.$ref === 'string'; i++) {
    if (!node.$ref.startsWith('#/'))
      return null;
    node = node.$ref.slice(2).split('/').reduce(
      (at, step) => at?.[decodeURIComponent(step).replace(/~1/g, '/').replace(/~0/g, '~')], document);
  }
  return isObject(node) ? node : null;
}
