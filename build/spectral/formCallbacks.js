// Prism 5 ends with an error when a request with a form is to be followed by two callbacks. A second one that no field of the
// request asks for stands in components/callbacks instead.
import { isObject, operations } from './walk.js';

const METHODS = ['get', 'put', 'post', 'delete', 'options', 'head', 'patch', 'trace'];
const FORM = /x-www-form-urlencoded|multipart\//i;

export default function formCallbacks(document) {
  const results = [];
  for (const { operation, path } of operations(document)) {
    if (!Object.keys(operation.requestBody?.content ?? {}).some(mime => FORM.test(mime)))
      continue;
    const sent = Object.values(operation.callbacks ?? {})
      .flatMap(expressions => Object.values(expressions))
      .flatMap(item => (isObject(item) ? Object.keys(item).filter(key => METHODS.includes(key)) : []));
    if (sent.length > 1)
      results.push({ message: 'Prism fails on a form with more than one callback: move one to components/callbacks.', path: [...path, 'callbacks'] });
  }
  return results;
}
