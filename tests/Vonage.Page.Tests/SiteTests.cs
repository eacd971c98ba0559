using Deque.AxeCore.Playwright;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.Extensions.FileProviders;
using Microsoft.Extensions.Logging;
using Microsoft.Playwright;

namespace Vonage.Page.Tests;

/// <summary>The documentation site, as a reader's browser shows it.</summary>
[Explicit("Needs the site: node docs/site/build.mjs. .ci/run builds it, and runs these tests.")]
[FixtureLifeCycle(LifeCycle.InstancePerTestCase)]
internal sealed class SiteTests : IAsyncDisposable
{
    private static readonly string Folder = Path.Combine(RepositoryFolder.Find(), "artifacts", "site");

    private readonly List<string> _errors = [];
    private WebApplication _server = null!;
    private IPage _page = null!;

    [SetUp]
    public async Task OpenAsync()
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.UseUrls("http://127.0.0.1:0");
        _server = builder.Build();
        _server.UseFileServer(new FileServerOptions { FileProvider = new PhysicalFileProvider(Folder) });
        await _server.StartAsync();
        _page = await Browser.Instance.NewPageAsync();
        _page.SetDefaultTimeout((float)Patience.Limit.TotalMilliseconds);
        _page.PageError += (_, error) => _errors.Add(error);
        _page.Console += (_, message) =>
        {
            if (message.Type == "error")
                _errors.Add(message.Text);
        };

        // What is not on this machine would be missing for a reader without a network.
        await _page.RouteAsync(url => !url.StartsWith(_server.Urls.Single(), StringComparison.Ordinal) && url.StartsWith("http", StringComparison.Ordinal), route =>
        {
            _errors.Add("asks " + route.Request.Url);
            return route.AbortAsync();
        });
    }

    public async ValueTask DisposeAsync()
    {
        await _page.CloseAsync();
        await _server.DisposeAsync();
    }

    [TestCase("/", "Vonage.Generated")]
    [TestCase("/docs/getting-started.html", "Getting started")]
    [TestCase("/docs/authentication.html", "Authentication and JWT")]
    [TestCase("/docs/reliability.html", "Reliability")]
    [TestCase("/docs/testing.html", "Testing your application")]
    [TestCase("/generated/Vonage.Sms/README.html", "Vonage.Sms")]
    [TestCase("/api/Vonage.Sms.ISmsClient.html", "Interface ISmsClient")]
    [TestCase("/http/index.html", "HTTP reference")]
    public async Task A_page_is_shown_with_its_contents_and_without_a_serious_fault(string path, string title)
    {
        await GoAsync(path);

        await Assertions.Expect(_page.Locator("h1").First).ToContainTextAsync(title);
        await Assertions.Expect(_page.Locator("nav a", new() { HasText = ".NET reference" }).First).ToBeVisibleAsync();

        // What stands around the article is docfx's.
        var faults = (await _page.Locator("article").First.RunAxe()).Violations.Where(violation => violation.Impact is "critical").SelectMany(violation => violation.Nodes.Select(node => $"{violation.Id} {node.Html}"));
        Assert.That(faults, Is.Empty);
        Assert.That(_errors, Is.Empty);
    }

    [Test]
    public async Task An_operation_is_shown_with_its_fields()
    {
        await GoAsync("/http/sms.html");

        await Assertions.Expect(_page.GetByText("/sms/{format}").First).ToBeVisibleAsync();
        await Assertions.Expect(_page.GetByText("client-ref").First).ToBeVisibleAsync();
        Assert.That(_errors, Is.Empty);
    }

    [Test]
    public async Task A_call_flow_is_drawn()
    {
        await GoAsync("/docs/call-flows.html");

        await Assertions.Expect(_page.Locator("article svg[aria-roledescription=sequence]")).ToHaveCountAsync(7);
        await Assertions.Expect(_page.Locator("article svg").First).ToContainTextAsync("POST /answer");
        Assert.That(_errors, Is.Empty);
    }

    [TestCase("/docs/voice-ncco.html", 2)]
    [TestCase("/docs/webhooks.html", 1)]
    [TestCase("/docs/errors.html", 1)]
    [TestCase("/docs/reliability.html", 1)]
    [TestCase("/CONTRIBUTING.html", 1)]
    public async Task A_diagram_is_drawn(string path, int count)
    {
        await GoAsync(path);

        await Assertions.Expect(_page.Locator("article svg[aria-roledescription]:not([aria-roledescription=error])")).ToHaveCountAsync(count);
        Assert.That(_errors, Is.Empty);
    }

    [TestCase("/")]
    [TestCase("/docs/getting-started.html")]
    [TestCase("/docs/webhooks.html")]
    [TestCase("/generated/Vonage.Sms/README.html")]
    public async Task A_page_fits_on_a_phone(string path)
    {
        await _page.SetViewportSizeAsync(390, 844);
        await GoAsync(path);

        Assert.That(await _page.EvaluateAsync<int>("document.documentElement.scrollWidth"), Is.LessThanOrEqualTo(390));
    }

    [Test]
    public async Task The_page_of_an_API_has_its_fields_limits_and_errors()
    {
        await GoAsync("/generated/Vonage.Sms/README.html");

        await Assertions.Expect(_page.Locator("article tr", new() { HasText = "client-ref" }).First).ToContainTextAsync("up to 100 characters");
        await Assertions.Expect(_page.Locator("h2#errors")).ToBeVisibleAsync();
        Assert.That(_errors, Is.Empty);
    }

    [Test]
    public async Task A_word_is_found()
    {
        await GoAsync("/");
        await _page.Locator("#search-query").FillAsync("SmsText");

        await Assertions.Expect(_page.Locator("#search-results .sr-item").First).ToContainTextAsync("SmsText");
        Assert.That(_errors, Is.Empty);
    }

    private async Task GoAsync(string path)
    {
        await _page.GotoAsync(_server.Urls.Single() + path);
        await _page.WaitForLoadStateAsync(LoadState.NetworkIdle);
        await _page.ScreenshotAsync(new PageScreenshotOptions { Path = Path.Combine(Folder, "..", "page", $"site{path.Replace('/', '-')}.png") });
    }
}
