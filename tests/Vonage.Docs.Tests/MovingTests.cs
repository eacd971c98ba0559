using System.Text.RegularExpressions;
using Flowroute;

namespace Vonage.Docs.Tests;

/// <summary>docs/moving-from-dotnet.md has each public snippet of the official SDK, of which <c>official-snippets.txt</c> contains the names.</summary>
public partial class MovingTests
{
    private static readonly string Root = RepositoryFolder.Find();

    private static readonly ILookup<string, string> Lines = File.ReadLines(Path.Combine(Root, "docs", "moving-from-dotnet.md")).ToLookup(NameIn, StringComparer.Ordinal);

    public static IEnumerable<string> Snippets() => File.ReadLines(Path.Combine(Root, "tests", "Vonage.Docs.Tests", "official-snippets.txt"));

    [TestCaseSource(nameof(Snippets))]
    public void A_snippet_of_the_official_SDK_is_on_the_page_once(string name) => Assert.That(Lines[name].Count(), Is.EqualTo(1));

    [TestCase("moving-from-dotnet.md")]
    [TestCase("moving-from-other-sdks.md")]
    public void A_method_that_a_page_names_exists(string page)
    {
        var named = Method().Matches(File.ReadAllText(Path.Combine(Root, "docs", page)))
            .Select(match => (Name: match.Value, Api: (match.Groups["flowroute"].Success ? typeof(IFlowrouteClient) : typeof(IVonageClient)).GetProperty(match.Groups["api"].Value), Method: match.Groups["method"].Value))
            .Where(named => named.Api is not null)
            .ToList();
        Assert.That(named, Is.Not.Empty);
        Assert.That(named.Where(named => !named.Api!.PropertyType.GetMethods().Any(own => own.Name == named.Method) && !IsExtension(named.Api.PropertyType, named.Method)).Select(named => named.Name), Is.Empty);
    }

    private static bool IsExtension(Type client, string method) =>
        client.Assembly.GetExportedTypes().Any(type => type.GetMethods().Any(own => own.Name == method && own.IsStatic && own.GetParameters().FirstOrDefault()?.ParameterType == client));

    // The comment before a call, which may end in a remark, or the first cell of a table.
    private static string NameIn(string line)
    {
        var text = line.TrimStart();
        return text.StartsWith("// ", StringComparison.Ordinal) ? text[3..].Split(':', ';')[0]
            : text.StartsWith("| ", StringComparison.Ordinal) ? text[2..].Split(" |")[0]
            : string.Empty;
    }

    [GeneratedRegex(@"(?<flowroute>flowroute\.)?\b(?<api>[A-Z]\w*)\.(?<method>\w+Async)\b")]
    private static partial Regex Method();
}
