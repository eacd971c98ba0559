using System.Globalization;
using System.Text.Json;
using System.Text.RegularExpressions;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Vonage.Generator.Tests.Support;

namespace Vonage.Generator.Tests;

/// <summary>
/// A document from outside cannot put code into what is generated from it. Each string field of OpenAPI's object model gets a hostile value
/// by itself, since one error hides another: the code is token for token that of a harmless value with the same words.
/// </summary>
internal sealed partial class HostileDocumentTests
{
    // In what ends a comment, a literal, a member or a type stands a class; what hides or turns text around, and what is no character.
    private static readonly string Hostile = string.Concat(
        "x\"; } } public class Evil { } /* \\", // no line end
        string.Concat("\n\r\u000B\f\u0085\u2028\u2029".Select(end => $"{end}; }} }} public class Evil{(int)end} {{ }} //")),
        " */ ]]> </summary> --> {{ evil }} {% evil %} @\"\" $\"{evil}\" ' \u202E\u2066\u200B\0\u001B[31m \uFFFE `evil` [evil](https://evil\"> <evil) \\\"; #endif");

    // The braces of a path are its parameters, and those of a server its variables; a server ends where a fragment begins.
    private static readonly string HostilePath = Hostile.Replace('{', '(').Replace('}', ')').Replace('#', '!');

    private static readonly UnicodeCategory[] Invisible =
        [UnicodeCategory.Control, UnicodeCategory.Format, UnicodeCategory.LineSeparator, UnicodeCategory.ParagraphSeparator, UnicodeCategory.OtherNotAssigned];

    private static readonly string Document = File.ReadAllText(Path.Combine(AppContext.BaseDirectory, "Hostile", "document.yaml"));

    private static readonly string[] Fields = [.. Field().Matches(Document).Select(match => match.Groups[1].Value).Distinct()];

    private readonly string _folder = Directory.CreateTempSubdirectory("vonage-generator-hostile-").FullName;

    private CSharpCompilation _compilation = null!;
    private ILookup<string, Diagnostic> _faults = null!;

    [OneTimeSetUp]
    public async Task GenerateAsync()
    {
        var packages = Fields.Append(null).ToDictionary(PackageOf, Write);
        var arguments = packages.SelectMany(package => new[] { package.Value, package.Key, Path.Combine(_folder, package.Key) });

        var result = await Command.GeneratorAsync(RepositoryFiles.Root, ["--one", .. arguments]);

        Assert.That(result.ExitCode, Is.Zero, result.Text);
        var files = packages.Keys.SelectMany(package => Directory.GetFiles(Path.Combine(_folder, package), "*.g.cs"));
        _compilation = GeneratedPackage.Compilation("Hostile", files.Order(StringComparer.Ordinal).Select(file => GeneratedPackage.Parse(File.ReadAllText(file), file)));
        _faults = _compilation.GetDiagnostics().Where(d => d.Severity >= DiagnosticSeverity.Warning).ToLookup(d => Path.GetFileName(Path.GetDirectoryName(d.Location.SourceTree?.FilePath)) ?? string.Empty);
    }

    [OneTimeTearDown]
    public void Delete() => Directory.Delete(_folder, recursive: true);

    [TestCaseSource(nameof(Fields))]
    public void A_hostile_value_becomes_no_code(string field)
    {
        using (Assert.EnterMultipleScope())
        {
            Assert.That(_faults[PackageOf(field)], Is.Empty);
            Assert.That(MembersOf(field), Is.EqualTo(MembersOf(null)));
            Assert.That(TokensOf(field), Is.EqualTo(TokensOf(null)));
            Assert.That(TreesOf(field).SelectMany(tree => tree.ToString()).Where(c => c != '\n' && Invisible.Contains(char.GetUnicodeCategory(c))), Is.Empty);
        }
    }

    [Test]
    public async Task A_hostile_document_becomes_no_code_in_a_client_that_stands_by_itself()
    {
        var hostile = JsonSerializer.Serialize(Hostile);
        var spec = Path.Combine(AppContext.BaseDirectory, "hostile.yaml");
        await File.WriteAllTextAsync(spec, $$"""
            openapi: 3.0.3
            info: { title: {{hostile}}, version: "1", description: {{hostile}} }
            servers: [ { url: {{JsonSerializer.Serialize($"https://{{a}}.example.com/{{{HostilePath}}}")}}, description: {{hostile}}, variables: { a: { default: eu, description: {{hostile}}, enum: [ eu, {{hostile}} ] }, {{JsonSerializer.Serialize(HostilePath)}}: { default: v1, description: {{hostile}} } } } ]
            security: [ { key: [] } ]
            paths:
              /a:
                post:
                  operationId: saveA
                  requestBody: { required: true, content: { multipart/form-data: { schema: { type: object, properties: { {{hostile}}: { type: string } } }, encoding: { {{hostile}}: { contentType: text/x-evil } } } } }
                  responses: { '200': { description: ok }, '400': { description: {{hostile}}, content: { application/json: { schema: { type: object, description: {{hostile}}, properties: { {{hostile}}: { type: string }, message: { type: string, description: {{hostile}} } } } } } } }
            components: { securitySchemes: { key: { type: apiKey, in: header, name: X-Key, description: {{hostile}} } } }
            """);

        var result = await Command.GeneratorAsync(Path.GetTempPath(), "--spec", spec, "--namespace", "Acme.Hostile", "--output", GeneratedPackage.FolderOf("Acme.Hostile"));

        Assert.That(result.ExitCode, Is.Zero, result.Text);
        Assert.That(GeneratedPackage.Of("Acme.Hostile").Assembly.GetTypes().Select(type => type.Name), Has.None.StartsWith("Evil"));
    }

    private static string PackageOf(string? field) => $"Vonage.Hostile{Array.IndexOf(Fields, field)}".Replace("-", "X", StringComparison.Ordinal);

    private IEnumerable<SyntaxTree> TreesOf(string? field) =>
        _compilation.SyntaxTrees.Where(tree => Path.GetFileName(Path.GetDirectoryName(tree.FilePath)) == PackageOf(field));

    private List<string> MembersOf(string? field) =>
        [.. NamespaceOf(field).GetTypeMembers().SelectMany(type => type.GetMembers().Select(member => $"{type.TypeKind} {type.Name}.{member.Name}")).Select(name => Neutral(name, field))];

    // Every token but what a literal says.
    private List<string> TokensOf(string? field) =>
        [.. TreesOf(field).SelectMany(tree => tree.GetRoot().DescendantTokens()).Select(token => token.IsKind(SyntaxKind.StringLiteralToken) ? "text" : Neutral(token.Text, field))];

    private INamespaceSymbol NamespaceOf(string? field) =>
        PackageOf(field).Split('.').Aggregate(_compilation.Assembly.GlobalNamespace, (outer, name) => outer.GetNamespaceMembers().Single(inner => inner.Name == name));

    private static string Neutral(string name, string? field) => name.Replace(PackageOf(field).Split('.')[1], "Hostile", StringComparison.Ordinal);

    private string Write(string? hostile)
    {
        var path = Path.Combine(_folder, PackageOf(hostile) + ".yaml");
        File.WriteAllText(path, Field().Replace(Document, match => JsonSerializer.Serialize(ValueOf(match.Groups[1].Value, hostile))[1..^1]));
        return path;
    }

    // The same words, so that the names made of them are the same.
    private static string ValueOf(string field, string? hostile)
    {
        var value = field is "path" or "path.matrix" or "server.url" or "server.region.url" ? HostilePath : Hostile;
        return $"{field} {(field == hostile ? value : string.Join(' ', Words().Matches(value)))}";
    }

    [GeneratedRegex(@"<([\w.-]+)>")]
    private static partial Regex Field();

    [GeneratedRegex(@"[A-Za-z0-9]+")]
    private static partial Regex Words();
}
