using Deque.AxeCore.Playwright;
using Microsoft.Playwright;
using Vonage.Page.Tests.Support;

namespace Vonage.Page.Tests;

/// <summary>Every view, wide and narrow, light and dark: no serious fault, nothing that is cut off, and a picture in <c>artifacts/</c>.</summary>
internal sealed class AccessibilityTests : PageTest
{
    private static readonly string Folder = Path.Combine(RepositoryFolder.Find(), "artifacts", "page");

    [Test]
    public async Task No_view_has_a_serious_fault([Values(1280, 400)] int width, [Values(ColorScheme.Light, ColorScheme.Dark)] ColorScheme scheme)
    {
        var uuid = await Scene.PlayAsync(Simulator, Client, Application);
        await NewPageAsync(width, scheme);
        var views = new Dictionary<string, string>
        {
            ["inbox"] = $"/?view=inbox&channel=whatsapp&ours=447700900001&theirs={Scene.Person}",
            ["conversations"] = "/",
            ["code"] = "/?view=inbox&channel=sms&ours=ACME&theirs=447700900117",
            ["card"] = "/?view=inbox&channel=rcs&ours=ACME&theirs=447700900155",
            ["phone"] = $"/?view=phone&id={uuid}",
            ["requests"] = $"/?view=requests&id={Simulator.Requests[^1].Id}",
            ["webhooks"] = "/?view=webhooks&id=3",
            ["outcomes"] = "/?view=outcomes",
        };
        foreach (var (name, address) in views)
        {
            await OpenAsync(address);
            await Page.ScreenshotAsync(new PageScreenshotOptions { Path = Path.Combine(Folder, $"{name}-{width}-{scheme.ToString().ToLowerInvariant()}.png") });
            var faults = (await Page.RunAxe()).Violations.Where(violation => violation.Impact is "serious" or "critical")
                .SelectMany(violation => violation.Nodes.Select(node => $"{name}: {violation.Id} {node.Html}"));

            Assert.That(faults, Is.Empty);
            Assert.That(await Page.EvaluateAsync<int>("() => document.documentElement.scrollWidth"), Is.LessThanOrEqualTo(width), name);
        }
    }
}
