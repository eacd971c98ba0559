using Newtonsoft.Json;
using Newtonsoft.Json.Linq;
using Vonage.Generator.Specs;

namespace Vonage.Generator.Emission;

/// <summary>A client, as <c>Client.Class.liquid</c> and <c>Client.Interface.liquid</c> see it.</summary>
internal sealed class ClientView
{
    public ClientView(ApiModel api, IEnumerable<OperationModel> operations)
    {
        Operations = [.. operations];
        Class = api.ClientName;
        var provider = api.Target.Provider;
        IsAlone = api.Target.IsAlone;
        HasCredentials = !IsAlone || CredentialsView.Of(api) is not null;
        Credentials = provider + "Credentials";
        Options = provider + (IsAlone ? "Options" : "ClientOptions");
        Sender = provider + (IsAlone ? "Sender" : "ApiClient");
        Experimental = api.Experimental;
        var example = IsAlone ? null : Emission.Doc.Example(FirstCall.Code(api, Operations));
        Doc = Emission.Doc.Of((string?)api.Spec.Root["info"]?["description"], Class + ".") + (example is null ? string.Empty : "\n" + example);
        // Also where an editor shows it: on the method that is called first.
        if (example is not null && Operations.Where(o => o.InterfaceMethods.Any(m => CallOf(m) >= 0)).MinBy(o => o.InterfaceMethods.Max(CallOf)) is { } main)
            main.Example = example;
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

        int CallOf(MethodView method) => example!.IndexOf($"client.{method.Name}(", StringComparison.Ordinal);
    }

    public string Class { get; }

    /// <summary>The client shares its send path with no other.</summary>
    public bool IsAlone { get; }

    public bool HasCredentials { get; }

    public string Credentials { get; }

    public string Options { get; }

    /// <summary>The class that sends requests.</summary>
    public string Sender { get; }

    public string Doc { get; }

    /// <summary>The diagnostic by which users opt in to the API.</summary>
    public string? Experimental { get; }

    public IReadOnlyList<OperationModel> Operations { get; }

    public IReadOnlyList<ServerView> Servers { get; }
}

/// <summary>A server with its regions.</summary>
internal sealed record ServerView(string Field, string Arguments, string Initializer)
{
    /// <summary>The address of a server without a slash at its end, except where it is nothing else.</summary>
    public static string AddressOf(JObject server) => Servers.AddressOf(server).TrimEnd('/') is { Length: > 0 } address ? address : "/";

    public static ServerView Of(JArray servers)
    {
        var main = Servers.MainOf(servers);
        var address = AddressOf(main);
        var regions = servers.Cast<JObject>().Where(s => s["x-region"] is not null)
            .Select(s => $", ({Literal.Of((string)s["x-region"]!)}, {Literal.Of(AddressOf(s))})");
        return new ServerView((address.StartsWith('/') ? "Base" : Names.Pascal(new Uri(address).Host)) + "Server", Literal.Of(address) + string.Concat(regions),
            (string?)main[Servers.Template] is { } template ? $" {{ Template = {Literal.Of(template.TrimEnd('/'))} }}" : string.Empty);
    }
}
