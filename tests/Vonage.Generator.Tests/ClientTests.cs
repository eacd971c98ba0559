using System.Net;
using System.Reflection;
using Vonage.Core.Pipeline;
using Vonage.Generator.Tests.Support;

namespace Vonage.Generator.Tests;

/// <summary>What every generated client is like, whatever its spec.</summary>
internal sealed class ClientTests() : GeneratedTest("Vonage.Replies")
{
    private static readonly string[] Packages =
    [
        "Vonage.Bodies", "Vonage.Enums", "Vonage.Names", "Vonage.Lists", "Vonage.Replies", "Vonage.Scalars", "Vonage.Security", "Vonage.Unions", "Vonage.Validation",
    ];

    private static readonly string[] OnlyInCore =
    [
        "JsonSerializer", "JsonConvert.", "HttpRequestMessage", "HttpResponseMessage", "ReadAsStringAsync", "GeneratedCode(", "class FileParameter", "class FileResponse",
        "class DateFormatConverter", "class ApiException",
    ];

    // As the compiler sees it in a package: with documentation, nullability and no warning.
    [TestCaseSource(nameof(Packages))]
    public void Generated_code_compiles_without_a_warning(string package) =>
        Assert.That(GeneratedPackage.Of(package).Assembly.GetExportedTypes().Select(t => t.Namespace), Is.All.EqualTo(package));

    [TestCaseSource(nameof(Packages))]
    public void Settings_and_helpers_are_in_Core_once_and_not_in_generated_code(string package)
    {
        var code = string.Concat(GeneratedPackage.Of(package).Files.Values);

        Assert.That(OnlyInCore.Where(word => code.Contains(word, StringComparison.Ordinal)), Is.Empty);
    }

    [TestCaseSource(nameof(Packages))]
    public void Every_class_has_the_name_that_the_spec_gives_it(string package)
    {
        var spec = File.ReadAllText(RepositoryFiles.Spec(package["Vonage.".Length..].ToLowerInvariant()));
        var models = GeneratedPackage.Of(package).Assembly.GetExportedTypes().Where(t => !t.IsNested && !t.Name.EndsWith("Client", StringComparison.Ordinal) && !t.Name.StartsWith("Unknown", StringComparison.Ordinal));

        Assert.That(models.Select(t => t.Name), Is.All.Matches<string>(name => spec.Contains($"\n    {name}:", StringComparison.Ordinal) || name?.EndsWith("Options", StringComparison.Ordinal) == true));
    }

    [TestCase("UseNone", OperationEffect.None)]
    [TestCase("UseMoney", OperationEffect.Once)]
    [TestCase("UseBody", OperationEffect.Once)]
    public void An_operation_knows_its_effect(string operation, OperationEffect effect)
    {
        var client = GeneratedPackage.Of("Vonage.Security").Assembly.GetType("Vonage.Security.SecurityClient")!;
        var field = client.GetField(operation + "Operation", BindingFlags.NonPublic | BindingFlags.Static)!;

        var described = (ApiOperation)field.GetValue(null)!;
        Assert.That((described.Effect, described.RefusesUnprocessed), Is.EqualTo((effect, operation == "UseMoney")));
    }

    [Test]
    public async Task A_client_stands_alone_in_three_lines()
    {
        Wire.Reply("""{"name":"a"}""");

        var name = await RunAsync($$"""
            var client = new RepliesClient(VonageCredentials.FromApiKey("key", "secret"));
            var thing = await client.GetTwiceAsync(new RequestOptions { BaseAddress = new("{{WireServer.AddressOf(Wire, "here")}}") });
            return thing.Name;
            """);

        Assert.That(name, Is.EqualTo("a"));
    }

    [Test]
    public async Task A_client_sends_through_the_callers_own_HttpClient()
    {
        Wire.Reply("""{"name":"a"}""");

        await RunAsync($$"""
            using var http = new System.Net.Http.HttpClient();
            http.DefaultRequestHeaders.Add("X-Mine", "1");
            await new RepliesClient(http, VonageCredentials.FromApiKey("key", "secret")).GetTwiceAsync(new RequestOptions { BaseAddress = new("{{WireServer.AddressOf(Wire, "here")}}") });
            """);

        Assert.That(Sent.Headers["X-Mine"].ToString(), Is.EqualTo("1"));
    }

    [Test]
    public async Task A_client_without_a_send_path_is_refused()
    {
        await Assert.ThrowsAsync<ArgumentNullException>(() => RunAsync("_ = new RepliesClient((ApiClient)null!);"));
    }

    [Test]
    public async Task Moq_can_stand_in_for_the_interface()
    {
        var name = await RunAsync("""
            var mock = new Mock<IRepliesClient>();
            mock.Setup(c => c.GetTwiceAsync(It.IsAny<RequestOptions>(), It.IsAny<CancellationToken>())).ReturnsAsync(new Thing { Name = "mocked" });
            var thing = await mock.Object.GetTwiceAsync();
            mock.Verify(c => c.GetTwiceAsync(null, default), Times.Once);
            return thing.Name;
            """);

        Assert.That(name, Is.EqualTo("mocked"));
        Assert.That(Wire.Requests, Is.Empty);
    }

    [Test]
    public async Task Moq_can_stand_in_for_the_class_without_arguments()
    {
        var name = await RunAsync("""
            var mock = new Mock<RepliesClient>();
            mock.Setup(c => c.GetTwiceAsync(It.IsAny<RequestOptions>(), It.IsAny<CancellationToken>())).ReturnsAsync(new Thing { Name = "mocked" });
            return (await mock.Object.GetTwiceAsync()).Name;
            """);

        Assert.That(name, Is.EqualTo("mocked"));
    }

    [Test]
    public async Task Moq_can_replace_one_method_of_the_class()
    {
        Wire.Reply("""[{"name":"real"}]""");

        var names = await RunAsync("""
            var mock = new Mock<RepliesClient>(api) { CallBase = true };
            mock.Setup(c => c.GetTwiceAsync(null, default)).ReturnsAsync(new Thing { Name = "mocked" });
            return (await mock.Object.GetTwiceAsync()).Name + " " + (await mock.Object.GetAllAsync())[0].Name;
            """);

        Assert.That(names, Is.EqualTo("mocked real"));
    }

    [Test]
    public async Task Every_call_takes_options_and_a_token_of_its_own()
    {
        await RunAsync("""
            await new RepliesClient(api).GetTwiceAsync(new RequestOptions { Headers = { ["X-Trace"] = "42" } });
            """);
        await Assert.ThrowsAsync<OperationCanceledException>(() => RunAsync("await new RepliesClient(api).GetTwiceAsync(cancellationToken: new CancellationToken(true));"));

        Assert.That(Sent.Headers["X-Trace"].ToString(), Is.EqualTo("42"));
    }

    [Test]
    public async Task An_error_is_the_one_exception_type()
    {
        Wire.Reply("{}", (int)HttpStatusCode.NotFound);

        var caught = await RunAsync("""
            try { await new RepliesClient(api).GetAllAsync(); return null; }
            catch (ApiException error) { return $"{error.StatusCode} {error.Operation} {error.Method} {error.Path}"; }
            """);

        Assert.That(caught, Is.EqualTo("NotFound Replies.getAll GET /all"));
    }
}
