using System.Reflection;
using System.Text.RegularExpressions;
using Flowroute.Testing;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Vonage.Messages;
using Vonage.Testing;

namespace Vonage.Docs.Tests;

/// <summary>
/// A C# block of a document. A block with using directives is a complete program; any other is compiled as the body of a method whose
/// parameters are what the text around it assumes.
/// </summary>
public sealed partial class Snippet(string document, int line, string code)
{
    private const string Method = """
        using System; using System.Collections.Generic; using System.IO; using System.Linq; using System.Net; using System.Net.Http; using System.Threading; using System.Threading.Tasks;
        using Microsoft.AspNetCore.Builder; using Microsoft.AspNetCore.Http; using Microsoft.Extensions.Configuration; using Microsoft.Extensions.DependencyInjection; using Microsoft.Extensions.Hosting;
        using Newtonsoft.Json.Linq;
        using Vonage; using Vonage.Core; using Vonage.Testing;
        {USINGS}

        public static class Program
        {
            public static async Task Main(IVonageClient {VONAGE}, Flowroute.IFlowrouteClient {FLOWROUTE}, VonageCredentials credentials, string applicationId, string privateKeyPem, string apiSecret, Vonage.Messages.OutboundMessage message, WebApplicationBuilder builder, WebApplication app, string signatureSecret, CancellationToken cancellationToken)
            {
                await Task.Yield();
        #line 1 "snippet"
        {CODE}
            }
        }
        """;

    // What the SDK adds to a project with ImplicitUsings.
    private const string ImplicitUsings = "global using System; global using System.Collections.Generic; global using System.IO; global using System.Linq; global using System.Net.Http; global using System.Threading; global using System.Threading.Tasks;";

    // Two providers have classes of one name: nobody opens the namespaces of both.
    private const string VonageUsings = """
        using Vonage.Account; using Vonage.Applications; using Vonage.Conversations; using Vonage.AspNetCore; using Vonage.Meetings; using Vonage.Messages; using Vonage.NumberInsight; using Vonage.Numbers; using Vonage.Pricing;
        using Vonage.ProactiveConnect; using Vonage.Raw; using Vonage.Reports; using Vonage.ShortCodes; using Vonage.Sms; using Vonage.Subaccounts; using Vonage.Users; using Vonage.Verify; using Vonage.VerifyV2; using Vonage.Video; using Vonage.Voice;
        """;

    private const string FlowrouteUsings = "using Flowroute; using Flowroute.Cdr; using Flowroute.Messages; using Flowroute.Numbers; using Flowroute.Routes; using Flowroute.Testing;";

    public static IEnumerable<Snippet> InDocuments()
    {
        var root = RepositoryFolder.Find();
        foreach (var document in Directory.EnumerateFiles(root, "*.md").Concat(Directory.EnumerateFiles(Path.Combine(root, "docs"), "*.md")).Order(StringComparer.Ordinal))
        {
            var text = File.ReadAllText(document);
            foreach (Match block in CSharpBlock().Matches(text))
                yield return new Snippet(Path.GetRelativePath(root, document), text[..block.Index].Count(c => c == '\n') + 2, block.Groups[1].Value);
        }
    }

    // Instead of the client from the environment, a program gets the simulator's.
    private bool IsProgram => code.Contains("using Vonage;", StringComparison.Ordinal);

    public Assembly Compile()
    {
        var source = IsProgram ? code.Replace("VonageClient.FromEnvironment(", "Vonage.Docs.Tests.SimulatedClient.Create(", StringComparison.Ordinal) : Method.Replace("{CODE}", code)
            .Replace("{USINGS}", code.Contains("flowroute", StringComparison.Ordinal) ? FlowrouteUsings : VonageUsings)
            .Replace("{VONAGE}", code.Contains("var vonage =", StringComparison.Ordinal) ? "given" : "vonage")
            .Replace("{FLOWROUTE}", code.Contains("var flowroute =", StringComparison.Ordinal) ? "alsoGiven" : "flowroute");
        var options = new CSharpParseOptions(LanguageVersion.Latest);
        var trusted = ((string)AppContext.GetData("TRUSTED_PLATFORM_ASSEMBLIES")!).Split(Path.PathSeparator);
        var compilation = CSharpCompilation.Create(
            "Snippet" + Guid.NewGuid().ToString("N"),
            IsProgram ? [CSharpSyntaxTree.ParseText(source, options), CSharpSyntaxTree.ParseText(ImplicitUsings, options)] : [CSharpSyntaxTree.ParseText(source, options)],
            trusted.Where(File.Exists).Select(path => MetadataReference.CreateFromFile(path)),
            new CSharpCompilationOptions(IsProgram ? OutputKind.ConsoleApplication : OutputKind.DynamicallyLinkedLibrary, nullableContextOptions: NullableContextOptions.Enable));
        using var assembly = new MemoryStream();
        var result = compilation.Emit(assembly);
        // A hidden diagnostic is no business of a reader's; a warning is: copied code must compile without one.
        var problems = result.Diagnostics.Where(d => d.Severity >= DiagnosticSeverity.Warning && d.Id is not "CS8019" and not "CS1701" and not "CS1702" and not "CS0219").ToList();
        Assert.That(problems, Is.Empty, code);
        return Assembly.Load(assembly.ToArray());
    }

    public async Task RunAsync(VonageSimulator simulator, FlowrouteSimulator flowroute)
    {
        var assembly = Compile();
        if (IsProgram)
        {
            SimulatedClient.Simulator = simulator;
            assembly.EntryPoint!.Invoke(null, [Array.Empty<string>()]);
            return;
        }
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
        await app.StopAsync();
    }

    private static WebApplication CreateApp(string signatureSecret)
    {
        var builder = CreateBuilder();
        builder.Services.AddVonage(options => (options.ApiKey, options.ApiSecret, options.SignatureSecret) = ("abcd1234", "secret", signatureSecret));
        return builder.Build();
    }

    private static WebApplicationBuilder CreateBuilder()
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.WebHost.UseUrls("http://127.0.0.1:0");
        builder.Logging.ClearProviders();
        return builder;
    }

    public override string ToString() => $"{document} line {line}";

    [GeneratedRegex("^```csharp\n(.*?)^```", RegexOptions.Multiline | RegexOptions.Singleline)]
    private static partial Regex CSharpBlock();
}
