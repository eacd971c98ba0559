using Microsoft.Playwright;

namespace Vonage.Page.Tests;

/// <summary>Chromium of this machine, once for all tests. Without it, the tests are skipped, but not in CI.</summary>
[SetUpFixture]
internal sealed class Browser
{
    private static readonly string[] Names = ["chromium", "chromium-browser", "google-chrome"];
    private static IPlaywright? _playwright;

    internal static IBrowser Instance { get; private set; } = null!;

    [OneTimeSetUp]
    public async Task StartAsync()
    {
        if (Find() is not { } path)
        {
            if (Environment.GetEnvironmentVariable("CI") == "true")
                Assert.Fail("The tests of the page need Chromium: apt-get install chromium.");
            Assert.Ignore("skipped: no Chromium");
            return;
        }
        _playwright = await Playwright.CreateAsync();
        Assertions.SetDefaultExpectTimeout((float)Patience.Limit.TotalMilliseconds);
        Instance = await _playwright.Chromium.LaunchAsync(new BrowserTypeLaunchOptions { ExecutablePath = path, Timeout = 2 * (float)Patience.Limit.TotalMilliseconds });
    }

    [OneTimeTearDown]
    public async Task StopAsync()
    {
        if (_playwright is null)
            return;
        await Instance.CloseAsync();
        _playwright.Dispose();
    }

    private static string? Find() => (Environment.GetEnvironmentVariable("PATH") ?? "").Split(Path.PathSeparator)
        .SelectMany(folder => Names.Select(name => Path.Combine(folder, name))).FirstOrDefault(File.Exists);
}
