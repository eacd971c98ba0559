using System.Text.RegularExpressions;
using System.Xml.Linq;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;

namespace Vonage.Docs.Tests;

/// <summary>What an editor shows of the packages: the XML documentation that comes with the assemblies.</summary>
public partial class IntelliSenseTests
{
    private const int MostInSummary = 199;

    // What their values mean is not documented: of the voices, only that they are deprecated; of the operators, only that they exist.
    private static readonly string[] Unexplained = ["TalkVoiceName", "TenDlcFilterType"];

    private static readonly string[] Packages = [.. Directory.EnumerateFiles(AppContext.BaseDirectory, "Vonage.Generated*.xml").Select(file => Path.GetFileNameWithoutExtension(file)).Order(StringComparer.Ordinal)];

    private static readonly CSharpCompilation Assemblies = CSharpCompilation.Create("All", references: ((string)AppContext.GetData("TRUSTED_PLATFORM_ASSEMBLIES")!).Split(Path.PathSeparator).Where(File.Exists).Select(path => MetadataReference.CreateFromFile(path)));

    [Test]
    public void Every_package_is_looked_at() => Assert.That(Packages, Has.Length.EqualTo(Directory.EnumerateDirectories(Path.Combine(RepositoryFolder.Find(), "src")).Count()));

    [TestCaseSource(nameof(Packages))]
    public void A_summary_fits_into_a_tooltip(string package) =>
        Assert.That(Public(package).Where(member => member.Summary is { Length: 0 or > MostInSummary }), Is.Empty);

    [TestCaseSource(nameof(Packages))]
    public void An_operation_names_what_it_throws(string package)
    {
        // Core does not know which provider's exception it throws.
        Assume.That(package, Is.Not.EqualTo("Vonage.Generated.Core"));

        Assert.That(Public(package).Where(IsOperation).Where(operation => !operation.Exceptions.Any() || operation.Exceptions.Contains("T:Vonage.Core.ApiException")), Is.Empty);
    }

    [TestCaseSource(nameof(Packages))]
    public void A_client_has_the_example_of_its_package(string package)
    {
        var clients = Public(package).Where(member => member.Symbol is INamedTypeSymbol { TypeKind: TypeKind.Interface } type && type.Name.EndsWith("Client", StringComparison.Ordinal) || member.Symbol is INamedTypeSymbol { BaseType.Name: "ApiSimulator" });
        var examples = Snippet.OfPackages().Select(snippet => WithoutIndents(snippet.Code)).ToHashSet(StringComparer.Ordinal);

        Assert.That(clients.Where(client => !examples.Contains(CodeOf(client))), Is.Empty);
    }

    // What a facade contains has examples of its own.
    [TestCaseSource(nameof(Packages))]
    public void The_main_method_of_a_client_has_its_example(string package)
    {
        var members = Public(package).ToList();
        var clients = members.Where(member => member.Symbol is INamedTypeSymbol { TypeKind: TypeKind.Interface } type && type.Name.EndsWith("Client", StringComparison.Ordinal) && members.Any(method => IsOperation(method) && SymbolEqualityComparer.Default.Equals(method.Symbol.ContainingType, type)));

        Assert.That(clients.Where(client => !members.Exists(method => SymbolEqualityComparer.Default.Equals(method.Symbol.ContainingType, client.Symbol) && CodeOf(method) == CodeOf(client))), Is.Empty);
    }

    [TestCaseSource(nameof(Packages))]
    public void A_value_of_an_enum_says_what_it_means(string package) =>
        Assert.That(Public(package).Where(IsEnumValue).Where(value => !Unexplained.Contains(value.Symbol.ContainingType.Name) && MereValue().IsMatch(value.Summary ?? string.Empty)), Is.Empty);

    [TestCaseSource(nameof(Packages))]
    public void A_time_or_duration_is_not_described_as_text_or_number(string package) =>
        Assert.That(Public(package).Where(member => IsTime(member.Symbol) && FormatInJson().IsMatch(member.Summary ?? string.Empty)), Is.Empty);

    [Test]
    public void Members_of_each_kind_are_found()
    {
        var members = Public("Vonage.Generated.Voice").ToList();
        Assert.Multiple(() =>
        {
            Assert.That(members.Count(IsOperation), Is.GreaterThan(10));
            Assert.That(members.Count(IsEnumValue), Is.GreaterThan(100));
            Assert.That(members.Count(member => IsTime(member.Symbol)), Is.GreaterThan(10));
            Assert.That(members.Count(member => member.Summary?.Length > 100), Is.GreaterThan(10));
        });
    }

    private static IEnumerable<Member> Public(string package) =>
        from xml in XDocument.Load(Path.Combine(AppContext.BaseDirectory, package + ".xml")).Descendants("member")
        let symbol = DocumentationCommentId.GetFirstSymbolForDeclarationId((string)xml.Attribute("name")!, Assemblies)
        where symbol is not null && IsPublic(symbol)
        select new Member(symbol, xml);

    private static bool IsPublic(ISymbol? symbol) =>
        symbol is null or INamespaceSymbol || (symbol.DeclaredAccessibility is Accessibility.Public or Accessibility.Protected or Accessibility.ProtectedOrInternal && IsPublic(symbol.ContainingType));

    private static bool IsOperation(Member member) =>
        member.Symbol is IMethodSymbol { MethodKind: MethodKind.Ordinary } method && OfClient().IsMatch(method.ContainingType.Name)
        && (method.ReturnType.Name is "Task" or "IAsyncEnumerable" or "PagedList") && member.Xml.Element("inheritdoc") is null;

    private static bool IsEnumValue(Member member) =>
        member.Symbol is IPropertySymbol { IsStatic: true } value && SymbolEqualityComparer.Default.Equals(value.Type, value.ContainingType);

    private static string CodeOf(Member member) => WithoutIndents(member.Xml.Element("example")?.Element("code")?.Value ?? string.Empty);

    private static bool IsTime(ISymbol member) =>
        member is IPropertySymbol { Type: INamedTypeSymbol type } && (type.OriginalDefinition.SpecialType == SpecialType.System_Nullable_T ? type.TypeArguments[0] : type).Name is "DateTimeOffset" or "TimeSpan";

    private static string WithoutIndents(string code) => string.Join('\n', code.Trim().Split('\n').Select(line => line.Trim()));

    [GeneratedRegex("^(I.*Client|.*Client|.*ClientExtensions)$")]
    private static partial Regex OfClient();

    [GeneratedRegex(@"ISO 8601|since (the Unix epoch|1970)|in (milliseconds|seconds|minutes)\.")]
    private static partial Regex FormatInJson();

    [GeneratedRegex(@"^(The value .*|An empty string)\.$")]
    private static partial Regex MereValue();

    private sealed record Member(ISymbol Symbol, XElement Xml)
    {
        /// <summary>The text of the summary, with white space as an editor shows it; null where it is inherited.</summary>
        public string? Summary => Xml.Element("summary") is { } summary ? string.Join(' ', Text(summary).Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries)) : null;

        public IEnumerable<string> Exceptions => Xml.Elements("exception").Select(exception => (string)exception.Attribute("cref")!);

        public override string ToString() => $"{Symbol.ToDisplayString()}: {Summary?.Length} characters";

        // References are shown by their names.
        private static string Text(XElement element) => string.Concat(element.Nodes().Select(node => node switch
        {
            XText text => text.Value,
            XElement { IsEmpty: true } reference => ((string?)reference.Attributes().FirstOrDefault() ?? string.Empty).Split('(')[0].Split('.')[^1],
            XElement nested => Text(nested),
            _ => string.Empty,
        }));
    }
}
