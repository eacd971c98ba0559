using System.Text.Json.Nodes;
using Vonage.Simulation;

namespace Vonage.Testing.State;

/// <summary>The Programmable SIP API: domains and their users. Passwords are not answered.</summary>
internal sealed class ProgrammableSipState : ApiState
{
    private const int MostUsers = 200;
    private static readonly string[] Regions = ["eu", "us", "ap"];
    private readonly ResourceList _domains = new("name");
    private readonly Dictionary<JsonObject, ResourceList> _users = [];

    public ProgrammableSipState() : base("programmable-sip")
    {
        On("list", exchange => exchange.SuccessWith(List(_domains)));
        On("create", Create);
        On("get", exchange => OfDomain(exchange, exchange.SuccessWith));
        On("replace", exchange => OfDomain(exchange, domain => Replace(exchange, domain)));
        On("delete", exchange => OfDomain(exchange, domain => Delete(exchange, domain)));
        On("listUsers", exchange => OfDomain(exchange, domain => exchange.SuccessWith(List(_users[domain]))));
        On("createUser", exchange => OfDomain(exchange, domain => CreateUser(exchange, _users[domain])));
        On("getUser", exchange => OfUser(exchange, (_, user) => exchange.SuccessWith(user)));
        On("replaceUser", exchange => OfUser(exchange, (users, user) => ReplaceUser(exchange, users, user)));
        On("deleteUser", exchange => OfUser(exchange, (users, user) => DeleteUser(exchange, users, user)));
        On("listEndpoints", exchange => OfDomain(exchange, domain => exchange.SuccessWith(
            new JsonArray([.. Regions.Select(region => new JsonObject { ["uri"] = $"sip:{domain["name"]}.sip-{region}.vonage.com" })]))));
    }

    private ExchangeResponse Create(Exchange exchange)
    {
        if (_domains.IsTaken("name", exchange.Text("name")))
            return exchange.Error(422, $"The domain {exchange.Text("name")} already exists");
        var domain = Describe(exchange.Body);
        _users[domain] = new ResourceList("key");
        return exchange.SuccessWith(_domains.Add(domain));
    }

    private ExchangeResponse Replace(Exchange exchange, JsonObject domain)
    {
        if (_domains.IsTaken("name", exchange.Text("name"), domain))
            return exchange.Error(422, $"The domain {exchange.Text("name")} already exists");
        domain.Clear();
        ResourceList.Change(domain, Describe(exchange.Body));
        return exchange.SuccessWith(domain);
    }

    private ExchangeResponse Delete(Exchange exchange, JsonObject domain)
    {
        _domains.Remove(domain);
        _users.Remove(domain);
        return exchange.Success();
    }

    private static JsonObject Describe(JsonObject body)
    {
        var domain = new JsonObject { ["tls"] = "optional", ["srtp"] = "optional", ["digest_auth"] = false, ["domain_type"] = "app" };
        ResourceList.Change(domain, body);
        return domain;
    }

    private static ExchangeResponse CreateUser(Exchange exchange, ResourceList users)
    {
        if (users.IsTaken("key", exchange.Text("key")))
            return exchange.Error(400, $"The user {exchange.Text("key")} already exists");
        return users.All.Count == MostUsers
            ? exchange.Error(400, $"A domain has at most {MostUsers} users")
            : exchange.SuccessWith(users.Add(new JsonObject { ["key"] = exchange.Text("key") }));
    }

    private static ExchangeResponse ReplaceUser(Exchange exchange, ResourceList users, JsonObject user)
    {
        if (users.IsTaken("key", exchange.Text("key"), user))
            return exchange.Error(400, $"The user {exchange.Text("key")} already exists");
        user["key"] = exchange.Text("key");
        return exchange.SuccessWith(user);
    }

    private static ExchangeResponse DeleteUser(Exchange exchange, ResourceList users, JsonObject user)
    {
        users.Remove(user);
        return exchange.Success();
    }

    private static JsonArray List(ResourceList resources) => [.. resources.All.Select(resource => resource.DeepClone())];

    private ExchangeResponse OfDomain(Exchange exchange, Func<JsonObject, ExchangeResponse> handler) =>
        _domains.Find(exchange.Path["domain_name"]) is { } domain ? handler(domain) : exchange.Error(404);

    private ExchangeResponse OfUser(Exchange exchange, Func<ResourceList, JsonObject, ExchangeResponse> handler) => OfDomain(exchange, domain =>
        _users[domain] is var users && users.Find(exchange.Path["user_key"]) is { } user ? handler(users, user) : exchange.Error(404));
}
