using System.Diagnostics;
using System.Runtime.Versioning;
using System.Text.Json;

namespace Vonage.Docs.Tests;

/// <summary>What is installed is what the lock files say, runs nothing while it is installed, and has no known vulnerability.</summary>
public class DependencyTests
{
    private static readonly string Root = RepositoryFolder.Find();

    // Their packages are made by the same build.
    private const string Strangers = "Strangers";

    private static readonly string[] Folders = ["samples", "src", "tests", "tools"];

    // The first versions without a known advisory, of packages that had one and were here.
    private static readonly Dictionary<string, Version> Mended = new(StringComparer.OrdinalIgnoreCase)
    {
        ["lodash"] = new(4, 17, 23),
        ["Microsoft.IdentityModel.JsonWebTokens"] = new(8, 0, 0),
        ["Newtonsoft.Json"] = new(13, 0, 1),
        ["System.Net.Http"] = new(4, 3, 4),
        ["System.Text.RegularExpressions"] = new(4, 3, 1),
    };

    [Test]
    public void Every_project_has_a_lock_file() =>
        Assert.That(Files("*.csproj").Where(project => !File.Exists(Path.Combine(Path.GetDirectoryName(project)!, "packages.lock.json"))), Is.Empty);

    [Test]
    public void No_package_of_NuGet_is_of_a_vulnerable_version()
    {
        var packages = Files("packages.lock.json").SelectMany(file => Parse(file).GetProperty("dependencies").EnumerateObject())
            .SelectMany(framework => framework.Value.EnumerateObject()).Where(package => package.Value.TryGetProperty("resolved", out _)).ToList();

        Assert.That(packages, Has.Count.GreaterThan(100));
        Assert.That(packages.Where(package => IsOlder(package.Name, package.Value.GetProperty("resolved").GetString()!)).Select(package => package.Name), Is.Empty);
    }

    [Test]
    public void No_package_of_npm_is_of_a_vulnerable_version()
    {
        var packages = Parse(Path.Combine(Root, "package-lock.json")).GetProperty("packages").EnumerateObject().Where(package => package.Name.Length > 0).ToList();

        Assert.That(packages.Where(package => IsOlder(package.Name.Split("node_modules/")[^1], package.Value.GetProperty("version").GetString()!)).Select(package => package.Name), Is.Empty);
        Assert.That(packages.Where(package => !package.Value.TryGetProperty("integrity", out _)).Select(package => package.Name), Is.Empty);
    }

    [Test]
    public void Packages_of_npm_run_no_scripts() => Assert.That(File.ReadAllLines(Path.Combine(Root, ".npmrc")), Has.Member("ignore-scripts=true"));

    [TestCase("src/Vonage.Core", "true", "true")]
    [TestCase("src/Vonage.Core", null, "")]
    [TestCase("tests/OtherTools/Kiota", "true", "true")]
    [TestCase("tests/OtherTools/NSwag", null, "")]
    public void A_restore_is_locked_in_CI_and_only_there(string project, string? ci, string expected) =>
        Assert.That(Run("dotnet", ["msbuild", Path.Combine(Root, project), "-getProperty:RestoreLockedMode"], environment => environment["CI"] = ci).Output.Trim(), Is.EqualTo(expected));

    [TestCase("""{"message":"connect ECONNREFUSED"}""", "error NU1301: unreachable", 0, "npm: could not ask for advisories: connect ECONNREFUSED|NuGet: could not ask for advisories: the package source has no advisories, or cannot be reached")]
    [TestCase("", "Restored", 0, "npm: could not ask for advisories: npm audit gave no report|NuGet: could not ask for advisories: the package source has no advisories, or cannot be reached")]
    [TestCase("""{"auditReportVersion":2,"vulnerabilities":{}}""", "warning NU1903: canary", 0, "npm: no known vulnerability|NuGet: no known vulnerability")]
    [TestCase("""{"auditReportVersion":2,"vulnerabilities":{"a":{"name":"a","range":"<2","severity":"high"}}}""", "error NU1301", 1, "npm: known vulnerabilities:|  a <2 (high)|NuGet: could not ask for advisories: the package source has no advisories, or cannot be reached")]
    [Platform("Unix")]
    [UnsupportedOSPlatform("windows")]
    public void The_audit_fails_for_what_is_vulnerable_and_tells_what_it_could_not_ask(string npm, string restore, int expectedCode, string expected)
    {
        var tools = Directory.CreateTempSubdirectory("vonage-audit-tests-").FullName;
        Script("npm", $"echo '{npm}'");
        Script("dotnet", $"case $1 in list) echo '{{\"projects\":[]}}';; *) echo '{restore}';; esac");

        var (code, output) = Run("node", [Path.Combine(Root, "build", "audit.mjs")], environment => environment["PATH"] = $"{tools}:{environment["PATH"]}");

        Directory.Delete(tools, recursive: true);
        Assert.That((code, output.TrimEnd()), Is.EqualTo((expectedCode, expected.Replace('|', '\n'))));

        void Script(string name, string body)
        {
            File.WriteAllText(Path.Combine(tools, name), $"#!/bin/sh\n{body}\n");
            File.SetUnixFileMode(Path.Combine(tools, name), UnixFileMode.UserRead | UnixFileMode.UserExecute);
        }
    }

    private static bool IsOlder(string package, string version) =>
        Mended.TryGetValue(package, out var mended) && new Version(version.Split('-')[0]) < mended;

    private static JsonElement Parse(string file) => JsonDocument.Parse(File.ReadAllText(file)).RootElement;

    private static IEnumerable<string> Files(string pattern) =>
        Folders.SelectMany(folder => Directory.EnumerateFiles(Path.Combine(Root, folder), pattern, SearchOption.AllDirectories))
            .Where(file => !file.Split('/', '\\').Any(part => part is "bin" or "obj" or Strangers));

    private static (int Code, string Output) Run(string program, string[] arguments, Action<IDictionary<string, string?>> set)
    {
        var start = new ProcessStartInfo(program, arguments) { RedirectStandardOutput = true, WorkingDirectory = Root };
        set(start.Environment);
        using var process = Process.Start(start)!;
        var output = process.StandardOutput.ReadToEnd();
        process.WaitForExit();
        return (process.ExitCode, output);
    }
}
