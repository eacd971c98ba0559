using Microsoft.Playwright;

namespace Vonage.Page.Tests.Support;

/// <summary>A test with a simulator, an application that takes its webhooks, and its page in a browser. Nothing may go to another host, or be refused by the page's policy.</summary>
[FixtureLifeCycle(LifeCycle.InstancePerTestCase)]
internal abstract class PageTest
{
    private readonly List<string> _complaints = [];
    private IBrowserContext _context = null!;

    protected VonageSimulator Simulator { get; private set; } = null!;

    protected VonageClient Client { get; private set; } = null!;

    protected WebhookReceiver Application { get; private set; } = null!;

    protected IPage Page { get; private set; } = null!;

    [SetUp]
    public async Task StartAsync()
    {
        Simulator = await VonageSimulator.StartAsync(new VonageSimulatorOptions { ServesPage = true, Balance = 1_000_000m });
        Client = Simulator.CreateClient();
        Application = await WebhookReceiver.StartAsync(Simulator);
        await NewPageAsync(1280, ColorScheme.Light);
    }

    [TearDown]
    public async Task StopAsync()
    {
        await _context.DisposeAsync();
        await Application.DisposeAsync();
        await Simulator.DisposeAsync();
        Assert.That(_complaints, Is.Empty);
    }

    protected async Task NewPageAsync(int width, ColorScheme scheme)
    {
        if (_context is not null)
            await _context.DisposeAsync();
        _context = await Browser.Instance.NewContextAsync(new BrowserNewContextOptions
        {
            ViewportSize = new ViewportSize { Width = width, Height = 860 },
            ColorScheme = scheme,
            ReducedMotion = ReducedMotion.Reduce,
            BaseURL = Simulator.Address.AbsoluteUri,
            Permissions = ["clipboard-read", "clipboard-write"],
        });
        _context.SetDefaultTimeout((float)Patience.Limit.TotalMilliseconds);
        Page = await _context.NewPageAsync();
        Page.Console += (_, message) =>
        {
            // A refusal of the API is shown, and the browser logs it, too.
            if (message.Type is "error" or "warning" && !message.Text.Contains("status of 40", StringComparison.Ordinal))
                _complaints.Add(message.Text);
        };
        Page.PageError += (_, error) => _complaints.Add(error);
        Page.Dialog += (_, dialog) => _complaints.Add(dialog.Message);
        Page.Request += (_, request) =>
        {
            if (!request.Url.StartsWith(Simulator.Address.AbsoluteUri, StringComparison.Ordinal))
                _complaints.Add(request.Url);
        };
    }

    /// <summary>Opens the page and waits until it is live.</summary>
    protected async Task OpenAsync(string address = "/")
    {
        await Page.GotoAsync(address);
        await Assertions.Expect(Page.Locator("#live.on")).ToBeVisibleAsync();
    }

    protected static ILocatorAssertions Expect(ILocator locator) => Assertions.Expect(locator);

    protected Task<Sms.SmsResponse> SendSmsAsync(string text, string to = "447700900000") =>
        Client.Sms.SendAsync(new Sms.SmsRequest { From = "ACME", To = to, Text = text });
}
