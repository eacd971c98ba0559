using System.Text.Json.Nodes;
using Vonage.Simulation;

namespace Vonage.Testing.State;

/// <summary>
/// The Channel Manager API: RCS brands and agents, WhatsApp Business Accounts, and subscriptions. Responses that the reference does not describe contain what
/// was sent and an ID.
/// </summary>
internal sealed class ChannelManagerState : ApiState
{
    private readonly SharedState _shared;
    private readonly ResourceList _brands = new("id");
    private readonly ResourceList _agents = new("id");
    private readonly ResourceList _subscriptions = new("id");
    private readonly Dictionary<JsonObject, ResourceList> _devices = [];
    private readonly Dictionary<string, JsonObject> _optOut = new(StringComparer.Ordinal);

    public ChannelManagerState(SharedState shared) : base("channel-manager")
    {
        _shared = shared;
        shared.WhatsApp.TemplateReviewed += Notify;
        AddRcs();
        AddWhatsApp();
        On("listSubscriptions", exchange => exchange.SuccessWith(ListOf("subscriptions", _subscriptions.All)));
        On("createSubscription", exchange => exchange.SuccessWith(Create(_subscriptions, exchange)));
        On("deleteSubscription", exchange => Delete(exchange, _subscriptions, "id"));
    }

    private void AddRcs()
    {
        On("listBrands", exchange => exchange.SuccessWith(ListOf("brands", _brands.All)));
        On("createBrand", exchange => exchange.SuccessWith(Create(_brands, exchange)));
        On("updateBrand", exchange => Of(exchange, _brands, "brand_id", Change));
        On("deleteBrand", exchange => Delete(exchange, _brands, "brand_id"));
        On("listAgents", exchange => exchange.SuccessWith(ListOf("agents", _agents.All)));
        On("createAgent", CreateAgent);
        On("getAgent", exchange => Of(exchange, _agents, "agent_id", (_, agent) => exchange.SuccessWith(agent)));
        On("replaceAgent", exchange => Of(exchange, _agents, "agent_id", Replace));
        On("updateAgent", exchange => Of(exchange, _agents, "agent_id", Change));
        On("launchAgent", exchange => Of(exchange, _agents, "agent_id", Launch));
        On("addCarriers", exchange => Of(exchange, _agents, "agent_id", AddCarriers));
        On("addTestDevice", exchange => Of(exchange, _agents, "agent_id", AddTestDevice));
        On("listTestDevices", exchange => Of(exchange, _agents, "agent_id", (_, agent) => exchange.SuccessWith(ListOf("testers", _devices[agent].All))));
        On("removeTestDevice", exchange => Of(exchange, _agents, "agent_id", (_, agent) => Delete(exchange, _devices[agent], "device_id")));
        On("getOptOutAssist", exchange => exchange.SuccessWith(_optOut.GetValueOrDefault(exchange.Path["sender_id"], new JsonObject { ["actions"] = new JsonArray() })));
        On("updateOptOutAssist", exchange => exchange.SuccessWith(_optOut[exchange.Path["sender_id"]] = exchange.Body.DeepClone().AsObject()));
    }

    private void AddWhatsApp()
    {
        On("listWabas", exchange => NumberedPage.Answer(exchange, "wabas", _shared.WhatsApp.All, $"https://{exchange.Host}"));
        OnAccount("getWaba", (exchange, account) => exchange.SuccessWith(account.Description));
        OnAccount("listWabaNumbers", (exchange, account) => exchange.SuccessWith(ListOf("numbers", account.Numbers.All.Select(Bare))));
        OnNumber("getWabaNumber", (exchange, number) => exchange.SuccessWith(Bare(number)));
        OnNumber("getWabaNumberProfile", (exchange, number) => exchange.SuccessWith(number["profile"] ?? new JsonObject()));
        OnNumber("updateWabaNumberProfile", UpdateProfile);
        OnAccount("enableTemplateInsights", (exchange, _) => exchange.Success());
        OnAccount("getMessagingAnalytics", (exchange, account) => exchange.SuccessWith(new JsonObject
        {
            ["id"] = account.Id,
            ["granularity"] = exchange.Query("granularity"),
            ["_embedded"] = new JsonObject { ["messaging_analytics"] = new JsonArray() },
        }));
        OnAccount("getPricingAnalytics", (exchange, _) => exchange.Success());
        OnAccount("getTemplateAnalytics", (exchange, _) => exchange.Success());
    }

    private ExchangeResponse CreateAgent(Exchange exchange)
    {
        var agent = Create(_agents, exchange);
        _devices.Add(agent, new ResourceList("id"));
        return exchange.SuccessWith(agent);
    }

    private static ExchangeResponse Change(Exchange exchange, JsonObject resource)
    {
        ResourceList.Change(resource, exchange.Body);
        return exchange.SuccessWith(resource);
    }

    private static ExchangeResponse Replace(Exchange exchange, JsonObject agent)
    {
        foreach (var name in agent.Select(member => member.Key).Where(name => name != "id").ToList())
            agent.Remove(name);
        return Change(exchange, agent);
    }

    private ExchangeResponse Launch(Exchange exchange, JsonObject agent)
    {
        if (agent["carriers"] is not JsonArray { Count: > 0 })
            return exchange.Refuse("carriers", "must contain at least one carrier before the agent is launched");
        return _brands.Find(agent["basic_info"]?["brand_id"]?.ToString())?["details"] is null
            ? exchange.Refuse("details", "of the brand are required before the agent is launched")
            : exchange.SuccessWith(agent);
    }

    private static ExchangeResponse AddCarriers(Exchange exchange, JsonObject agent)
    {
        var carriers = agent["carriers"]?.AsArray() ?? [];
        agent["carriers"] = new JsonArray([.. carriers.Concat(exchange.Body["carriers"]!.AsArray()).Select(carrier => carrier!.ToString()).Distinct().Select(carrier => (JsonNode)carrier)]);
        return exchange.SuccessWith(agent);
    }

    private ExchangeResponse AddTestDevice(Exchange exchange, JsonObject agent)
    {
        var id = exchange.Text("phone")!.TrimStart('+');
        var device = _devices[agent].Find(id) ?? _devices[agent].Add(new JsonObject { ["id"] = id, ["phone"] = $"+{id}", ["status"] = "ACCEPTED" });
        return exchange.SuccessWith(device);
    }

    private static ExchangeResponse UpdateProfile(Exchange exchange, JsonObject number)
    {
        if (number["profile"] is not JsonObject profile)
            number["profile"] = profile = [];
        return Change(exchange, profile);
    }

    private void Notify(WhatsAppAccount account, JsonObject template)
    {
        const string Type = "message_template_status_update";
        foreach (var subscription in _subscriptions.All)
        {
            var types = ResourceList.Text(subscription, "whatsapp_subscribe_types")?.Split(',', StringSplitOptions.TrimEntries);
            if (subscription["webhook"]?["url"]?.ToString() is not { } url || types?.Contains(Type, StringComparer.Ordinal) == false)
                continue;
            _shared.Webhooks.Send(WebhookType.WhatsAppNotification, new Uri(url), HttpMethod.Post, new JsonObject
            {
                ["notification_id"] = Guid.NewGuid().ToString(),
                ["timestamp"] = _shared.Webhooks.Time(),
                ["channel"] = "whatsapp",
                ["whatsapp"] = new JsonObject { ["waba_info"] = new JsonObject { ["waba_id"] = account.Id, ["api_key"] = _shared.Account.ApiKey }, ["notification_type"] = Type },
            });
        }
    }

    private static JsonObject Create(ResourceList resources, Exchange exchange)
    {
        var resource = new JsonObject { ["id"] = Guid.NewGuid().ToString() };
        ResourceList.Change(resource, exchange.Body);
        return resources.Add(resource);
    }

    private static ExchangeResponse Delete(Exchange exchange, ResourceList resources, string parameter) => Of(exchange, resources, parameter, (_, resource) =>
    {
        resources.Remove(resource);
        return exchange.Success();
    });

    private static ExchangeResponse Of(Exchange exchange, ResourceList resources, string parameter, Func<Exchange, JsonObject, ExchangeResponse> handler) =>
        resources.Find(exchange.Path[parameter]) is { } resource ? handler(exchange, resource) : exchange.Error(404);

    private void OnAccount(string operation, Func<Exchange, WhatsAppAccount, ExchangeResponse> handler) => On(operation, exchange =>
        _shared.WhatsApp.Find(exchange.Path["waba_id"]) is { } account ? handler(exchange, account) : exchange.Error(404));

    private void OnNumber(string operation, Func<Exchange, JsonObject, ExchangeResponse> handler) => OnAccount(operation, (exchange, account) =>
        account.Numbers.Find(exchange.Path["number"]) is { } number ? handler(exchange, number) : exchange.Error(404));

    private static JsonObject Bare(JsonObject number) => new() { ["number"] = number["number"]!.DeepClone() };

    private static JsonObject ListOf(string name, IEnumerable<JsonObject> items) => new() { [name] = new JsonArray([.. items.Select(item => item.DeepClone())]) };
}
