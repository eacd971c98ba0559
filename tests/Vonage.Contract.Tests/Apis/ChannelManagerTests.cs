using Newtonsoft.Json.Linq;
using Vonage.ChannelManager;
using Vonage.Testing;
using Vonage.WhatsAppTemplates;

namespace Vonage.Contract.Tests.Apis;

public class ChannelManagerTests : SimulatedApi
{
    private const string Waba = VonageSimulator.WabaId;

    private IChannelManagerClient Channels => Vonage.ChannelManager;

    [Test]
    public async Task An_agent_is_created_changed_launched_and_its_brand_deleted()
    {
        var brand = (string?)(await Channels.CreateBrandAsync(new("ACME")))["id"];
        var agent = (string)(await Channels.CreateAgentAsync(new(new() { DisplayName = "Support", SenderId = "acmesupport", BrandId = brand }, new() { Tagline = "We help" })))["id"]!;

        Assert.That((await FailingAsync(() => Channels.LaunchAgentAsync(agent), 400)).Message, Does.Contain("carriers"));
        await Channels.AddCarriersAsync(agent, new() { Carriers = { "ee-uk", "ee-uk" } });
        Assert.That((await FailingAsync(() => Channels.LaunchAgentAsync(agent), 400)).Message, Does.Contain("details"));
        await Channels.UpdateBrandAsync(brand!, new() { Details = { ["name"] = "ACME Ltd" } });
        await Channels.LaunchAgentAsync(agent);

        await Channels.UpdateAgentAsync(agent, new() { Representative = new() { FirstName = "Jane" } });
        var changed = await Channels.GetAgentAsync(agent);
        Assert.That((changed["carriers"]!.Count(), (string?)changed["representative"]!["first_name"], (string?)changed["visual_design"]!["tagline"]), Is.EqualTo((1, "Jane", "We help")));
        await Channels.ReplaceAgentAsync(agent, new(new() { DisplayName = "New" }, new()));
        Assert.That(JToken.DeepEquals(await Channels.GetAgentAsync(agent), JObject.Parse($$$"""{"id":"{{{agent}}}","basic_info":{"display_name":"New"},"visual_design":{}}""")));
        Assert.That((await Channels.ListAgentsAsync())["agents"]!.Select(one => (string?)one["id"]), Is.EqualTo([agent]));

        await Channels.DeleteBrandAsync(brand!);
        Assert.That((await Channels.ListBrandsAsync())["brands"], Is.Empty);
        await FailingAsync(() => Channels.DeleteBrandAsync(brand!), 404);
        await FailingAsync(() => Channels.GetAgentAsync("unknown"), 404);
    }

    [Test]
    public async Task Test_devices_are_added_once_and_removed()
    {
        var agent = (string)(await Channels.CreateAgentAsync(new(new(), new())))["id"]!;
        await Channels.AddTestDeviceAsync(agent, new("+447700900000"));
        await Channels.AddTestDeviceAsync(agent, new("+447700900000"));

        var device = (await Channels.ListTestDevicesAsync(agent)).Single();
        Assert.That(device.Phone, Is.EqualTo("+447700900000"));
        await Channels.RemoveTestDeviceAsync(agent, device.Id!);

        Assert.That(await Channels.ListTestDevicesAsync(agent), Is.Empty);
        await FailingAsync(() => Channels.RemoveTestDeviceAsync(agent, device.Id!), 404);
    }

    [Test]
    public async Task A_response_is_returned_as_it_is_whatever_it_contains()
    {
        Simulator.Respond("channel-manager.listBrands", new Simulation.SimulatedResponse { Body = """[{"anything":[1]}]""" });
        Simulator.Respond("channel-manager.updateBrand", new Simulation.SimulatedResponse { StatusCode = 204 });

        Assert.That((int?)(await Channels.ListBrandsAsync())[0]!["anything"]![0], Is.EqualTo(1));
        Assert.That(await Channels.UpdateBrandAsync("one", new() { DisplayName = "ACME" }), Is.Null);
    }

    [Test]
    public async Task Messages_of_an_interval_are_counted()
    {
        Simulator.Respond("channel-manager.getMessagingAnalytics", new Simulation.SimulatedResponse
        {
            Body = """{"id":"1","granularity":"HALF_HOUR","phone_numbers":["16505550111"],"country_codes":["US"],"_embedded":{"messaging_analytics":[{"start":"1543543200","end":"1543629600","sent":100,"delivered":90}]},"paging":{"cursors":{}}}""",
        });

        var analytics = await Channels.GetMessagingAnalyticsAsync(Waba, DateTimeOffset.UnixEpoch, DateTimeOffset.UnixEpoch.AddDays(1), AnalyticsGranularity.HalfHour);

        var interval = analytics.Intervals.Single();
        Assert.That((interval.Start, interval.Sent, interval.Delivered), Is.EqualTo(((DateTimeOffset?)DateTimeOffset.FromUnixTimeSeconds(1543543200), (int?)100, (int?)90)));
        Assert.That(analytics.AdditionalProperties["paging"], Is.Not.Null);
    }

    [Test]
    public async Task A_profile_is_that_of_its_number()
    {
        await Channels.UpdateWabaNumberProfileAsync(Waba, "447700900001", new() { About = "Parcels" });
        await Channels.UpdateWabaNumberProfileAsync(Waba, "447700900001", new() { Vertical = "OTHER" });

        var profile = await Channels.GetWabaNumberProfileAsync(Waba, "447700900001");
        Assert.That(((string?)profile["about"], (string?)profile["vertical"]), Is.EqualTo(("Parcels", "OTHER")));
        await FailingAsync(() => Channels.GetWabaNumberProfileAsync(Waba, "1"), 404);
        await FailingAsync(() => Channels.GetWabaAsync("1"), 404);
    }

    [TestCase("webhook")]
    [TestCase("slack")]
    public async Task A_subscription_needs_its_target(string type)
    {
        var error = await Assert.ThrowsAsync<Core.InvalidRequestException>(() => Channels.CreateSubscriptionAsync(new(new SubscriptionType(type))));

        Assert.That(error!.Field, Is.EqualTo(type));
        Assert.That(Simulator.Requests, Is.Empty);
    }

    [Test]
    public async Task A_link_is_for_a_country_of_two_letters_with_a_text_of_limited_length()
    {
        var country = await Assert.ThrowsAsync<Core.InvalidRequestException>(() => Channels.GenerateDeepLinkAsync(new("acme", "GBR")));
        var text = await Assert.ThrowsAsync<Core.InvalidRequestException>(() => Channels.GenerateDeepLinkAsync(new("acme", "GB") { PrefilledMessage = new string('a', 3073) }));

        Assert.That((country!.Field, text!.Field), Is.EqualTo(("country", "prefilled_message")));
    }

    [Test]
    public async Task Subscribers_hear_of_the_review_of_a_template()
    {
        await SubscribeAsync("https://example.com/all", null);
        await SubscribeAsync("https://example.com/status", "account_update, message_template_status_update");
        await SubscribeAsync("https://example.com/other", "account_update");
        Simulator.Webhooks.Handler = new StubHandler((_, _) => Task.FromResult(new HttpResponseMessage()));
        var created = await Vonage.WhatsAppTemplates.CreateAsync(Waba, new("hello", "en", MessageTemplateCategory.Marketing) { Components = { new BodyTemplateComponent("Hello") } });

        await Vonage.WhatsAppTemplates.WaitForReviewAsync(Waba, created.Id, new() { PollInterval = TimeSpan.FromMilliseconds(1) });
        await Simulator.Webhooks.SettleAsync();

        Assert.That(Simulator.Webhooks.Sent.Select(sent => sent.Url.AbsolutePath), Is.EquivalentTo(["/all", "/status"]));
        Assert.That(Simulator.Webhooks.Sent.Select(sent => sent.Type), Is.All.EqualTo(WebhookType.WhatsAppNotification));
        Assert.That((string?)JObject.Parse(Simulator.Webhooks.Sent[0].Payload)["whatsapp"]!["waba_info"]!["waba_id"], Is.EqualTo(Waba));
    }

    private Task<JToken> SubscribeAsync(string url, string? types) => Channels.CreateSubscriptionAsync(new(SubscriptionType.Webhook) { WhatsAppSubscribeTypes = types, Webhook = new(new Uri(url)) });
}
