// Only the extensions of docs/specs.md, each where it belongs and with a value that it knows.
import { isObject, local } from './walk.js';

// Members that map names to things: their keys are names, not OpenAPI's words.
const MAPS = new Set(['properties', 'schemas', 'parameters', 'responses', 'headers', 'requestBodies', 'securitySchemes', 'paths',
  'content', 'callbacks', 'variables', 'mapping', 'links', 'encoding', 'scopes', 'patternProperties']);
// Members that hold values: what is in them is data.
const VALUES = new Set(['example', 'examples', 'default', 'enum', 'security', 'required']);
const IDENTIFIER = /^[A-Z][A-Za-z0-9]*$/;

const isSchema = node => isObject(node) && ['type', 'oneOf', 'allOf', 'enum', 'properties'].some(key => key in node);
const isOperation = path => path[0] === 'paths' && path.length === 3;
const stringSchema = (value, node) => (node.type === 'string' ? null : 'belongs on a schema of type string');

const PAGING = {
  page: ['page', 'items'],
  offset: ['offset', 'items'],
  cursor: ['cursor', 'next', 'items'],
};
const PAGING_KEYS = new Set(['style', 'page', 'offset', 'cursor', 'next', 'items', 'size', 'total', 'count', 'first']);

const KNOWN = {
  'x-duration': (value, node) =>
    !['seconds', 'milliseconds', 'minutes', 'hours', 'days'].includes(value) ? 'is seconds, milliseconds, minutes, hours or days'
      : ['integer', 'number', 'string'].includes(node.type) ? null : 'belongs on a schema of type integer, number or string',
  'x-date-format': (value, node) =>
    typeof value !== 'string' || value === '' ? 'is a .NET date format' : stringSchema(value, node),
  'x-decimal': (value, node) => (value !== true ? 'is true or absent' : stringSchema(value, node)),
  'x-integer': (value, node) => (value !== true ? 'is true or absent' : stringSchema(value, node)),
  'x-enum-names': (value, node) =>
    !Array.isArray(node.enum) ? 'stands beside enum'
      : !Array.isArray(value) || value.length !== node.enum.length ? 'has one name for each value of enum'
        : new Set(value).size !== value.length ? 'has no name twice'
          : value.every(name => IDENTIFIER.test(name)) ? null : 'holds names in PascalCase',
  'x-enum-descriptions': (value, node) =>
    !Array.isArray(node.enum) ? 'stands beside enum'
      : !Array.isArray(value) || value.length !== node.enum.length ? 'has one description for each value of enum'
        : value.every(text => typeof text === 'string' && text.endsWith('.')) ? null : 'holds sentences',
  'x-throws': (value, node, path) =>
    !isObject(value) || Object.entries(value).some(([name, reason]) => !/^[A-Z][A-Za-z0-9]*Exception$/.test(name) || typeof reason !== 'string') ? 'maps names of exceptions to reasons'
      : isOperation(path) ? null : 'belongs on an operation',
  'x-region': (value, node, path) =>
    !['us', 'eu', 'ap'].includes(value) ? 'is us, eu or ap'
      : path[path.length - 2] === 'servers' ? null : 'belongs on a server',
  'x-authentication': (value, node, path) =>
    !['key-in-query', 'key-in-body', 'signature', 'access-token'].includes(value) ? 'is key-in-query, key-in-body, signature or access-token'
      : path[1] === 'securitySchemes' && node.type === (value === 'access-token' ? 'oauth2' : 'apiKey') ? null : 'belongs on an apiKey security scheme, and access-token on oauth2',
  'x-unchecked': (value, node) => (value !== true ? 'is true or absent' : isSchema(node) ? null : 'belongs on a schema'),
  'x-empty': (value, node) => (value !== true ? 'is true or absent' : node.type === 'array' ? null : 'belongs on an array'),
  'x-assured': (value, node) => (value !== true ? 'is true or absent' : stringSchema(value, node)),
  'x-also': (value, node, path) =>
    !Array.isArray(value) || value.length === 0 || value.some(name => typeof name !== 'string' || name === '') ? 'lists names of a field'
      : path[path.length - 2] === 'properties' ? null : 'belongs on a property',
  'x-scalar': (value, node) =>
    typeof value === 'string' && Object.hasOwn(node.properties ?? {}, value) ? null : 'names a property of the schema',
  'x-within': value => (typeof value === 'string' && value !== '' ? null : 'names a field'),
  'x-form': (value, node) =>
    (node.oneOf ?? []).some(branch => branch.$ref === `#/components/schemas/${value}`) ? null : 'names a branch of the oneOf beside it',
  'x-both-ways': (value, node) => (value !== true ? 'is true or absent' : isSchema(node) || node.type === 'array' ? null : 'belongs on a schema'),
  'x-name': value => (/^[A-Z][A-Za-z0-9]*$/.test(value) ? null : 'is a name in PascalCase'),
  'x-experimental': (value, node, path) =>
    !/^[A-Z]+[0-9]+$/.test(value) ? 'is the identifier of a diagnostic, such as MYAPI001' : path.length === 1 && path[0] === 'info' ? null : 'belongs on info',
  'x-json': (value, node) => (value !== true ? 'is true or absent' : ['query', 'header', 'path', 'cookie'].includes(node.in) && node.schema ? null : 'belongs on a parameter with a schema'),
  'x-command': (value, node, path) =>
    !/^[a-z][a-z0-9]*(-[a-z0-9]+)*$/.test(value) ? 'is a word in lowercase, such as apps' : path.length === 1 && path[0] === 'info' ? null : 'belongs on info',
  'x-namespace': (value, node, path) =>
    !/^[A-Z][A-Za-z0-9]*$/.test(value) ? 'is a name in PascalCase' : path[1] === 'schemas' && path.length === 3 ? null : 'belongs on a named schema',
  'x-flat': (value, node, path) =>
    value !== true ? 'is true or absent' : path[path.length - 2] === 'properties' ? null : 'belongs on a property',
  'x-envelope': (value, node, path) =>
    typeof value !== 'string' || value === '' ? 'names a field' : isOperation(path) ? null : 'belongs on an operation',
  'x-list': (value, node, path) =>
    typeof value !== 'string' || value === '' ? 'names a field' : isOperation(path) ? null : 'belongs on an operation',
  'x-options': (value, node, path) =>
    !/^[A-Z][A-Za-z0-9]*Options$/.test(value) ? 'is a name in PascalCase that ends in Options' : isOperation(path) ? null : 'belongs on an operation',
  'x-first-call': (value, node, path) =>
    typeof value !== 'string' || value === '' ? 'is C# code' : path[path.length - 1] === 'info' ? null : 'belongs on info',
  'x-access': (value, node, path) =>
    !['class', 'private', 'none'].includes(value) ? 'is class, private or none' : isOperation(path) ? null : 'belongs on an operation',
  'x-effect': (value, node, path) =>
    !['none', 'idempotent', 'once'].includes(value) ? 'is none, idempotent or once' : isOperation(path) ? null : 'belongs on an operation',
  'x-throttled': (value, node, path) => (value !== 'not-processed' ? 'is not-processed' : isOperation(path) ? null : 'belongs on an operation'),
  'x-required': (value, node, path) =>
    value !== true ? 'is true or absent' : path[path.length - 1] === 'requestBody' ? null : 'belongs on a request body',
  'x-may-be-empty': (value, node, path) =>
    value !== true ? 'is true or absent' : path[path.length - 2] === 'responses' && node.content ? null : 'belongs on a response with content',
  'x-paging': (value, node, path, document) => paging(value, node, path, document),
};

function paging(value, operation, path, document) {
  if (!isOperation(path))
    return 'belongs on an operation';
  const needed = isObject(value) && PAGING[value.style];
  if (!needed)
    return 'has a style: page, offset or cursor';
  const absent = needed.filter(key => typeof value[key] !== 'string');
  if (absent.length > 0)
    return `of this style also has ${absent.join(', ')}`;
  const unknown = Object.keys(value).filter(key => !PAGING_KEYS.has(key));
  if (unknown.length > 0)
    return `does not know ${unknown.join(', ')}`;
  const parameters = [...(document.paths[path[1]].parameters ?? []), ...(operation.parameters ?? [])];
  const found = parameters.map(parameter => local(document, parameter));
  if (found.includes(null))
    return null; // one comes from another file
  const names = found.map(parameter => parameter.name);
  const missing = ['page', 'offset', 'cursor', 'size'].map(key => value[key]).filter(name => name && !names.includes(name));
  return missing.length > 0 ? `names ${missing.join(', ')}, which is no parameter of the operation` : null;
}

export default function knownExtensions(document) {
  const results = [];
  const visit = (node, path, isMap) => {
    if (Array.isArray(node)) {
      node.forEach((item, i) => visit(item, [...path, i], false));
      return;
    }
    if (!isObject(node))
      return;
    for (const [key, value] of Object.entries(node)) {
      const here = [...path, key];
      if (isMap) {
        visit(value, here, path[path.length - 1] === 'callbacks' && path.includes('paths'));
      } else if (key.startsWith('x-')) {
        const rule = Object.hasOwn(KNOWN, key) ? KNOWN[key] : null;
        const problem = rule ? rule(value, node, path, document) : 'is none of the extensions in docs/specs.md';
        if (problem)
          results.push({ message: `${key} ${problem}.`, path: here });
      } else if (!VALUES.has(key)) {
        visit(value, here, MAPS.has(key) && isObject(value));
      }
    }
  };
  visit(document, [], false);
  return results;
}
