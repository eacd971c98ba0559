// Finds links of a built site that lead nowhere: to a file that is not there, or to a place in it that has no such id.
import { existsSync, readFileSync, readdirSync, statSync } from 'node:fs';
import { dirname, join, relative, resolve } from 'node:path';

export function findDeadLinks(site) {
  const ids = new Map();
  const dead = [];
  for (const name of readdirSync(site, { recursive: true }).map(String).filter(file => file.endsWith('.html'))) {
    const page = join(site, name);
    for (const [, link] of readFileSync(page, 'utf8').matchAll(/\s(?:href|src)="([^"]*)"/g)) {
      const [path, anchor] = link.replaceAll('&amp;', '&').split('#');
      if (/^[a-z]+:|^\/\//i.test(path))
        continue;
      const target = path === '' ? page : resolve(dirname(page), decodeURIComponent(path.split('?')[0]));
      if (!existsSync(target))
        dead.push(`${name} → ${link}`);
      else if (anchor && target.endsWith('.html') && !idsOf(target).has(decodeURIComponent(anchor)))
        dead.push(`${name} → ${link} (${relative(site, target)} has no such place)`);
    }
  }

  return dead;

  function idsOf(file) {
    if (!ids.has(file))
      ids.set(file, statSync(file).isFile() ? new Set([...readFileSync(file, 'utf8').matchAll(/\s(?:id|name)="([^"]*)"/g)].map(match => match[1])) : new Set());
    return ids.get(file);
  }
}
