using System.Text.RegularExpressions;

namespace Vonage.Surface.Tests;

/// <summary>The lists of methods: one for each package, which the generator writes, and the hand-written methods in docs/apis.md.</summary>
internal sealed partial class DocumentedMethodTests
{
    private const string Heading = "## Methods without an operation of their own";

    private static IEnumerable<Type> Clients => Surface.Clients.Where(type => File.Exists(PageOf(type)));

    [TestCaseSource(nameof(Clients))]
    public void Every_method_of_a_package_is_listed(Type client)
    {
        var listed = MethodsIn(File.ReadAllText(PageOf(client))).Concat(HandWritten().GetValueOrDefault(client.Namespace!, [])).ToHashSet();
        var methods = Surface.Operations(client.GetInterface("I" + client.Name)!).Select(m => m.Name).ToHashSet();
        var extensions = Surface.Types.Where(t => t.Namespace == client.Namespace && t.Name == client.Name + "Extensions").SelectMany(t => t.GetMethods()).Where(m => m.IsStatic).Select(m => m.Name);

        Assert.That(methods.Concat(extensions).Except(listed), Is.Empty, "is listed nowhere");
        Assert.That(listed.Except(extensions).Except(Surface.Operations(client).Select(m => m.Name)), Is.Empty, "is listed, but does not exist");
    }

    private static string PageOf(Type client) => Path.Combine(RepositoryFolder.Find(), "generated", client.Namespace!, "README.md");

    /// <summary>The rows of the table, by package.</summary>
    private static Dictionary<string, List<string>> HandWritten()
    {
        var text = File.ReadAllText(Path.Combine(RepositoryFolder.Find(), "docs", "apis.md"));
        var section = text[text.IndexOf(Heading, StringComparison.Ordinal)..];
        return section.Split('\n').Select(line => line.Split('|')).Where(cells => cells.Length > 3 && cells[1].Contains('`', StringComparison.Ordinal))
            .ToDictionary(cells => cells[1].Trim(' ', '`'), cells => MethodsIn(cells[2]).ToList());
    }

    private static IEnumerable<string> MethodsIn(string text) => Method().Matches(text).Select(match => match.Groups[1].Value);

    [GeneratedRegex("`(\\w+Async)`")]
    private static partial Regex Method();
}
