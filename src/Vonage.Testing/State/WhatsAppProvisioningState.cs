using System.Globalization;
using System.Text.Json.Nodes;
using Vonage.Simulation;

namespace Vonage.Testing.State;

/// <summary>The WhatsApp Provisioning API: deployments, which the code 123456 completes, their profiles and sticker packs.</summary>
internal sealed class WhatsAppProvisioningState : ApiState
{
    private const string Code = "123456";
    private readonly SharedState _shared;
    private readonly ResourceList _deployments = new("deployment_id");
    private readonly Dictionary<JsonObject, Belongings> _belongings = [];

    public WhatsAppProvisioningState(SharedState shared) : base("whatsapp-provisioning")
    {
        _shared = shared;
        On("createDeployment", Create);
        OnDeployment("getDeployment", (exchange, deployment) => exchange.SuccessWith(deployment));
        OnDeployment("deleteDeployment", Delete);
        OnDeployment("resendCode", Resend);
        OnDeployment("verifyDeployment", Verify);
        OnDeployment("getProfile", (exchange, deployment) => exchange.SuccessWith(_belongings[deployment].Profile));
        OnDeployment("updateProfile", UpdateProfile);
        OnDeployment("getProfilePhoto", (exchange, deployment) => exchange.SuccessWith(_belongings[deployment].Photo));
        OnDeployment("updateProfilePhoto", (exchange, deployment) => exchange.SuccessWith(_belongings[deployment].Photo = exchange.Body.DeepClone().AsObject()));
        OnDeployment("listStickerPacks", ListPacks);
        OnDeployment("createStickerPacks", CreatePack);
        OnPack("getStickerPack", (exchange, pack) => exchange.SuccessWith(One("stickerpacks", pack.Description)));
        OnPack("listStickers", (exchange, pack) => exchange.SuccessWith(new JsonObject { ["stickers"] = new JsonArray([.. pack.Stickers.All.Select(sticker => Part(sticker, "index"))]) }));
        OnPack("createStickers", CreateSticker);
        OnSticker("getSticker", (exchange, _, sticker) => exchange.SuccessWith(One("stickers", Part(sticker, "id", "image_data_id", "emojis"))));
        OnSticker("deleteSticker", DeleteSticker);
    }

    private ExchangeResponse Create(Exchange exchange)
    {
        if (_deployments.All.FirstOrDefault(other => ResourceList.Text(other, "number") == exchange.Text("number") && ResourceList.Text(other, "country_code") == exchange.Text("country_code")) is { } active)
            return exchange.Error(409, $"Active deployment already exists with id {active["deployment_id"]}");
        var deployment = Part(exchange.Body, "waba_id", "country_code", "number");
        (deployment["deployment_id"], deployment["api_key"]) = (Guid.NewGuid().ToString(), _shared.Account.ApiKey);
        Enter(deployment, "INITIALIZING", "Initializing deployment");
        _deployments.Add(deployment);
        _belongings.Add(deployment, new Belongings());
        var reply = exchange.SuccessWith(deployment);
        Enter(deployment, "CODE_SENT", "The code was sent");
        return reply;
    }

    private ExchangeResponse Delete(Exchange exchange, JsonObject deployment)
    {
        _deployments.Remove(deployment);
        _belongings.Remove(deployment);
        return exchange.Success();
    }

    private static ExchangeResponse Resend(Exchange exchange, JsonObject deployment)
    {
        if (IsReady(deployment))
            return exchange.Error(409);
        Enter(deployment, "CODE_SENT", "The code was sent");
        return exchange.SuccessWith(new JsonObject { ["message"] = "Code sent", ["vname"] = "ACME", ["method"] = exchange.Text("method") ?? "sms" });
    }

    private ExchangeResponse Verify(Exchange exchange, JsonObject deployment)
    {
        if (exchange.Text("code") != Code)
        {
            if (!IsReady(deployment))
                Enter(deployment, "WRONG_CODE", "The code is wrong");
            var refusal = exchange.Error(422, "The code is wrong");
            refusal.Json!["invalid_parameters"] = new JsonArray(new JsonObject { ["name"] = "code", ["reason"] = "is wrong" });
            return refusal;
        }

        Enter(deployment, "READY", "Deployment is ready");
        _shared.WhatsApp.Deploy(ResourceList.Text(deployment, "waba_id")!, ResourceList.Text(deployment, "country_code") + ResourceList.Text(deployment, "number"));
        return exchange.SuccessWith(new JsonObject { ["deployment_id"] = deployment["deployment_id"]!.DeepClone(), ["status"] = "Deployment was Created" });
    }

    private ExchangeResponse UpdateProfile(Exchange exchange, JsonObject deployment)
    {
        ResourceList.Change(_belongings[deployment].Profile, exchange.Body);
        return exchange.SuccessWith(_belongings[deployment].Profile);
    }

    private ExchangeResponse ListPacks(Exchange exchange, JsonObject deployment) => exchange.Query("namespace") == "whatsapp"
        ? exchange.Success()
        : exchange.SuccessWith(new JsonObject { ["stickerpacks"] = new JsonArray([.. _belongings[deployment].Packs.Select(pack => new JsonObject { ["id"] = pack.Id })]) });

    private ExchangeResponse CreatePack(Exchange exchange, JsonObject deployment)
    {
        var id = Guid.NewGuid().ToString();
        _belongings[deployment].Packs.Add(new Pack(id, exchange.Body.DeepClone().AsObject()));
        return exchange.SuccessWith(One("stickerpacks", new JsonObject { ["id"] = id }));
    }

    private static ExchangeResponse CreateSticker(Exchange exchange, Pack pack)
    {
        var sticker = Part(exchange.Body, "image_data_id", "emojis");
        (sticker["index"], sticker["id"]) = (pack.NextIndex(), Guid.NewGuid().ToString());
        pack.Stickers.Add(sticker);
        return exchange.SuccessWith(One("stickers", Part(sticker, "index")));
    }

    private static ExchangeResponse DeleteSticker(Exchange exchange, Pack pack, JsonObject sticker)
    {
        pack.Stickers.Remove(sticker);
        return exchange.SuccessWith(One("stickers", Part(sticker, "id", "image_data_id", "emojis")));
    }

    private static bool IsReady(JsonObject deployment) => deployment["current_state"]?["title"]?.ToString() == "READY";

    private static void Enter(JsonObject deployment, string title, string detail) => deployment["current_state"] = new JsonObject { ["title"] = title, ["detail"] = detail };

    private static JsonObject One(string list, JsonObject item) => new() { [list] = new JsonArray(item.DeepClone()) };

    private static JsonObject Part(JsonObject resource, params ReadOnlySpan<string> names)
    {
        var part = new JsonObject();
        foreach (var name in names)
            if (resource[name] is { } value)
                part[name] = value.DeepClone();
        return part;
    }

    private void OnDeployment(string operation, Func<Exchange, JsonObject, ExchangeResponse> handler) => On(operation, exchange =>
        _deployments.Find(exchange.Path["deployment_id"]) is { } deployment ? handler(exchange, deployment) : exchange.Error(404, "Deployment does not exist or you do not have access."));

    private void OnPack(string operation, Func<Exchange, Pack, ExchangeResponse> handler) => OnDeployment(operation, (exchange, deployment) =>
        _belongings[deployment].Packs.Find(pack => pack.Id == exchange.Path["stickerpack_id"]) is { } pack ? handler(exchange, pack) : exchange.Error(404, "Sticker pack does not exist or you do not have access."));

    private void OnSticker(string operation, Func<Exchange, Pack, JsonObject, ExchangeResponse> handler) => OnPack(operation, (exchange, pack) =>
        pack.Stickers.Find(exchange.Path["sticker_index"]) is { } sticker ? handler(exchange, pack, sticker) : exchange.Error(404, "Sticker does not exist or you do not have access."));

    /// <summary>What a deployment has.</summary>
    private sealed class Belongings
    {
        public JsonObject Profile { get; } = [];

        public JsonObject Photo { get; set; } = [];

        public List<Pack> Packs { get; } = [];
    }

    /// <summary>A sticker pack.</summary>
    private sealed class Pack(string id, JsonObject description)
    {
        private int _last = -1;

        public string Id => id;

        public JsonObject Description { get; } = description;

        public ResourceList Stickers { get; } = new("index");

        public string NextIndex() => (++_last).ToString(CultureInfo.InvariantCulture);
    }
}
