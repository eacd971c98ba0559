// What the page of an API says of its fields and errors, in Markdown, from the bundled specification.

const METHODS = ['get', 'put', 'post', 'delete', 'patch'];

export function describeFields(document) {
  const operations = Object.entries(document.paths).flatMap(([path, item]) =>
    METHODS.filter(method => item[method]).map(method => ({ ...item[method], path, method, parameters: [...(item.parameters ?? []), ...(item[method].parameters ?? [])].map(resolve) })));
  const found = new Map();
  for (const media of operations.flatMap(operation => Object.values(resolve(operation.requestBody ?? {}).content ?? {})))
    collect(media.schema);
  return [parametersOf(operations), requestsOf(), errorsOf(operations)].filter(text => text).join('\n');

  function parametersOf(all) {
    const rows = all.flatMap(operation => operation.parameters.map(parameter => row([
      `\`${operation.operationId}\``, `\`${parameter.name}\``, parameter.in, ...describe(parameter.schema ?? parameter.content?.['application/json']?.schema ?? {}, parameter.required, parameter.description),
    ])));
    return section('Parameters', ['operation', 'parameter', 'in', 'type', 'required', 'limits', ''], rows);
  }

  // Every object that a body can contain, once.
  function requestsOf() {
    return [...found].filter(([, fields]) => fields.size > 0).map(([name, fields]) =>
      section(`Fields of ${name}`, ['field', 'type', 'required', 'limits', ''], [...fields].map(([field, { schema, required }]) => row([`\`${field}\``, ...describe(schema, required, schema.description)])), '###'))
      .join('\n').replace(/^(?=###)/, '## Fields of requests\n\n');
  }

  function errorsOf(all) {
    const errors = new Map();
    for (const operation of all)
      for (const [status, response] of Object.entries(operation.responses).filter(([code]) => code >= '400')) {
        const key = row([status, firstSentence(resolve(response).description)]);
        errors.set(key, [...(errors.get(key) ?? []), `\`${operation.operationId}\``]);
      }
    const rows = [...errors].sort().map(([key, users]) => `${key.slice(0, -1)}| ${users.length === all.length && all.length > 1 ? 'all' : users.join(', ')} |`);
    return section('Errors', ['status', 'meaning', 'operations'], rows);
  }

  function collect(schema) {
    const name = schema?.$ref?.split('/').at(-1);
    const resolved = resolve(schema ?? {});
    if (name && found.has(name))
      return;
    const fields = new Map();
    if (name)
      found.set(name, fields);
    for (const part of [resolved, ...(resolved.allOf ?? []).map(resolve)])
      for (const [field, property] of Object.entries(part.properties ?? {})) {
        fields.set(field, { schema: property, required: [resolved, ...(resolved.allOf ?? []).map(resolve)].some(one => one.required?.includes(field)) });
        collect(property);
      }
    for (const nested of [...(resolved.oneOf ?? []), ...(resolved.allOf ?? []).filter(one => !one.$ref || name === undefined), resolved.items].filter(Boolean))
      collect(nested);
  }

  function describe(schema, required, description) {
    const resolved = resolve(schema);
    return [typeOf(schema), required ? 'yes' : '', limitsOf(resolved), firstSentence(description ?? resolved.description)];
  }

  function typeOf(schema) {
    const resolved = resolve(schema);
    if (resolved.type === 'array')
      return `list of ${typeOf(resolved.items ?? {})}`;
    const name = (schema.$ref ?? schema.allOf?.[0]?.$ref)?.split('/').at(-1);
    return found.get(name)?.size ? `[${name}](#fields-of-${name.toLowerCase()})` : resolved.format ?? resolved.type ?? name ?? 'any';
  }

  function limitsOf(schema) {
    const range = (least, most, unit) => least === undefined && most === undefined ? [] : [least === undefined ? `up to ${most}${unit}` : most === undefined ? `at least ${least}${unit}` : least === most ? `${least}${unit}` : `${least} to ${most}${unit}`];
    const values = (schema.enum ?? []).filter(value => value !== null);
    return [
      ...range(schema.minLength, schema.maxLength, ' characters'), ...range(schema.minimum, schema.maximum, ''), ...range(schema.minItems, schema.maxItems, ' items'),
      ...(values.length > 12 ? [`${values.length} values`] : values.map(value => `\`${value}\``)),
    ].join(', ');
  }

  function resolve(schema) {
    const target = schema.$ref ? schema.$ref.slice(2).split('/').reduce((node, key) => node[key.replaceAll('~1', '/').replaceAll('~0', '~')], document) : schema;
    return target.$ref ? resolve(target) : target.allOf?.length === 1 && !target.properties ? { ...resolve(target.allOf[0]), ...target } : target;
  }
}

function section(title, head, rows, level = '##') {
  return rows.length === 0 ? '' : `${level} ${title}\n\n${row(head)}\n|${'---|'.repeat(head.length)}\n${rows.join('\n')}\n`;
}

function row(cells) {
  return `| ${cells.map(cell => cell.replaceAll('|', '\\|')).join(' | ')} |`;
}

function firstSentence(text) {
  return (text ?? '').split(/\n\s*\n|\n- /)[0].replaceAll(/\s+/g, ' ').trim();
}
