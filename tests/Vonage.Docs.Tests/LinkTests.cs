using System.Text.RegularExpressions;

namespace Vonage.Docs.Tests;

/// <summary>Every link from a document into the repository leads to a file, and to a heading where it names one.</summary>
public partial class LinkTests
{
    private static readonly string Root = RepositoryFolder.Find();

    public static IEnumerable<string> Documents() =>
        Directory.EnumerateFiles(Root, "*.md").Concat(Directory.EnumerateFiles(Path.Combine(Root, "docs"), "*.md")).Select(file => Path.GetRelativePath(Root, file)).Order(StringComparer.Ordinal);

    [TestCaseSource(nameof(Documents))]
    public void Every_link_leads_somewhere(string document)
    {
        var broken = Link().Matches(File.ReadAllText(Path.Combine(Root, document))).Select(match => match.Groups[1].Value).Where(link => !Leads(document, link));
        Assert.That(broken, Is.Empty);
    }

    private static bool Leads(string document, string link)
    {
        if (Uri.IsWellFormedUriString(link, UriKind.Absolute))
            return true;
        var parts = link.Split('#');
        var target = parts[0].Length == 0 ? Path.Combine(Root, document) : Path.Combine(Root, Path.GetDirectoryName(document)!, parts[0]);
        return parts.Length == 1
            ? File.Exists(target) || Directory.Exists(target)
            : File.Exists(target) && Heading().Matches(File.ReadAllText(target)).Any(heading => Anchor(heading.Groups[1].Value) == parts[1]);
    }

    private static string Anchor(string heading) => NotInAnchor().Replace(heading.Trim().ToLowerInvariant(), string.Empty).Replace(' ', '-');

    [GeneratedRegex(@"\]\(([^)\s]+)\)")]
    private static partial Regex Link();

    [GeneratedRegex("^#+ (.+)$", RegexOptions.Multiline)]
    private static partial Regex Heading();

    [GeneratedRegex(@"[^\w\- ]")]
    private static partial Regex NotInAnchor();
}
