// Asks the registries for known vulnerabilities in the packages of npm and NuGet. A registry that cannot be asked is no failure, but is said.
import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

const run = (command, args, cwd) => {
  const { stdout, stderr } = spawnSync(command, args, { cwd, encoding: 'utf8', timeout: 300_000 });
  return { text: (stdout ?? '') + (stderr ?? ''), json: parse(stdout) };
};

const parse = text => {
  try {
    return JSON.parse(text);
  } catch {
    return null;
  }
};

function npm() {
  const { json } = run('npm', ['audit', '--json']);
  if (!json?.auditReportVersion)
    return { reason: json?.message?.split('\n')[0] ?? 'npm audit gave no report' };
  return { found: Object.values(json.vulnerabilities).map(v => `${v.name} ${v.range} (${v.severity})`) };
}

// A source without advisories reports none, like a source that knows of none. So it is asked first for one that is known.
const CANARY = `<Project Sdk="Microsoft.NET.Sdk">
  <PropertyGroup>
    <TargetFramework>net10.0</TargetFramework>
    <NuGetAudit>true</NuGetAudit>
  </PropertyGroup>
  <ItemGroup>
    <PackageReference Include="Newtonsoft.Json" Version="12.0.1" />
  </ItemGroup>
</Project>`;

function nuget() {
  const folder = mkdtempSync(join(tmpdir(), 'audit-'));
  try {
    writeFileSync(join(folder, 'canary.csproj'), CANARY);
    if (!/NU190[1-4]/.test(run('dotnet', ['restore'], folder).text))
      return { reason: 'the package source has no advisories, or cannot be reached' };
  } finally {
    rmSync(folder, { recursive: true });
  }
  const { json, text } = run('dotnet', ['list', 'Vonage.Generated.sln', 'package', '--vulnerable', '--include-transitive', '--format', 'json']);
  if (!json?.projects)
    return { found: [`dotnet list package failed: ${text.trim().split('\n').at(-1)}`] };
  const packages = json.projects.flatMap(p => p.frameworks ?? []).flatMap(f => [...(f.topLevelPackages ?? []), ...(f.transitivePackages ?? [])]);
  return { found: [...new Set(packages.map(p => `${p.id} ${p.resolvedVersion} (${p.vulnerabilities.map(v => v.severity).join(', ')})`))] };
}

for (const [name, ask] of [['npm', npm], ['NuGet', nuget]]) {
  const { reason, found } = ask();
  if (reason) {
    console.log(`${name}: could not ask for advisories: ${reason}`);
    continue;
  }
  console.log(`${name}: ${found.length === 0 ? 'no known vulnerability' : 'known vulnerabilities:'}`);
  found.forEach(line => console.log(`  ${line}`));
  if (found.length > 0)
    process.exitCode = 1;
}
