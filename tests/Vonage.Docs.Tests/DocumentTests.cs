using System.Text.RegularExpressions;
using Flowroute.Testing;
using Microsoft.AspNetCore.WebUtilities;
using Vonage.Sms;
using Vonage.Testing;

namespace Vonage.Docs.Tests;

/// <summary>What the documents show compiles without a warning, and runs against the simulator.</summary>
public partial class DocumentTests
{
    [TestCaseSource(typeof(Snippet), nameof(Snippet.OfOtherPackages))]
    public Task The_example_of_a_package_runs(Snippet snippet) => RunAsync(snippet);

    [TestCaseSource(typeof(Snippet), nameof(Snippet.OfApis))]
    public async Task The_first_call_of_an_API_runs(Snippet snippet)
    {
        await using var simulator = await VonageSimulator.StartAsync();
        await using var flowroute = await FlowrouteSimulator.StartAsync();
        var (input, output) = (Console.In, Console.Out);
        using var shown = new StringWriter();
        using var person = new Person(snippet, simulator, shown);
        Console.SetIn(person);
        Console.SetOut(shown);
        try
        {
            await snippet.RunAsync(simulator, flowroute);
        }
        finally
        {
            Console.SetIn(input);
            Console.SetOut(output);
        }

        Assert.That(simulator.Requests.Count + flowroute.Requests.Count, Is.GreaterThan(0), snippet.Code);
    }

    [TestCaseSource(nameof(Apis))]
    public void The_page_of_an_API_shows_its_first_call(string api)
    {
        var folder = Path.Combine(RepositoryFolder.Find(), "generated", api);
        Assert.That(File.ReadAllText(Path.Combine(folder, "README.md")), Does.Contain(CodeIn(Path.Combine(folder, "Example.md"))));

        static string CodeIn(string example) => Snippet.OfApis().Single(snippet => Path.GetFullPath(snippet.Document, RepositoryFolder.Find()) == example).Code;
    }

    [Test]
    public void Every_package_has_an_example()
    {
        var root = RepositoryFolder.Find();
        string[] folders = ["src", "tools"];
        var projects = folders.SelectMany(folder => Directory.EnumerateDirectories(Path.Combine(root, folder))).Select(folder => (Folder: folder, Name: Path.GetFileName(folder)));
        Assert.That(projects.Where(project => !File.Exists(Path.Combine(project.Folder, "Example.md")) && !File.Exists(Path.Combine(root, "generated", project.Name, "Example.md"))), Is.Empty);
    }

    // It runs in the project of a stranger, whose web application it is about.
    [Test]
    public void The_test_of_a_web_application_is_one_that_runs()
    {
        var (docs, strangers) = (Path.Combine(RepositoryFolder.Find(), "docs"), Path.Combine(RepositoryFolder.Find(), "tests", "Vonage.Packages.Tests", "Strangers"));
        Assert.That(File.ReadAllText(Path.Combine(docs, "testing.md")), Does.Contain($"```cs\n{File.ReadAllText(Path.Combine(strangers, "WebTests", "GreetingTests.cs"))}```"));
    }

    // Enters what a program asks for.
    private sealed partial class Person(Snippet program, VonageSimulator simulator, StringWriter shown) : TextReader
    {
        public override string ReadLine() => Path.GetFileName(Path.GetDirectoryName(program.Document)) switch
        {
            "Vonage.NumberVerification" => CodeOfLogin(),
            "Vonage.Redact" => simulator.CreateClient().Sms.SendAsync("ACME", "447700900000", "Hello").GetAwaiter().GetResult().Messages[0].MessageId!,
            _ => VonageSimulator.VerificationCode,
        };

        // What the provider appends to the address of the application, after a login.
        private string CodeOfLogin()
        {
            var login = new Uri(LoginUrl().Match(shown.ToString()).Value);
            using var browser = new HttpClient(new HttpClientHandler { AllowAutoRedirect = false });
            using var reply = browser.GetAsync(login).GetAwaiter().GetResult();
            return QueryHelpers.ParseQuery(reply.Headers.Location!.Query)["code"]!;
        }

        [GeneratedRegex(@"https?://\S+")]
        private static partial Regex LoginUrl();
    }

    private static IEnumerable<string> Apis() => Snippet.OfApis().Where(snippet => snippet.Document.StartsWith("generated", StringComparison.Ordinal)).Select(snippet => Path.GetFileName(Path.GetDirectoryName(snippet.Document)!));

    [TestCaseSource(typeof(Snippet), nameof(Snippet.InDocuments))]
    public Task Compiles_and_runs(Snippet snippet) => RunAsync(snippet);

    private static async Task RunAsync(Snippet snippet)
    {
        await using var simulator = await VonageSimulator.StartAsync();
        await using var flowroute = await FlowrouteSimulator.StartAsync();
        await snippet.RunAsync(simulator, flowroute);
    }

    [TestCaseSource(nameof(Assumptions))]
    public void A_page_says_what_its_snippets_assume(string document, string name) => Assert.That(File.ReadAllText(Path.Combine(RepositoryFolder.Find(), document)), Does.Contain($"`{name}`"));

    private static IEnumerable<TestCaseData> Assumptions() => Snippet.InDocuments()
        .SelectMany(snippet => snippet.Assumed.Select(name => (snippet.Document, name))).Distinct().Select(assumption => new TestCaseData(assumption.Document, assumption.name));
}
