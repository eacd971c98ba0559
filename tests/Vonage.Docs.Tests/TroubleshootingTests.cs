using System.Reflection;
using System.Text.RegularExpressions;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace Vonage.Docs.Tests;

/// <summary>docs/troubleshooting.md has each exception and each message that a user can meet.</summary>
public partial class TroubleshootingTests
{
    // A shorter text does not identify a message.
    private const int MinText = 12;

    private static readonly string Root = RepositoryFolder.Find();

    private static readonly string Page = File.ReadAllText(Path.Combine(Root, "docs", "troubleshooting.md")).Replace("\\|", "|", StringComparison.Ordinal);

    private static readonly string[] Packages = [.. Directory.EnumerateDirectories(Path.Combine(Root, "src")).Select(folder => Path.GetFileName(folder)).Order(StringComparer.Ordinal)];

    // The replies of the simulator's control API are no exceptions of a user's program.
    private static readonly string[] Others = ["obj", "Control"];

    [TestCaseSource(nameof(Exceptions))]
    public void An_exception_of_the_packages_is_on_the_page(Type exception) => Assert.That(Page, Does.Match($@"\b{exception.Name}\b"));

    [TestCaseSource(nameof(Packages))]
    public void A_message_of_a_package_is_on_the_page(string package) => Assert.That(MessagesIn(package).Where(text => !Page.Contains(text, StringComparison.Ordinal)), Is.Empty);

    [TestCaseSource(nameof(Failures))]
    public void A_reason_to_refuse_a_webhook_is_on_the_page(WebhookFailure failure) => Assert.That(Page, Does.Contain($"`{failure}`"));

    [Test]
    public void Messages_are_found() => Assert.That(MessagesIn("Vonage.Common"), Does.Contain("At least one signature secret is required to verify webhooks."));

    private static IEnumerable<Type> Exceptions() =>
        from file in Directory.EnumerateFiles(AppContext.BaseDirectory, "*.dll")
        let name = Path.GetFileNameWithoutExtension(file)
        where name.StartsWith("Vonage", StringComparison.Ordinal) || name.StartsWith("Flowroute", StringComparison.Ordinal)
        where !name.EndsWith(".Tests", StringComparison.Ordinal)
        from type in Assembly.LoadFrom(file).GetExportedTypes()
        where type.IsSubclassOf(typeof(Exception))
        select type;

    private static IEnumerable<WebhookFailure> Failures() => Enum.GetValues<WebhookFailure>().Where(failure => failure != WebhookFailure.None);

    /// <summary>The longest constant text of each exception that is created in the source of a package.</summary>
    private static IEnumerable<string> MessagesIn(string package) =>
        from file in Directory.EnumerateFiles(Path.Combine(Root, "src", package), "*.cs", SearchOption.AllDirectories)
        where !Path.GetRelativePath(Root, file).Split(Path.DirectorySeparatorChar).Intersect(Others).Any()
        from creation in CSharpSyntaxTree.ParseText(File.ReadAllText(file)).GetRoot().DescendantNodes().OfType<ObjectCreationExpressionSyntax>()
        where creation.Type.ToString().EndsWith("Exception", StringComparison.Ordinal)
        let text = TextsIn(creation).OrderByDescending(text => text.Length).FirstOrDefault()
        where text?.Length >= MinText
        select text;

    private static IEnumerable<string> TextsIn(ObjectCreationExpressionSyntax creation) => creation.DescendantNodes().SelectMany(node => node switch
    {
        LiteralExpressionSyntax literal when literal.IsKind(SyntaxKind.StringLiteralExpression) => Placeholder().Split(literal.Token.ValueText),
        InterpolatedStringTextSyntax text => [text.TextToken.ValueText.Replace("{{", "{", StringComparison.Ordinal).Replace("}}", "}", StringComparison.Ordinal)],
        _ => [],
    }).Select(text => text.Trim());

    [GeneratedRegex(@"\{\d\}")]
    private static partial Regex Placeholder();
}
