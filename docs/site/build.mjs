// Builds the documentation site into artifacts/site: the guides in docs/, the .NET reference from the XML documentation (docfx), and the HTTP
// reference from the specifications (Redoc). Fails for a warning of docfx, a guide that no list names, and a dead link.
import { execFileSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { cpSync, existsSync, mkdirSync, readFileSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join, posix, relative } from 'node:path';
import { fileURLToPath } from 'node:url';
import { describeFields } from './fields.mjs';
import { findDeadLinks } from './links.mjs';

const root = join(dirname(fileURLToPath(import.meta.url)), '..', '..');
const work = join(root, 'artifacts', 'site-source');
const site = join(root, 'artifacts', 'site');

// The tests of the documentation use every package, so all assemblies are in their folder.
const assemblies = 'tests/Vonage.Docs.Tests/bin/Debug/net10.0';

const REDOC = { package: 'redoc@2.5.4', integrity: 'M6jWhG1qoBnH6TFmzJnstyCZ87HmOY/UzDm78mHiYihEdlV/YcS9ogOo1NlElnJMeLsyxHFe2yFc4sNjHTrABQ==' };

const GUIDES = JSON.parse(readFileSync(join(root, 'docs', 'site', 'guides.json'), 'utf8'));
const API_PAGES = readdirSync(join(root, 'generated')).map(name => `generated/${name}/README.md`).filter(page => existsSync(join(root, page)));
const PAGES = ['README.md', 'CONTRIBUTING.md', 'CHANGELOG.md', 'SECURITY.md', ...readdirSync(join(root, 'docs')).filter(name => name.endsWith('.md')).map(name => `docs/${name}`)];

const run = (command, args, cwd = root) => execFileSync(command, args, { cwd, stdio: ['ignore', 'pipe', 'inherit'], encoding: 'utf8', shell: process.platform === 'win32' });
const write = (name, text) => {
  mkdirSync(dirname(join(work, name)), { recursive: true });
  writeFileSync(join(work, name), text);
};
const summaryOf = page => /^# .+\n\n([^]+?)\n\n/m.exec(readFileSync(join(root, page), 'utf8'))[1].replaceAll('\n', ' ');
const titleOf = page => /^# (.+)$/m.exec(readFileSync(join(root, page), 'utf8'))[1];

rmSync(work, { recursive: true, force: true });
rmSync(site, { recursive: true, force: true });
if (!existsSync(join(root, assemblies)))
  run('dotnet', ['build', 'tests/Vonage.Docs.Tests', '-v', 'quiet', '-nologo']);
const repository = run('dotnet', ['msbuild', 'src/Vonage.Core', '-getProperty:RepositoryUrl', '-p:TargetFramework=net10.0']).trim();

writeGuides();
const apis = writeHttpReference();
writeContents();
addRedoc(apis);
run('dotnet', ['tool', 'restore']);
writeFileSync(join(work, 'docfx.json'), JSON.stringify(docfx(), null, 2));
for (const step of ['metadata', 'build']) {
  const log = run('dotnet', ['docfx', step, 'docfx.json'], work);
  const warnings = log.split('\n').filter(line => /warning/i.test(line) && !isKnown(line));
  if (step === 'build' && warnings.length > 0)
    throw new Error(`docfx ${step}:\n${warnings.join('\n')}`);
}

const dead = findDeadLinks(site);
if (dead.length > 0)
  throw new Error(`${dead.length} dead links:\n${dead.slice(0, 50).join('\n')}`);
console.log(`${relative(root, site)}: ${GUIDES.flatMap(group => group.pages).length} guides, ${apis.length} HTTP references`);

// Its summary, and a hint of the tool's own.
function isKnown(line) {
  return /^\s*\d+ warning\(s\)|Build succeeded/.test(line);
}

// What a page links to that is no page is in the repository.
function writeGuides() {
  const unlisted = PAGES.filter(page => !GUIDES.some(group => group.pages.includes(page)));
  if (unlisted.length > 0)
    throw new Error(`docs/site/guides.json does not name ${unlisted.join(', ')}.`);
  for (const page of [...PAGES, ...API_PAGES]) {
    const text = readFileSync(join(root, page), 'utf8').replace(/(\]\()([^)\s#]+)(#[^)]*)?\)/g, (whole, open, target, anchor = '') => {
      if (/^[a-z]+:/.test(target))
        return whole;
      const path = posix.normalize(posix.join(posix.dirname(page), target));
      if (PAGES.includes(path) || API_PAGES.includes(path))
        return `${open}${path === 'README.md' ? posix.relative(posix.dirname(page), 'index.md') : target}${anchor})`;
      return path.startsWith('docs/images/') ? whole : `${open}${repository}/blob/HEAD/${path}${anchor})`;
    });
    write(page === 'README.md' ? 'index.md' : page, API_PAGES.includes(page) ? `${text}\n${fieldsOf(page, text)}` : text);
  }

  cpSync(join(root, 'docs', 'images'), join(work, 'docs', 'images'), { recursive: true });
  cpSync(join(root, 'build', 'icon.png'), join(work, 'icon.png'));
}

// The fields, limits and errors of an API, and where its types and replies are described.
function fieldsOf(page, text) {
  const spec = /^<!-- Generated from specs\/(\S+)\.yaml/.exec(text)[1];
  const document = JSON.parse(readFileSync(join(root, 'generated', 'openapi', `${spec}.json`), 'utf8'));
  const space = posix.basename(posix.dirname(page));
  return `The types are described in the [.NET reference](../../api/${space}.yml), the replies in the [HTTP reference](../../http/${spec.replaceAll('/', '-')}.html).\n\n${describeFields(document)}`;
}

function writeHttpReference() {
  const folder = join(root, 'generated', 'openapi');
  const apis = readdirSync(folder, { recursive: true }).map(String).filter(name => name.endsWith('.json')).sort()
    .map(name => ({ file: name, name: name.replace(/\.json$/, '').replaceAll(/[\\/]/g, '-'), document: JSON.parse(readFileSync(join(folder, name), 'utf8')) }))
    .filter(api => Object.keys(api.document.paths ?? {}).length > 0);
  const rows = apis.map(api => `| [${api.document.info.title}](${api.name}.html) | ${operationsOf(api.document)} | ${hostsOf(api.document)} |`);
  write('http/index.md', `# HTTP reference\n\nThe specifications that the packages are generated from.\n\n| API | operations | hosts |\n|---|--:|---|\n${rows.join('\n')}\n`);
  return apis;
}

function operationsOf(document) {
  return Object.values(document.paths).flatMap(path => Object.keys(path)).filter(key => ['get', 'put', 'post', 'delete', 'patch'].includes(key)).length;
}

function hostsOf(document) {
  return [...new Set((document.servers ?? []).map(server => new URL(server.url).host))].map(host => `\`${host}\``).join(', ');
}

function writeContents() {
  write('toc.yml', [
    '- name: Guides', '  href: docs/', '  homepage: docs/getting-started.md',
    '- name: APIs', '  href: generated/', '  homepage: generated/index.md',
    '- name: .NET reference', '  href: api/', '  homepage: api/Vonage.yml',
    '- name: HTTP reference', '  href: http/index.md', '',
  ].join('\n'));
  write('generated/toc.yml', API_PAGES.map(page => `- name: ${titleOf(page)}\n  href: ${posix.relative('generated', page)}\n`).join(''));
  const rows = API_PAGES.map(page => `| [${titleOf(page)}](${posix.relative('generated', page)}) | ${summaryOf(page)} |`);
  write('generated/index.md', `# APIs\n\nThe operations, fields, limits and errors of each API. [APIs and packages](../docs/apis.md) has their packages, hosts and status.\n\n| API | |\n|---|---|\n${rows.join('\n')}\n`);
  write('docs/toc.yml', GUIDES.flatMap(group => [
    `- name: ${group.name}`, '  items:',
    ...group.pages.flatMap(page => [`  - name: '${titleOf(page).replaceAll("'", "''")}'`, `    href: ${posix.relative('docs', page === 'README.md' ? 'index.md' : page)}`]),
  ]).join('\n') + '\n');
}

function docfx() {
  return {
    metadata: [{
      src: [{ src: join(root, assemblies), files: readdirSync(join(root, 'src')).map(assemblyOf) }],
      dest: 'api', namespaceLayout: 'nested', memberLayout: 'samePage', enumSortOrder: 'declaringOrder',
    }],
    build: {
      content: [{ files: ['**/*.{md,yml}'], exclude: ['obj/**'] }],
      resource: [{ files: ['icon.png', 'docs/images/**', 'http/*.{html,js,json}'] }],
      output: site,
      template: ['default', 'modern', join(root, 'docs', 'site', 'template')],
      globalMetadata: { _appName: 'Vonage.Generated', _appTitle: 'Vonage.Generated', _appLogoPath: 'icon.png', _appFaviconPath: 'icon.png', _enableSearch: true, _disableContribution: true, _appFooter: 'Not the official Vonage SDK.' },
    },
  };
}

function assemblyOf(project) {
  const start = project.split('.')[0];
  return start === 'Vonage' ? `Vonage.Generated${project.slice(start.length)}.dll` : `Vonage.Generated.${project}.dll`;
}

// The script of the package without what it depends on: it is in there.
function addRedoc(apis) {
  const pack = join(work, 'redoc');
  mkdirSync(pack);
  run('npm', ['pack', REDOC.package, '--silent', '--pack-destination', pack]);
  const archive = readdirSync(pack)[0];
  if (createHash('sha512').update(readFileSync(join(pack, archive))).digest('base64') !== REDOC.integrity)
    throw new Error(`${REDOC.package} is not what docs/site/build.mjs expects.`);
  run('tar', ['-xzf', archive], pack);
  // Its picture of its maker would be fetched from elsewhere.
  const script = readFileSync(join(pack, 'package', 'bundles', 'redoc.standalone.js'), 'utf8');
  write('http/redoc.js', script.replaceAll('https://cdn.redoc.ly/redoc/logo-mini.svg', '../icon.png'));
  rmSync(pack, { recursive: true });
  for (const api of apis) {
    write(`http/${api.name}.json`, JSON.stringify(api.document));
    write(`http/${api.name}.html`, `<!DOCTYPE html>
<html lang="en">
<head><meta charset="utf-8"><title>${api.document.info.title}</title><meta name="viewport" content="width=device-width, initial-scale=1"><link rel="icon" href="../favicon.ico"></head>
<body style="margin:0">
<p style="margin:0;padding:.5rem 1rem;font-family:sans-serif"><a href="index.html">HTTP reference</a></p>
<redoc spec-url="${api.name}.json" hide-download-button="true"></redoc>
<script src="redoc.js"></script>
</body>
</html>
`);
  }
}
