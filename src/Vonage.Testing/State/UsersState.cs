using System.Text.Json.Nodes;
using Vonage.Simulation;

namespace Vonage.Testing.State;

/// <summary>The Users API: the users of the application, listed by cursor.</summary>
internal sealed class UsersState : ApiState
{
    private const string Address = "https://api.nexmo.com/v1/users";
    private readonly ResourceList _users;

    public UsersState(SharedState shared) : base("users")
    {
        _users = shared.Users;
        On("list", List);
        On("create", Create);
        On("get", exchange => OfUser(exchange, exchange.SuccessWith));
        On("update", exchange => OfUser(exchange, user => Update(exchange, user)));
        On("delete", exchange => OfUser(exchange, user => Delete(exchange, user)));
    }

    private ExchangeResponse Create(Exchange exchange)
    {
        if (_users.IsTaken("name", exchange.Text("name")))
            return exchange.Refuse("name", "is already used by another user");
        var id = $"USR-{Guid.NewGuid()}";
        var user = new JsonObject { ["id"] = id, ["name"] = $"NAM-{Guid.NewGuid()}" };
        ResourceList.Change(user, exchange.Body);
        user["_links"] = new JsonObject { ["self"] = new JsonObject { ["href"] = $"{Address}/{id}" } };
        return exchange.SuccessWith(_users.Add(user));
    }

    private ExchangeResponse Update(Exchange exchange, JsonObject user)
    {
        if (_users.IsTaken("name", exchange.Text("name"), except: user))
            return exchange.Refuse("name", "is already used by another user");
        ResourceList.Change(user, exchange.Body);
        return exchange.SuccessWith(user);
    }

    private ExchangeResponse Delete(Exchange exchange, JsonObject user)
    {
        _users.Remove(user);
        return exchange.Success();
    }

    // Only the get operation also accepts a name, according to the document.
    private ExchangeResponse OfUser(Exchange exchange, Func<JsonObject, ExchangeResponse> handler)
    {
        var id = exchange.Path["user_id"];
        var user = _users.Find(id) ?? (exchange.OperationId == "get" ? _users.All.FirstOrDefault(other => ResourceList.Text(other, "name") == id) : null);
        return user is not null ? handler(user) : exchange.Error(404);
    }

    private ExchangeResponse List(Exchange exchange)
    {
        var name = exchange.Query("name");
        return CursorPage.List(exchange, _users.All.Where(user => name is null || ResourceList.Text(user, "name") == name).Select(Summarize), users => new JsonObject { ["users"] = users });
    }

    private static JsonObject Summarize(JsonObject user) => new(user
        .Where(member => member.Key is "id" or "name" or "display_name" or "_links")
        .Select(member => KeyValuePair.Create(member.Key, member.Value?.DeepClone())));
}
