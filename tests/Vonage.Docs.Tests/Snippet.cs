using System.Reflection;
using System.Text.RegularExpressions;
using Flowroute.Testing;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Vonage.Messages;
using Vonage.Testing;

namespace Vonage.Docs.Tests;

/// <summary>
/// A C# block of a document, with every using that a new project lacks. A block that uses a variable of the text around it, such as the client, is compiled as
/// the body of a method that has these variables as parameters; any other is a program, or a class with tests.
/// </summary>
public sealed partial class Snippet(string document, int line, string code, string section = "", string url = "http://127.0.0.1:0")
{
    private const string Method = """
        {USINGS}

        public static class Program
        {
            public static async Task Main({PARAMETERS})
            {
                await Task.Yield();
        #line 1 "snippet"
        {STATEMENTS}
            }
        }

        {TYPES}
        """;

    // What the SDK adds to a project with ImplicitUsings, and what it adds to a web application.
    private const string ImplicitUsings = "global using System; global using System.Collections.Generic; global using System.IO; global using System.Linq; global using System.Net.Http; global using System.Threading; global using System.Threading.Tasks;";
    private const string WebUsings = "global using System.Net.Http.Json; global using Microsoft.AspNetCore.Builder; global using Microsoft.AspNetCore.Hosting; global using Microsoft.AspNetCore.Http; global using Microsoft.AspNetCore.Routing; global using Microsoft.Extensions.Configuration; global using Microsoft.Extensions.DependencyInjection; global using Microsoft.Extensions.Hosting; global using Microsoft.Extensions.Logging;";

    // The variables of the text around a block, in the order in which a method gets them.
    private static readonly (string Name, string Type)[] Given =
    [
        ("vonage", "Vonage.IVonageClient"),
        ("flowroute", "Flowroute.IFlowrouteClient"),
        ("credentials", "Vonage.VonageCredentials"),
        ("applicationId", "string"),
        ("privateKeyPem", "string"),
        ("apiSecret", "string"),
        ("message", "Vonage.Messages.OutboundMessage"),
        ("builder", "Microsoft.AspNetCore.Builder.WebApplicationBuilder"),
        ("app", "Microsoft.AspNetCore.Builder.WebApplication"),
        ("signatureSecret", "string"),
        ("cancellationToken", "System.Threading.CancellationToken"),
    ];

    private readonly CompilationUnitSyntax _root = SyntaxFactory.ParseCompilationUnit(code);

    public static IEnumerable<Snippet> InDocuments()
    {
        var root = RepositoryFolder.Find();
        foreach (var document in Directory.EnumerateFiles(root, "*.md").Concat(Directory.EnumerateFiles(Path.Combine(root, "docs"), "*.md")).Order(StringComparer.Ordinal))
        {
            var text = File.ReadAllText(document);
            foreach (Match block in CSharpBlock().Matches(text))
                yield return new Snippet(Path.GetRelativePath(root, document), text[..block.Index].Count(c => c == '\n') + 2, block.Groups[1].Value, SectionAt(text, block.Index));
        }
    }

    private static string SectionAt(string text, int index) => Heading().Matches(text[..index]).LastOrDefault()?.Groups[1].Value ?? string.Empty;

    /// <summary>The programs in the READMEs of the packages.</summary>
    public static IEnumerable<Snippet> OfPackages()
    {
        string[] folders = ["src", "generated", "tools"];
        return folders.SelectMany(In);
    }

    /// <summary>The first call of each API, which is also on its page and in the documentation of its client.</summary>
    public static IEnumerable<Snippet> OfApis()
    {
        string[] others = ["Flowroute", "Vonage", "Vonage.Raw"];
        return In("generated").Concat(In("src").Where(snippet => others.Contains(Path.GetFileName(Path.GetDirectoryName(snippet.Document)))));
    }

    /// <summary>The other programs in the READMEs of packages.</summary>
    public static IEnumerable<Snippet> OfOtherPackages() => OfPackages().ExceptBy(OfApis().Select(snippet => snippet.Document), snippet => snippet.Document);

    private static IEnumerable<Snippet> In(string folder)
    {
        var root = RepositoryFolder.Find();
        foreach (var example in Directory.EnumerateFiles(Path.Combine(root, folder), "Example.md", SearchOption.AllDirectories).Order(StringComparer.Ordinal))
            foreach (Match block in CSharpBlock().Matches(File.ReadAllText(example)))
                yield return new Snippet(Path.GetRelativePath(root, example), 1, block.Groups[1].Value);
    }

    /// <summary>Where it is.</summary>
    public string Document => document;

    /// <summary>The heading above it.</summary>
    public string Section => section;

    /// <summary>The code.</summary>
    public string Code => code;

    /// <summary>The variables of the text around it that it uses.</summary>
    public IEnumerable<string> Assumed => Given.Select(given => given.Name).Except(Declared).Intersect(_root.DescendantNodes().OfType<IdentifierNameSyntax>().Where(IsVariable).Select(name => name.Identifier.ValueText));

    private IEnumerable<string> Declared => _root.DescendantNodes().Select(node => node switch
    {
        VariableDeclaratorSyntax variable => variable.Identifier.ValueText,
        SingleVariableDesignationSyntax variable => variable.Identifier.ValueText,
        ForEachStatementSyntax loop => loop.Identifier.ValueText,
        ParameterSyntax parameter => parameter.Identifier.ValueText,
        _ => string.Empty,
    });

    private static bool IsVariable(IdentifierNameSyntax name) => name.Parent is not NameColonSyntax && (name.Parent as MemberAccessExpressionSyntax)?.Name != name;

    private bool IsProgram => !Assumed.Any();

    private bool IsWeb => Assumed.Intersect(["app", "builder"]).Any() || code.Contains("WebApplication.", StringComparison.Ordinal);

    private bool HasStatements => _root.Members.OfType<GlobalStatementSyntax>().Any();

    public Assembly Compile()
    {
        using var assembly = new MemoryStream();
        var result = CreateCompilation().Emit(assembly);
        // A hidden diagnostic is no business of a reader's; a warning is: copied code must compile without one.
        var problems = result.Diagnostics.Where(d => d.Severity >= DiagnosticSeverity.Warning && d.Id is not "CS1701" and not "CS1702" and not "CS0219").ToList();
        Assert.That(problems, Is.Empty, code);
        return Assembly.Load(assembly.ToArray());
    }

    private CSharpCompilation CreateCompilation()
    {
        var options = new CSharpParseOptions(LanguageVersion.Latest);
        var trusted = ((string)AppContext.GetData("TRUSTED_PLATFORM_ASSEMBLIES")!).Split(Path.PathSeparator);
        return CSharpCompilation.Create(
            "Snippet" + Guid.NewGuid().ToString("N"),
            [CSharpSyntaxTree.ParseText(IsProgram ? AtSimulator(code) : InMethod(), options), CSharpSyntaxTree.ParseText(ImplicitUsings + (IsWeb ? WebUsings : string.Empty), options)],
            trusted.Where(File.Exists).Select(path => MetadataReference.CreateFromFile(path)),
            new CSharpCompilationOptions(IsProgram && HasStatements ? OutputKind.ConsoleApplication : OutputKind.DynamicallyLinkedLibrary, nullableContextOptions: NullableContextOptions.Enable));
    }

    private string InMethod()
    {
        var types = _root.Members.OfType<BaseTypeDeclarationSyntax>().ToList();
        var usings = _root.Usings.Count == 0 ? 0 : _root.Usings.Span.End;
        var end = types.Count == 0 ? code.Length : types[0].FullSpan.Start;
        return Method.Replace("{USINGS}", code[..usings])
            .Replace("{PARAMETERS}", string.Join(", ", Given.Select(given => $"{given.Type} {(Declared.Contains(given.Name) ? "given_" : string.Empty)}{given.Name}")))
            .Replace("{STATEMENTS}", code[usings..end])
            .Replace("{TYPES}", code[end..]);
    }

    private static string AtSimulator(string program) => program
        .Replace("builder.Services.AddControllers()", "builder.Services.AddControllers().AddApplicationPart(System.Reflection.Assembly.GetExecutingAssembly())", StringComparison.Ordinal)
        .Replace("app.Run();", "Vonage.Docs.Tests.WebProgram.Run(app);", StringComparison.Ordinal)
        .Replace("Client(VonageCredentials.FromEnvironment())", "Client(VonageCredentials.FromEnvironment(), Vonage.Docs.Tests.SimulatedClient.Options)", StringComparison.Ordinal)
        .Replace("Client(FlowrouteCredentials.FromEnvironment())", "Client(FlowrouteCredentials.FromEnvironment(), Vonage.Docs.Tests.SimulatedClient.FlowrouteOptions)", StringComparison.Ordinal);

    /// <summary>The snippet as that of an application at an address, in place of the one in documents.</summary>
    public Snippet At(Uri address) => new(document, line, code.Replace("https://example.com", address.GetLeftPart(UriPartial.Authority), StringComparison.Ordinal), section, address.AbsoluteUri);

    public async Task RunAsync(VonageSimulator simulator, FlowrouteSimulator flowroute, Func<Task>? whileRunning = null)
    {
        var assembly = Compile();
        (string Name, string Value)[] variables =
        [
            ("VONAGE_API_KEY", simulator.ApiKey), ("VONAGE_API_SECRET", simulator.ApiSecret), ("VONAGE_APPLICATION_ID", simulator.ApplicationId), ("VONAGE_PRIVATE_KEY", simulator.PrivateKeyPem),
            ("VONAGE_BASE_URL", simulator.Address.AbsoluteUri), ("FR_ACCESS_KEY", flowroute.AccessKey), ("FR_SECRET_KEY", flowroute.SecretKey),
            ("Vonage__ApiKey", simulator.ApiKey), ("Vonage__ApiSecret", simulator.ApiSecret), ("Vonage__SignatureSecret", simulator.SignatureSecret),
        ];
        foreach (var (name, value) in variables)
            Environment.SetEnvironmentVariable(name, value);
        try
        {
            await (IsProgram ? RunProgramAsync(assembly, simulator, flowroute) : RunMethodAsync(assembly, simulator, flowroute, whileRunning));
        }
        finally
        {
            foreach (var (name, _) in variables)
                Environment.SetEnvironmentVariable(name, null);
        }
    }

    private async Task RunProgramAsync(Assembly assembly, VonageSimulator simulator, FlowrouteSimulator flowroute)
    {
        (SimulatedClient.Simulator, SimulatedClient.Flowroute) = (simulator, flowroute);
        if (HasStatements)
            assembly.EntryPoint!.Invoke(null, [Array.Empty<string>()]);
        else
            await TestClass.RunAsync(assembly);
    }

    private async Task RunMethodAsync(Assembly assembly, VonageSimulator simulator, FlowrouteSimulator flowroute, Func<Task>? whileRunning)
    {
        var message = new SmsTextMessage { From = "ACME", To = "447700900000", Text = "Hello" };
        await using var app = CreateApp(simulator.SignatureSecret);
        object[] given =
        [
            simulator.CreateClient(), flowroute.CreateClient(), simulator.Credentials, simulator.ApplicationId, simulator.PrivateKeyPem, "Abcdefgh1",
            message, CreateBuilder(), app, simulator.SignatureSecret, CancellationToken.None,
        ];
        await (Task)assembly.GetType("Program")!.GetMethod("Main")!.Invoke(null, given)!;
        // What a snippet has mapped must also start.
        await app.StartAsync();
        if (whileRunning is not null)
            await whileRunning();
        await app.StopAsync();
    }

    private WebApplication CreateApp(string signatureSecret)
    {
        var builder = CreateBuilder();
        builder.Services.AddVonage(options => (options.ApiKey, options.ApiSecret, options.SignatureSecret) = ("abcd1234", "secret", signatureSecret));
        return builder.Build();
    }

    private WebApplicationBuilder CreateBuilder()
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.WebHost.UseUrls(url);
        builder.Logging.ClearProviders();
        return builder;
    }

    public override string ToString() => $"{document} line {line}";

    [GeneratedRegex("^```csharp\n(.*?)^```", RegexOptions.Multiline | RegexOptions.Singleline)]
    private static partial Regex CSharpBlock();

    [GeneratedRegex("^## (.*)$", RegexOptions.Multiline)]
    private static partial Regex Heading();
}
