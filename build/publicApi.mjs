// Lists the public surface of every package anew, for each target framework, in src/*/PublicAPI: node build/publicApi.mjs
import { spawnSync } from 'node:child_process';
import { existsSync, mkdirSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { basename, dirname, join } from 'node:path';

const root = dirname(import.meta.dirname);
const header = '#nullable enable\n';
const frameworks = ['netstandard2.0', 'net8.0', 'net10.0'];
const packages = readdirSync(join(root, 'src')).filter(name => existsSync(join(root, 'src', name, `${name}.csproj`)));

const list = (name, framework, symbols) => {
  const folder = join(root, 'src', name, 'PublicAPI', framework);
  mkdirSync(folder, { recursive: true });
  writeFileSync(join(folder, 'PublicAPI.Shipped.txt'), header + symbols.map(symbol => symbol + '\n').join(''));
  writeFileSync(join(folder, 'PublicAPI.Unshipped.txt'), header);
};

// With empty lists, the analyzer names every symbol.
for (const name of packages)
  for (const framework of frameworks)
    list(name, framework, []);

const build = spawnSync('dotnet', ['build', 'Vonage.Generated.sln', '--no-incremental', '-p:ListPublicApi=true', '-v', 'q', '-nologo', '-clp:NoSummary'], { cwd: root, encoding: 'utf8', maxBuffer: 2 ** 30 });
const listed = new Map();
for (const [, symbol, project, framework] of build.stdout.matchAll(/ RS0016: Symbol '(.*)' is not part of the declared public API .*\[(.*?)::TargetFramework=(.*?)\]/g)) {
  const key = `${basename(project, '.csproj')} ${framework}`;
  listed.set(key, (listed.get(key) ?? new Set()).add(symbol));
}

for (const name of packages)
  for (const framework of frameworks) {
    const symbols = listed.get(`${name} ${framework}`);
    if (symbols)
      list(name, framework, [...symbols].sort());
    else
      rmSync(join(root, 'src', name, 'PublicAPI', framework), { recursive: true });
  }

const failed = build.status !== 0 || listed.size === 0;
console.log(failed ? build.stdout.split('\n').filter(line => line.includes('error')).join('\n') : `Listed ${packages.length} packages.`);
process.exit(failed ? 1 : 0);
