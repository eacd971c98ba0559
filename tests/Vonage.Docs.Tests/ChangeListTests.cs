using System.Text.RegularExpressions;

namespace Vonage.Docs.Tests;

/// <summary>
/// The lists in CONTRIBUTING of the files that a change touches. Each has an example that is in the repository: its files exist, and no
/// other file that is written by hand mentions the example.
/// </summary>
public partial class ChangeListTests
{
    private static readonly string Root = RepositoryFolder.Find();

    private static readonly Dictionary<string, string> Sections = Section().Matches(File.ReadAllText(Path.Combine(Root, "CONTRIBUTING.md")))
        .ToDictionary(section => section.Groups[1].Value, section => section.Groups[2].Value);

    // What a change is made in. Tests and documents come in addition.
    private static readonly string[] Folders = ["build", "nswag.json", "specs", "src", "tools"];

    [TestCase("A field", "[cC]ountryDisplayName")]
    [TestCase("An API", @"Vonage\.Pricing\b|\bPricingClient\b|pricing\.yaml|>pricing<|title: Pricing")]
    [TestCase("An authentication scheme", @"\bSignatureScheme\b|ApiAuthentication\.Signature\b")]
    [TestCase("A reason to retry", @"\bIsThrottled\b")]
    [TestCase("A webhook event", @"\bMeetingEvent\b")]
    public void Names_every_file(string change, string example)
    {
        var named = PathsIn(change).Where(path => Folders.Contains(path.Split('/')[0])).Where(path => File.Exists(Path.Combine(Root, path)));

        Assert.That(named, Is.SupersetOf(FilesThatMention(example)));
    }

    [TestCase("A field")]
    [TestCase("An API")]
    [TestCase("An authentication scheme")]
    [TestCase("A reason to retry")]
    [TestCase("A webhook event")]
    public void Names_only_files_that_exist(string change)
    {
        var paths = PathsIn(change);

        Assert.That(paths, Is.Not.Empty);
        Assert.That(paths.Where(path => !Path.Exists(Path.Combine(Root, path))), Is.Empty);
    }

    private static List<string> PathsIn(string change) =>
        [.. RepositoryPath().Matches(Sections[change]).Select(path => path.Groups[1].Value).Distinct(StringComparer.Ordinal)];

    private static IEnumerable<string> FilesThatMention(string example) =>
        Folders.Select(folder => Path.Combine(Root, folder))
            .SelectMany(path => File.Exists(path) ? [path] : Directory.EnumerateFiles(path, "*", SearchOption.AllDirectories))
            .Where(file => !file.Split('/', '\\').Any(part => part is "bin" or "obj" or "node_modules"))
            .Where(file => Path.GetFileName(file) is not ("packages.lock.json" or "PublicAPI.Shipped.txt")) // written by a restore and by build/publicApi.mjs
            .Where(file => Regex.IsMatch(File.ReadAllText(file), example))
            .Select(file => Path.GetRelativePath(Root, file).Replace('\\', '/'));

    [GeneratedRegex(@"^### (.+?)\n(.*?)(?=^##)", RegexOptions.Multiline | RegexOptions.Singleline)]
    private static partial Regex Section();

    // In code, and with a folder: `specs/pricing.yaml`, not `countryDisplayName`.
    [GeneratedRegex("`((?:build|docs|generated|samples|specs|src|tests|tools)/[^`\n]*)`")]
    private static partial Regex RepositoryPath();
}
