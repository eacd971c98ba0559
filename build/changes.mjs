// What changed in the public surface of each package made from a specification: node build/changes.mjs FOLDER [OUTPUT], where FOLDER has the specs of an earlier version,
// as `git archive v1.2.0 specs | tar -x -C FOLDER` writes them. Writes PROJECT.md to OUTPUT: artifacts/changes, where packing takes release notes from.
import { spawnSync } from 'node:child_process';
import { cpSync, existsSync, mkdirSync, mkdtempSync, readFileSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { basename, dirname, join } from 'node:path';

const root = dirname(import.meta.dirname);
const [earlier, target = join(root, 'artifacts', 'changes')] = process.argv.slice(2);
if (!earlier || !existsSync(join(earlier, 'specs'))) {
  console.error('Usage: node build/changes.mjs FOLDER [OUTPUT], where FOLDER/specs has the specifications of an earlier version.');
  process.exit(2);
}

rmSync(target, { recursive: true, force: true });
mkdirSync(target, { recursive: true });

const read = path => (existsSync(path) ? readFileSync(path, 'utf8') : undefined);
// What a specification shares with the others of its provider is part of it.
const contentOf = (folder, spec) => [`${spec}.yaml`, join(dirname(spec), 'common.yaml')].map(file => read(join(folder, 'specs', file))).join('\n');
const kinds = { added: 'Added', changed: 'Changed', removed: 'Removed' };

// A client that stands by itself, as the comparison makes it, has no schemes of its own.
const comparable = folder => {
  const copy = mkdtempSync(join(tmpdir(), 'specs-'));
  cpSync(join(folder, 'specs'), copy, { recursive: true });
  for (const file of readdirSync(copy, { recursive: true }).map(String).filter(name => name.endsWith('.yaml')))
    writeFileSync(join(copy, file), readFileSync(join(copy, file), 'utf8').replace(/^ *x-authentication: .*\n/gm, ''));
  return copy;
};
const [before, after] = [comparable(earlier), comparable(root)];

let failed = false;
for (const project of readdirSync(join(root, 'src'))) {
  const spec = read(join(root, 'src', project, `${project}.csproj`))?.match(/<ApiSpec>(.*)<\/ApiSpec>/)?.[1];
  if (!spec || basename(spec) === 'common' || contentOf(root, spec) === contentOf(earlier, spec))
    continue;
  const old = join(earlier, 'specs', `${spec}.yaml`);
  if (!existsSync(old)) {
    writeFileSync(join(target, `${project}.md`), 'The first version.\n');
    console.log(`${project}: the first version`);
    continue;
  }
  const diff = spawnSync('dotnet', ['run', '--no-build', '--project', join(root, 'tools', 'Vonage.Generator'), '--', 'diff', join(before, `${spec}.yaml`), join(after, `${spec}.yaml`), '--namespace', project], { encoding: 'utf8' });
  if (diff.status !== 0) {
    console.error(`${project}: ${diff.stdout}${diff.stderr}`);
    failed = true;
    continue;
  }
  const lines = diff.stdout.split('\n').map(line => line.match(/^(added|changed|removed)\s+(.*)$/)).filter(Boolean);
  const text = Object.entries(kinds).map(([kind, title]) => [title, lines.filter(([, of]) => of === kind)]).filter(([, of]) => of.length > 0)
    .map(([title, of]) => `${title}:\n${of.map(([, , what]) => `- ${what}\n`).join('')}`).join('\n');
  writeFileSync(join(target, `${project}.md`), text || 'No change of the public surface: descriptions, limits or what is sent and read.\n');
  console.log(`${project}: ${lines.length === 0 ? 'no change of the public surface' : diff.stdout.trim().split('\n').at(-1)}`);
}
rmSync(before, { recursive: true });
rmSync(after, { recursive: true });
process.exit(failed ? 1 : 0);
