using Newtonsoft.Json;
using Newtonsoft.Json.Linq;

namespace Vonage.Generator.Emission;

/// <summary>A client, as <c>Client.Class.liquid</c> and <c>Client.Interface.liquid</c> see it.</summary>
internal sealed class ClientView
{
    public ClientView(ApiModel api, IEnumerable<OperationModel> operations)
    {
        Operations = [.. operations];
        Class = api.ClientName;
        Provider = api.Target.Provider;
        Doc = Emission.Doc.Of((string?)api.Spec.Root["info"]?["description"], Class + ".");
        var servers = new Dictionary<string, ServerView>(StringComparer.Ordinal);
        foreach (var operation in Operations)
        {
            var key = operation.Servers.ToString(Formatting.None);
            if (!servers.TryGetValue(key, out var server))
            {
                server = ServerView.Of(operation.Servers);
                var sameHost = servers.Values.Count(s => s.Field.StartsWith(server.Field, StringComparison.Ordinal));
                servers[key] = server = sameHost == 0 ? server : server with { Field = $"{server.Field}{sameHost + 1}" };
            }
            operation.ServerField = server.Field;
        }
        Servers = [.. servers.Values];
    }

    public string Class { get; }

    public string Provider { get; }

    public string Doc { get; }

    public IReadOnlyList<OperationModel> Operations { get; }

    public IReadOnlyList<ServerView> Servers { get; }
}

/// <summary>A server with its regions.</summary>
internal sealed record ServerView(string Field, string Arguments)
{
    public static ServerView Of(JArray servers)
    {
        var main = servers.Cast<JObject>().First(s => s["x-region"] is null);
        var address = ((string)main["url"]!).TrimEnd('/');
        var regions = servers.Cast<JObject>().Where(s => s["x-region"] is not null)
            .Select(s => $", ({Literal.Of((string)s["x-region"]!)}, {Literal.Of(((string)s["url"]!).TrimEnd('/'))})");
        return new ServerView(Names.Pascal(new Uri(address).Host) + "Server", Literal.Of(address) + string.Concat(regions));
    }
}
