using System.Globalization;
using System.Text;
using System.Text.Json.Nodes;
using Vonage.Simulation;

namespace Vonage.Testing.State;

/// <summary>The Users API: the users of the application, listed by cursor.</summary>
internal sealed class UsersState : ApiState
{
    private const string Address = "https://api.nexmo.com/v1/users";
    private const int StandardSize = 10;
    private readonly ResourceList _users = new("id");

    public UsersState() : base("users")
    {
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
        var size = int.TryParse(exchange.Query("page_size"), CultureInfo.InvariantCulture, out var asked) ? asked : StandardSize;
        if (!TryReadCursor(exchange.Query("cursor"), out var start))
            return exchange.Refuse("cursor", "must come from a link in a previous response");
        var name = exchange.Query("name");
        List<JsonObject> users = [.. _users.All.Where(user => name is null || ResourceList.Text(user, "name") == name)];
        if (exchange.Query("order") == "desc")
            users.Reverse();
        var links = new JsonObject { ["first"] = Link(null), ["self"] = Link(exchange.Query("cursor")) };
        if (start > 0)
            links["prev"] = Link(Cursor(Math.Max(0, start - size)));
        if (start + size < users.Count)
            links["next"] = Link(Cursor(start + size));
        return exchange.SuccessWith(new JsonObject
        {
            ["page_size"] = size,
            ["_embedded"] = new JsonObject { ["users"] = new JsonArray([.. users.Skip(start).Take(size).Select(Summarize)]) },
            ["_links"] = links,
        });

        JsonObject Link(string? cursor)
        {
            var query = exchange.Request.Query.Where(parameter => parameter.Key != "cursor")
                .Select(parameter => $"{parameter.Key}={Uri.EscapeDataString(parameter.Value.ToString())}");
            return new JsonObject { ["href"] = Address + "?" + string.Join('&', cursor is null ? query : query.Append($"cursor={Uri.EscapeDataString(cursor)}")) };
        }
    }

    private static JsonObject Summarize(JsonObject user) => new(user
        .Where(member => member.Key is "id" or "name" or "display_name" or "_links")
        .Select(member => KeyValuePair.Create(member.Key, member.Value?.DeepClone())));

    // The cursor is opaque, so that clients cannot calculate one.
    private static string Cursor(int start) => Convert.ToBase64String(Encoding.ASCII.GetBytes($"user:{start}"));

    private static bool TryReadCursor(string? cursor, out int start)
    {
        start = 0;
        if (cursor is null)
            return true;
        var bytes = new byte[cursor.Length];
        return Convert.TryFromBase64String(cursor, bytes, out var length)
            && Encoding.ASCII.GetString(bytes, 0, length).Split(':') is ["user", var number]
            && int.TryParse(number, NumberStyles.None, CultureInfo.InvariantCulture, out start);
    }
}
