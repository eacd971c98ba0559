using System.Security.Cryptography;
using System.Text.Json.Nodes;
using Vonage.Simulation;

namespace Vonage.Testing.State;

/// <summary>The Application API: applications, and key pairs for those created without one. Other APIs accept the tokens of each.</summary>
internal sealed class ApplicationsState : ApiState
{
    private const int KeyBits = 2048;
    private readonly SharedState _shared;

    public ApplicationsState(SharedState shared) : base("applications")
    {
        _shared = shared;
        On("list", exchange => NumberedPage.Answer(exchange, "applications", _shared.Applications.All.All));
        On("create", Create);
        On("get", exchange => OfApplication(exchange, exchange.SuccessWith));
        On("update", exchange => OfApplication(exchange, application => Update(exchange, application)));
        On("delete", exchange => OfApplication(exchange, application => Delete(exchange, application)));
    }

    private ExchangeResponse Create(Exchange exchange)
    {
        var id = Guid.NewGuid().ToString();
        var application = Describe(exchange, id, PublicKey(exchange.Body));
        string? privateKey = null;
        if (application["keys"] is null)
        {
            using var rsa = RSA.Create(KeyBits);
            application["keys"] = new JsonObject { ["public_key"] = rsa.ExportSubjectPublicKeyInfoPem() + "\n" };
            privateKey = rsa.ExportPkcs8PrivateKeyPem() + "\n";
        }
        Add(application);
        Report("APP_CREATE", application);
        var reply = exchange.SuccessWith(application);
        if (privateKey is not null)
            reply.Json!["keys"]!["private_key"] = privateKey;
        return reply;
    }

    private void Add(JsonObject application)
    {
        _shared.Applications.All.Add(application);
        _shared.Applications.SetKey(ResourceList.Text(application, "id")!, PublicKey(application));
    }

    private ExchangeResponse Update(Exchange exchange, JsonObject application)
    {
        var next = Describe(exchange, ResourceList.Text(application, "id")!, PublicKey(exchange.Body) ?? PublicKey(application));
        application.Clear();
        ResourceList.Change(application, next);
        if (PublicKey(exchange.Body) is { } key)
            _shared.Applications.SetKey(ResourceList.Text(application, "id")!, key);
        Report("APP_UPDATE", application);
        return exchange.SuccessWith(application);
    }

    private ExchangeResponse Delete(Exchange exchange, JsonObject application)
    {
        _shared.Applications.Remove(application);
        Report("APP_DELETE", application);
        return exchange.Success();
    }

    private void Report(string type, JsonObject application)
    {
        var id = ResourceList.Text(application, "id");
        var context = new JsonObject { ["appId"] = id };
        if (type == "APP_CREATE")
            context["created"] = new JsonObject { ["accountId"] = _shared.Account.ApiKey, ["appId"] = id, ["name"] = ResourceList.Text(application, "name") };
        _shared.Audit.Add(type, context);
    }

    private ExchangeResponse OfApplication(Exchange exchange, Func<JsonObject, ExchangeResponse> handler) => _shared.Applications.All.Find(exchange.Path["id"]) is { } application
        ? handler(application)
        : exchange.Error(404, $"ID '{exchange.Path["id"]}' does not exist, or you do not have access");

    private static string? PublicKey(JsonObject owner) => owner["keys"]?["public_key"]?.ToString();

    private static JsonObject Describe(Exchange exchange, string id, string? publicKey)
    {
        var application = new JsonObject
        {
            ["id"] = id,
            ["name"] = exchange.Text("name"),
            ["privacy"] = exchange.Body["privacy"]?.DeepClone() ?? new JsonObject { ["improve_ai"] = true },
            ["capabilities"] = exchange.Body["capabilities"]?.DeepClone() ?? new JsonObject(),
            ["_links"] = new JsonObject { ["self"] = new JsonObject { ["href"] = $"/v2/applications/{id}" } },
        };
        if (publicKey is not null)
            application["keys"] = new JsonObject { ["public_key"] = publicKey };
        return application;
    }
}
