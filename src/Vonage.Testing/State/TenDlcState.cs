using System.Security.Cryptography;
using System.Text.Json.Nodes;
using Vonage.Simulation;

namespace Vonage.Testing.State;

/// <summary>
/// The 10DLC API: brands with their vettings, campaigns and numbers. A vetting is completed, and a number approved, when it is read after
/// it was requested.
/// </summary>
internal sealed class TenDlcState : ApiState
{
    private const string Host = "https://api-eu.vonage.com";
    private const string Address = Host + "/v1/10dlc/brands/";

    // As the patterns of the reference have them.
    private const string Digits = "0123456789ABCDEF";

    private readonly SharedState _shared;
    private readonly ResourceList _brands = new("brand_id");
    private readonly Dictionary<JsonObject, List<JsonObject>> _vettings = [];
    private readonly Dictionary<JsonObject, ResourceList> _campaigns = [];
    private readonly Dictionary<JsonObject, ResourceList> _numbers = [];

    public TenDlcState(SharedState shared) : base("ten-dlc")
    {
        _shared = shared;
        On("listBrands", exchange => List(exchange, "brands", _brands));
        On("createBrand", exchange => exchange.SuccessWith(AddBrand(exchange.Body)));
        On("getBrand", exchange => OfBrand(exchange, exchange.SuccessWith));
        On("updateBrand", exchange => OfBrand(exchange, brand => Change(exchange, brand)));
        On("deleteBrand", exchange => OfBrand(exchange, brand => DeleteBrand(exchange, brand)));
        On("revetBrand", exchange => OfBrand(exchange, exchange.SuccessWith));
        On("getBrandFeedback", exchange => OfBrand(exchange, _ => exchange.SuccessWith(new JsonObject { ["categories"] = new JsonArray() })));
        On("qualifyUseCase", exchange => OfBrand(exchange, _ => Qualify(exchange)));
        On("listVettings", exchange => OfBrand(exchange, brand => ListVettings(exchange, brand)));
        On("startVetting", exchange => OfBrand(exchange, brand => AddVetting(exchange, brand, "PENDING")));
        On("importVetting", exchange => OfBrand(exchange, brand => AddVetting(exchange, brand, "ACTIVE")));
        On("listCampaigns", exchange => OfBrand(exchange, brand => List(exchange, "campaigns", _campaigns[brand])));
        On("createCampaign", exchange => OfBrand(exchange, brand => exchange.SuccessWith(AddCampaign(brand, exchange.Body))));
        On("getCampaign", exchange => OfCampaign(exchange, (_, campaign) => exchange.SuccessWith(campaign)));
        On("updateCampaign", exchange => OfCampaign(exchange, (_, campaign) => Change(exchange, campaign)));
        On("deleteCampaign", exchange => OfCampaign(exchange, (brand, campaign) => DeleteCampaign(exchange, brand, campaign)));
        On("resubmitCampaign", exchange => OfCampaign(exchange, (_, campaign) => Resubmit(exchange, campaign)));
        On("importPartnerCampaign", ImportPartnerCampaign);
        On("listNumbers", exchange => OfCampaign(exchange, (_, campaign) => ListNumbers(exchange, campaign)));
        On("linkNumber", exchange => OfCampaign(exchange, (brand, campaign) => LinkNumber(exchange, brand, campaign)));
        On("getNumber", exchange => OfNumber(exchange, (_, number) => exchange.SuccessWith(Approve(number))));
        On("unlinkNumber", exchange => OfNumber(exchange, (campaign, number) => Unlink(exchange, campaign, number)));
    }

    private string Now => Times.Plain(_shared.Now);

    private JsonObject AddBrand(JsonObject fields)
    {
        var id = NewId('B');
        var brand = new JsonObject { ["brand_id"] = id };
        ResourceList.Change(brand, fields);
        (brand["campaign_count"], brand["brand_relationship"], brand["status"]) = (0, "BASIC_ACCOUNT", "PENDING");
        (brand["created_date"], brand["last_updated"]) = (Now, Now);
        brand["_links"] = new JsonObject { ["self"] = Link(id), ["brand"] = Link(id), ["campaigns"] = Link($"{id}/campaigns") };
        (_vettings[brand], _campaigns[brand]) = ([], new ResourceList("campaign_id"));
        return _brands.Add(brand);
    }

    private ExchangeResponse DeleteBrand(Exchange exchange, JsonObject brand)
    {
        foreach (var campaign in _campaigns[brand].All)
            _numbers.Remove(campaign);
        _campaigns.Remove(brand);
        _vettings.Remove(brand);
        _brands.Remove(brand);
        return exchange.Success();
    }

    private static ExchangeResponse Qualify(Exchange exchange)
    {
        var reply = exchange.Success();
        reply.Json!["usecase"] = exchange.Path["usecase"];
        return reply;
    }

    private ExchangeResponse ListVettings(Exchange exchange, JsonObject brand)
    {
        foreach (var vetting in _vettings[brand].Where(vetting => ResourceList.Text(vetting, "vetting_status") == "PENDING"))
            (vetting["vetting_status"], vetting["vetting_score"], vetting["vetted_date"]) = ("ACTIVE", 75, _shared.Webhooks.Time());
        return exchange.SuccessWith(new JsonArray([.. _vettings[brand].Select(vetting => vetting.DeepClone())]));
    }

    private ExchangeResponse AddVetting(Exchange exchange, JsonObject brand, string status)
    {
        var id = exchange.Text("vetting_id") ?? Guid.NewGuid().ToString();
        var brandId = ResourceList.Text(brand, "brand_id");
        var vetting = new JsonObject { ["account_id"] = brand["account_id"]?.DeepClone(), ["vetting_id"] = id };
        ResourceList.Change(vetting, exchange.Body);
        if (vetting.Remove("vetting_political_details", out var details))
            vetting["additional_info"] = details;
        (vetting["vetting_status"], vetting["create_date"]) = (status, _shared.Webhooks.Time());
        vetting["_links"] = new JsonObject { ["self"] = Link($"{brandId}/vetting/requests/{id}"), ["brand"] = Link(brandId!) };
        _vettings[brand].Add(vetting);
        return exchange.SuccessWith(vetting);
    }

    private JsonObject AddCampaign(JsonObject brand, JsonObject fields)
    {
        var brandId = ResourceList.Text(brand, "brand_id")!;
        var id = NewId('C');
        var campaign = new JsonObject
        {
            ["campaign_id"] = id,
            ["brand_id"] = brandId,
            ["account_id"] = brand["account_id"]?.DeepClone(),
            ["reseller_id"] = "R000000",
            ["opt_out_keywords"] = "STOP",
            ["help_keywords"] = "HELP",
        };
        ResourceList.Change(campaign, fields);
        (campaign["status"], campaign["tcr_campaign_id"], campaign["tcr_status"]) = ("PENDING", NewId('C'), "ACTIVE");
        campaign["traffic_enabled"] = false;
        (campaign["created_date"], campaign["last_updated"]) = (Now, Now);
        campaign["_links"] = new JsonObject { ["self"] = Link($"{brandId}/campaigns/{id}"), ["brand"] = Link(brandId), ["numbers"] = Link($"{brandId}/campaigns/{id}/numbers") };
        Describe(campaign);
        _numbers[campaign] = new ResourceList("number");
        _campaigns[brand].Add(campaign);
        Count(brand);
        return campaign;
    }

    private ExchangeResponse DeleteCampaign(Exchange exchange, JsonObject brand, JsonObject campaign)
    {
        _campaigns[brand].Remove(campaign);
        _numbers.Remove(campaign);
        Count(brand);
        return exchange.Success();
    }

    private static ExchangeResponse Resubmit(Exchange exchange, JsonObject campaign) => exchange.SuccessWith(new JsonObject
    {
        ["campaign_id"] = campaign["campaign_id"]!.DeepClone(),
        ["brand_id"] = campaign["brand_id"]!.DeepClone(),
        ["mno_metadata"] = new JsonArray([.. exchange.Body["mno_ids"]!.AsArray().Select(network => new JsonObject { ["network_id"] = network!.DeepClone() })]),
        ["_links"] = campaign["_links"]!.DeepClone(),
    });

    // The brand of the partner comes with its campaign.
    private ExchangeResponse ImportPartnerCampaign(Exchange exchange)
    {
        var brand = AddBrand(new JsonObject { ["account_id"] = exchange.Text("account_id"), ["partner"] = true });
        var campaign = AddCampaign(brand, new JsonObject { ["partner"] = true });
        campaign["tcr_campaign_id"] = exchange.Text("campaign_id");
        if (exchange.Text("label") is { } label)
            campaign["label"] = label;
        return exchange.SuccessWith(new JsonObject
        {
            ["brand_id"] = brand["brand_id"]!.DeepClone(),
            ["campaign_id"] = campaign["campaign_id"]!.DeepClone(),
            ["sharing_status"] = "PENDING",
        });
    }

    private ExchangeResponse ListNumbers(Exchange exchange, JsonObject campaign)
    {
        foreach (var number in _numbers[campaign].All)
            Approve(number);
        return List(exchange, "numbers", _numbers[campaign]);
    }

    private ExchangeResponse LinkNumber(Exchange exchange, JsonObject brand, JsonObject campaign)
    {
        var text = exchange.Text("number")!;
        if (_numbers.Values.Any(numbers => numbers.Find(text) is not null))
            return exchange.Error(409);
        var (brandId, path) = (ResourceList.Text(brand, "brand_id")!, $"{campaign["brand_id"]}/campaigns/{campaign["campaign_id"]}");
        var number = _numbers[campaign].Add(new JsonObject
        {
            ["number"] = text,
            ["country"] = exchange.Text("country"),
            ["status"] = "PENDING",
            ["_links"] = new JsonObject { ["self"] = Link($"{path}/numbers/{text}"), ["campaign"] = Link(path), ["brand"] = Link(brandId) },
        });
        return exchange.SuccessWith(number);
    }

    private ExchangeResponse Unlink(Exchange exchange, JsonObject campaign, JsonObject number)
    {
        _numbers[campaign].Remove(number);
        return exchange.Success();
    }

    private static JsonObject Approve(JsonObject number)
    {
        number["status"] = "APPROVED";
        return number;
    }

    private ExchangeResponse Change(Exchange exchange, JsonObject resource)
    {
        ResourceList.Change(resource, exchange.Body);
        resource["last_updated"] = Now;
        Describe(resource);
        return exchange.SuccessWith(resource);
    }

    private static ExchangeResponse List(Exchange exchange, string name, ResourceList resources)
    {
        if (!TenDlcFilter.TryRead(exchange.Query("filter"), out var filter, out var reason))
            return exchange.Error(422, reason);
        var reply = NumberedPage.Answer(exchange, name, resources.All.Where(filter), Host);
        var links = reply.Json!["_links"]!.AsObject();
        if (links.Remove("prev", out var previous))
            links["previous"] = previous;
        return reply;
    }

    // The text is composed of the details.
    private static void Describe(JsonObject campaign)
    {
        if (campaign["message_flow_details"]?["consent_mechanisms"] is JsonArray ways)
            campaign["message_flow"] = string.Join(' ', ways.Select(way => way?["details"]?.ToString()).Where(text => text is not null));
    }

    private void Count(JsonObject brand) => brand["campaign_count"] = _campaigns[brand].All.Count;

    private ExchangeResponse OfBrand(Exchange exchange, Func<JsonObject, ExchangeResponse> handler) => Of(exchange, _brands, "brand_id", handler);

    private ExchangeResponse OfCampaign(Exchange exchange, Func<JsonObject, JsonObject, ExchangeResponse> handler) =>
        OfBrand(exchange, brand => Of(exchange, _campaigns[brand], "campaign_id", campaign => handler(brand, campaign)));

    private ExchangeResponse OfNumber(Exchange exchange, Func<JsonObject, JsonObject, ExchangeResponse> handler) =>
        OfCampaign(exchange, (_, campaign) => Of(exchange, _numbers[campaign], "number", number => handler(campaign, number)));

    private static ExchangeResponse Of(Exchange exchange, ResourceList resources, string parameter, Func<JsonObject, ExchangeResponse> handler) => resources.Find(exchange.Path[parameter]) is { } resource
        ? handler(resource)
        : exchange.Error(404, $"ID '{exchange.Path[parameter]}' does not exist, or you do not have access");

    private static JsonObject Link(string path) => new() { ["href"] = Address + path };

    private static string NewId(char first) => first + RandomNumberGenerator.GetString(Digits, 6);
}
