// Every body has an example: on its media type or on its schema. Runs on the resolved document.
import { isObject, mediaTypes } from './walk.js';

const wanted = (side, mime) => {
  const text = /^application\/([\w.+-]+\+)?json/i.test(mime) || /x-www-form-urlencoded|multipart\//i.test(mime);
  return side === 'request' || side === 'response' ? text : false;
};

export default function hasExample(document) {
  const results = [];
  for (const { media, mime, path, side } of mediaTypes(document)) {
    const given = media.example !== undefined
      || (isObject(media.examples) && Object.keys(media.examples).length > 0)
      || media.schema?.example !== undefined;
    if (!given && wanted(side, mime))
      results.push({ message: `This ${side} body has no example, neither on the media type nor on its schema.`, path });
  }
  return results;
}
