using Vonage.ChannelManager;
using Vonage.Testing;

namespace Vonage.Contract.Tests.Cases;

internal static class ChannelManagerCases
{
    private const string Waba = VonageSimulator.WabaId;
    private const string Number = "447700900001";
    private const string OneAgent = "v1/channel-manager/rcs/agents/{agent}";
    private const string Wabas = "v1/channel-manager/whatsapp/wabas";
    private const string Agent = """
        "basic_info":{"display_name":"ACME Support","sender_id":"acmesupport","hosting_region":"EUROPE","agent_purpose":"MULTI_USE","billing_category":"CONVERSATIONAL","brand_id":"{brand}"},
        "visual_design":{"tagline":"We help","brand_color":"#0055AA","phone":[{"number":"+447700900001"}],"email":[{"address":"help@example.com"}],"website":[{"url":"https://example.com"}]}
        """;

    private static readonly DateTimeOffset Start = new(2026, 1, 1, 0, 0, 0, TimeSpan.Zero);

    public static IEnumerable<OperationCase> All() => [.. Brands(), .. Agents(), .. Devices(), .. WhatsApp(), .. Analytics(), .. Subscriptions()];

    private static IEnumerable<OperationCase> Brands()
    {
        const string Brands = "v1/channel-manager/rcs/brands";
        yield return Case("listBrands", "GET", Brands, async (v, _) => Assert.That(await v.ChannelManager.ListBrandsAsync(), Is.Not.Empty));
        yield return Case("createBrand", "POST", Brands, BrandAsync, """{"display_name":"ACME","details":{"name":"ACME Ltd"}}""");
        yield return Case("updateBrand", "PATCH", $"{Brands}/{{brand}}", async (v, ids) =>
        {
            await BrandAsync(v, ids);
            Assert.That(await v.ChannelManager.UpdateBrandAsync(ids.Fill("{brand}"), new() { DisplayName = "ACME Logistics" }), Is.Not.Null);
        }, """{"display_name":"ACME Logistics"}""");
        yield return Case("deleteBrand", "DELETE", $"{Brands}/{{brand}}", async (v, ids) =>
        {
            await BrandAsync(v, ids);
            await v.ChannelManager.DeleteBrandAsync(ids.Fill("{brand}"));
        });
    }

    private static IEnumerable<OperationCase> Agents()
    {
        yield return Case("listAgents", "GET", "v1/channel-manager/rcs/agents", async (v, _) => Assert.That(await v.ChannelManager.ListAgentsAsync(), Is.Not.Empty));
        yield return Case("createAgent", "POST", "v1/channel-manager/rcs/agents", AgentAsync, $$"""
            {{{Agent}},"application_settings":{"application_id":"aaaaaaaa-bbbb-cccc-dddd-0123456789ab"},"representative":{"first_name":"Jane","last_name":"Smith","email":"jane@example.com"},"carriers":["vodafone-uk"]}
            """);
        yield return Case("getAgent", "GET", OneAgent, async (v, ids) =>
        {
            await AgentAsync(v, ids);
            Assert.That((string?)(await v.ChannelManager.GetAgentAsync(ids.Fill("{agent}")))["basic_info"]!["sender_id"], Is.EqualTo("acmesupport"));
        });
        yield return Case("replaceAgent", "PUT", OneAgent, async (v, ids) =>
        {
            await AgentAsync(v, ids);
            await v.ChannelManager.ReplaceAgentAsync(ids.Fill("{agent}"), new(Basics(ids), Design()));
        }, $"{{{Agent}}}");
        yield return Case("updateAgent", "PATCH", OneAgent, async (v, ids) =>
        {
            await AgentAsync(v, ids);
            await v.ChannelManager.UpdateAgentAsync(ids.Fill("{agent}"), new()
            {
                CarrierRequirements = new()
                {
                    AgentPreview = new() { AgentAccessInstructions = "Send START" },
                    PointsOfContact = { new() { FirstName = "Jane", LastName = "Smith", Email = "jane@example.com", JobTitle = "Support" } },
                    TrafficEstimates = new() { AverageGlobalTraffic = "THOUSAND", AverageMessageRatePerUser = "ONCE_PER_MONTH", UsersTargeted = "HUNDRED" },
                    UserExperience = new() { InteractionsDescription = "Answers", OptInDescription = "Sign up", OptOutDescription = "STOP", TriggerDescription = "A message" },
                },
            });
        }, """
            {"carrier_requirements":{"agent_preview":{"agent_access_instructions":"Send START"},
             "points_of_contact":[{"first_name":"Jane","last_name":"Smith","email":"jane@example.com","job_title":"Support"}],
             "traffic_estimates":{"average_global_traffic":"THOUSAND","average_message_rate_per_user":"ONCE_PER_MONTH","users_targeted":"HUNDRED"},
             "user_experience":{"interactions_description":"Answers","optin_description":"Sign up","optout_description":"STOP","trigger_description":"A message"}}}
            """);
        yield return Case("launchAgent", "POST", "v2/channel-manager/rcs/agents/{agent}/launch", async (v, ids) =>
        {
            await AgentAsync(v, ids);
            await v.ChannelManager.LaunchAgentAsync(ids.Fill("{agent}"));
        });
        yield return Case("listCarriers", "GET", "v1/channel-manager/rcs/metadata/carriers", async (v, _) => Assert.That(await v.ChannelManager.ListCarriersAsync(), Is.Not.Empty));
        yield return Case("addCarriers", "POST", $"{OneAgent}/carriers", async (v, ids) =>
        {
            await AgentAsync(v, ids);
            await v.ChannelManager.AddCarriersAsync(ids.Fill("{agent}"), new() { Carriers = { "ee-uk" } });
        }, """{"carriers":["ee-uk"]}""");
        yield return Case("getOptOutAssist", "GET", "v1/channel-manager/rcs/opt-out/acmesupport", async (v, _) => Assert.That((await v.ChannelManager.GetOptOutAssistAsync("acmesupport"))["actions"], Is.Not.Null));
        yield return Case("updateOptOutAssist", "POST", "v1/channel-manager/rcs/opt-out/acmesupport", async (v, _) => await v.ChannelManager.UpdateOptOutAssistAsync("acmesupport", new()
        {
            Actions = { new() { Keywords = { "STOP" }, AutoReply = "You will get no more messages.", Action = "STOP" } },
        }), """{"actions":[{"keywords":["STOP"],"auto-reply":"You will get no more messages.","action":"STOP"}]}""");
        yield return Case("generateDeepLink", "POST", "v1/channel-manager/rcs/deeplink/generate", async (v, _) => Assert.That(await v.ChannelManager.GenerateDeepLinkAsync(new("acmesupport", "GB") { PrefilledMessage = "Hello", FallbackNumber = Number }), Is.Not.Empty),
            """{"sender_id":"acmesupport","country":"GB","prefilled_message":"Hello","fallback_number":"447700900001"}""");
    }

    private static IEnumerable<OperationCase> Devices()
    {
        yield return Case("addTestDevice", "POST", $"{OneAgent}/test-devices", DeviceAsync, """{"phone":"+447700900000","country":"GB"}""");
        yield return Case("listTestDevices", "GET", "v2/channel-manager/rcs/agents/{agent}/test-devices", async (v, ids) =>
        {
            await DeviceAsync(v, ids);
            Assert.That((await v.ChannelManager.ListTestDevicesAsync(ids.Fill("{agent}"))).Single().Status, Is.EqualTo(RcsTestDeviceStatus.Accepted));
        }, authorization: "Basic ");
        yield return Case("removeTestDevice", "DELETE", $"{OneAgent}/test-devices/447700900000", async (v, ids) =>
        {
            await DeviceAsync(v, ids);
            await v.ChannelManager.RemoveTestDeviceAsync(ids.Fill("{agent}"), "447700900000");
        });
        yield return Case("getDeviceCapabilities", "GET", "v1/channel-manager/rcs/agents/acmesupport/google/phones/447700900000/capabilities", async (v, _) =>
            Assert.That((await v.ChannelManager.GetDeviceCapabilitiesAsync("acmesupport", "447700900000")).Features, Has.Some.EqualTo(RcsFeature.RichCard)));
        yield return Case("checkDeviceCapabilities", "POST", "v1/channel-manager/rcs/agents/acmesupport/devices/capabilities", async (v, _) =>
            Assert.That(await v.ChannelManager.CheckDeviceCapabilitiesAsync("acmesupport", new("447700900000") { Country = "GB" }), Is.Not.Empty), """{"country":"GB","msisdn":"447700900000"}""");
    }

    private static IEnumerable<OperationCase> WhatsApp()
    {
        const string OneNumber = $"{Wabas}/{Waba}/numbers/{Number}";
        yield return Case("listWabas", "GET", Wabas, async (v, _) => Assert.That((await v.ChannelManager.ListWabasAsync(new() { PageSize = 50, Order = SortOrder.Ascending }).AsPages().FirstAsync()).Items.Single().AccountReviewStatus, Is.EqualTo(WabaReviewStatus.Approved)), query: "page=1&page_size=50&order=asc");
        yield return Case("getWaba", "GET", $"{Wabas}/{Waba}", async (v, _) => Assert.That((string?)(await v.ChannelManager.GetWabaAsync(Waba))["waba_id"], Is.EqualTo(Waba)));
        yield return Case("listWabaNumbers", "GET", $"{Wabas}/{Waba}/numbers", async (v, _) => Assert.That(await v.ChannelManager.ListWabaNumbersAsync(Waba), Is.Not.Empty));
        yield return Case("getWabaNumber", "GET", OneNumber, async (v, _) => Assert.That((string?)(await v.ChannelManager.GetWabaNumberAsync(Waba, Number))["number"], Is.EqualTo(Number)));
        yield return Case("getWabaNumberProfile", "GET", $"{OneNumber}/profile", async (v, _) => Assert.That(await v.ChannelManager.GetWabaNumberProfileAsync(Waba, Number), Is.Not.Null));
        yield return Case("updateWabaNumberProfile", "PATCH", $"{OneNumber}/profile", async (v, _) => await v.ChannelManager.UpdateWabaNumberProfileAsync(Waba, Number, new()
        {
            About = "About my business",
            Address = "123 Main Street",
            Description = "Description",
            Email = "bob@example.com",
            ProfilePictureUrl = new("https://example.com/profile.png"),
            Websites = { new("https://example.com/") },
            Vertical = "OTHER",
        }), """
            {"about":"About my business","address":"123 Main Street","description":"Description","email":"bob@example.com","profile_picture_url":"https://example.com/profile.png",
             "websites":["https://example.com/"],"vertical":"OTHER"}
            """);
        yield return Case("createHostedSignupUrl", "POST", "v1/channel-manager/whatsapp/tp-registration/url", async (v, _) => Assert.That(await v.ChannelManager.CreateHostedSignupUrlAsync(new() { SolutionId = "1234567890", ApiKey = "abc123", Ttl = TimeSpan.FromMinutes(5) }), Is.Not.Empty),
            """{"solution_id":"1234567890","api_key":"abc123","ttl":300}""");
    }

    private static IEnumerable<OperationCase> Analytics()
    {
        const string Month = "start=2026-01-01&end=2026-01-31";
        yield return Case("enableTemplateInsights", "PATCH", $"{Wabas}/{Waba}/enable_insights", async (v, _) => await v.ChannelManager.EnableTemplateInsightsAsync(Waba));
        yield return Case("getMessagingAnalytics", "GET", $"{Wabas}/{Waba}/messaging-analytics", async (v, _) => Assert.That((await v.ChannelManager.GetMessagingAnalyticsAsync(Waba, Start, Start.AddDays(30), AnalyticsGranularity.Daily, new()
        {
            PhoneNumber = [Number],
            ProductTypes = [0, 2],
            CountryCodes = ["GB"],
        })).Id, Is.EqualTo(Waba)), query: $"{Month}&granularity=DAILY&phone_number={Number}&product_types=0&product_types=2&country_codes=GB");
        yield return Case("getPricingAnalytics", "GET", $"{Wabas}/{Waba}/pricing-analytics", async (v, _) => Assert.That(await v.ChannelManager.GetPricingAnalyticsAsync(Waba, Start, Start.AddDays(30), AnalyticsGranularity.Monthly), Is.Not.Null), query: $"{Month}&granularity=MONTHLY");
        yield return Case("getTemplateAnalytics", "GET", $"{Wabas}/{Waba}/template-analytics", async (v, _) => Assert.That(await v.ChannelManager.GetTemplateAnalyticsAsync(Waba, Start, Start.AddDays(30), ["1", "2"]), Is.Not.Null), query: $"{Month}&template_ids=1&template_ids=2");
    }

    private static IEnumerable<OperationCase> Subscriptions()
    {
        const string All = "v2/whatsapp-manager/subscriptions";
        yield return Case("listSubscriptions", "GET", All, async (v, _) => Assert.That(await v.ChannelManager.ListSubscriptionsAsync(), Is.Not.Empty), authorization: "Basic ");
        yield return Case("createSubscription", "POST", All, SubscribeAsync,
            """{"type":"webhook","whatsapp_subscribe_types":"account_alerts,account_update","vonage_subscribe_types":"vonage_number_onboarded","webhook":{"url":"https://example.com/webhook"}}""", authorization: "Basic ");
        yield return Case("deleteSubscription", "DELETE", $"{All}/{{subscription}}", async (v, ids) =>
        {
            await SubscribeAsync(v, ids);
            await v.ChannelManager.DeleteSubscriptionAsync(ids.Fill("{subscription}"));
        }, authorization: "Basic ");
    }

    private static OperationCase Case(string operation, string method, string path, Func<IVonageClient, Ids, Task> call, string? json = null, string query = "", string authorization = "Bearer ") =>
        new($"channel-manager.{operation}", "", call) { Line = $"{method} api.nexmo.com/{path}", Json = json, Query = query, Authorization = authorization };

    private static async Task BrandAsync(IVonageClient v, Ids ids) =>
        ids.Keep("brand", (string?)(await v.ChannelManager.CreateBrandAsync(new("ACME") { Details = { ["name"] = "ACME Ltd" } }))["id"]);

    private static async Task AgentAsync(IVonageClient v, Ids ids)
    {
        await BrandAsync(v, ids);
        var agent = await v.ChannelManager.CreateAgentAsync(new(Basics(ids), Design())
        {
            ApplicationSettings = new() { ApplicationId = "aaaaaaaa-bbbb-cccc-dddd-0123456789ab" },
            Representative = new() { FirstName = "Jane", LastName = "Smith", Email = "jane@example.com" },
            Carriers = { "vodafone-uk" },
        });
        ids.Keep("agent", (string?)agent["id"]);
    }

    private static async Task DeviceAsync(IVonageClient v, Ids ids)
    {
        await AgentAsync(v, ids);
        await v.ChannelManager.AddTestDeviceAsync(ids.Fill("{agent}"), new("+447700900000") { Country = "GB" });
    }

    private static async Task SubscribeAsync(IVonageClient v, Ids ids)
    {
        var subscription = await v.ChannelManager.CreateSubscriptionAsync(new(SubscriptionType.Webhook)
        {
            WhatsAppSubscribeTypes = "account_alerts,account_update",
            VonageSubscribeTypes = "vonage_number_onboarded",
            Webhook = new(new Uri("https://example.com/webhook")),
        });
        ids.Keep("subscription", (string?)subscription["id"]);
    }

    private static RcsAgentBasicInfo Basics(Ids ids) => new()
    {
        DisplayName = "ACME Support",
        SenderId = "acmesupport",
        HostingRegion = "EUROPE",
        AgentPurpose = "MULTI_USE",
        BillingCategory = "CONVERSATIONAL",
        BrandId = ids.Fill("{brand}"),
    };

    private static RcsAgentVisualDesign Design() => new()
    {
        Tagline = "We help",
        BrandColor = "#0055AA",
        Phone = { new("+447700900001") },
        Email = { new("help@example.com") },
        Website = { new(new Uri("https://example.com")) },
    };
}
