// Line coverage over all test projects: a line counts as covered where any of them runs it.
// Usage: node build/coverage.mjs RESULTS_FOLDER MINIMUM_PERCENT PATH…   where a PATH is a part of a source file's path, as in src/A/
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

const [folder, minimum, ...areas] = [process.argv[2], Number(process.argv[3]), ...process.argv.slice(4)];

const lines = new Map(); // file:line → covered
for (const report of readdirSync(folder, { recursive: true }).filter(f => f.endsWith('cobertura.xml'))) {
  const xml = readFileSync(join(folder, report), 'utf8');
  const sources = [...xml.matchAll(/<source>([^<]*)<\/source>/g)].map(m => m[1]);
  for (const [, file, body] of xml.matchAll(/<class [^>]*filename="([^"]*)"[^>]*>([\s\S]*?)<\/class>/g)) {
    const path = (file.startsWith('/') || /^[A-Z]:/.test(file) ? file : join(sources[0] ?? '', file)).replaceAll('\\', '/');
    for (const [, number, hits] of body.matchAll(/<line number="(\d+)" hits="(\d+)"/g)) {
      const key = `${path}:${number}`;
      lines.set(key, (lines.get(key) ?? false) || hits !== '0');
    }
  }
}

let enough = true;
for (const area of areas) {
  const own = [...lines].filter(([key]) => key.includes('/' + area) && !key.includes('/obj/') && !key.includes('.g.cs:'));
  const covered = own.filter(([, hit]) => hit).length;
  const percent = own.length === 0 ? 0 : (100 * covered) / own.length;
  enough &&= percent >= minimum;
  console.log(`${area.padEnd(24)} ${percent.toFixed(1).padStart(5)} %  ${covered} of ${own.length} lines`);
}
process.exit(enough ? 0 : 1);
