using Newtonsoft.Json.Linq;
using Vonage.Generator.Emission;

namespace Vonage.Generator.Specs;

/// <summary>Where the servers of a document are.</summary>
internal static class Servers
{
    /// <summary>The mark of a server: its address with the options' names in braces.</summary>
    public const string Template = "x-template";

    /// <summary>
    /// Gives each server its address, with the defaults of its variables. Where a client stands by itself, the variables of the servers that
    /// it uses become options.
    /// </summary>
    public static IReadOnlyList<ServerVariable> Resolve(Spec spec, Target target)
    {
        var variables = new List<ServerVariable>();
        var taken = ServerVariable.Taken(target);
        foreach (var servers in spec.ServerPlaces().Reverse().Select(place => place["servers"]).OfType<JArray>().Where(servers => servers.Count > 0))
        {
            if (target.IsAlone)
                TakeVariables(spec, target, MainOf(servers), variables, taken);
            foreach (var server in servers.Cast<JObject>().Where(server => server["variables"] is not null))
            {
                server["url"] = AddressOf(server);
                server.Remove("variables");
                if (server[Template] is null)
                    spec.Warn($"The server has variables, and its address is {server["url"]}, by their defaults. For another one, set Hosts in the client's options.", server);
            }
        }
        return variables;
    }

    /// <summary>The server that is used where no region is chosen.</summary>
    public static JObject MainOf(JArray servers) => servers.Cast<JObject>().FirstOrDefault(s => s["x-region"] is null) ?? (JObject)servers[0];

    /// <summary>The address of a server, or its path where the document does not name the host: its variables have their defaults.</summary>
    public static string AddressOf(JObject server) => Filled(server, variable => (string)variable.Value["default"]!);

    /// <summary>Refuses a server that is neither an address nor a path.</summary>
    public static void Check(JObject server)
    {
        var variables = (server["variables"] as JObject ?? []).Properties().ToList();
        foreach (var variable in variables)
            if (variable.Value["enum"] is JArray words && !words.Any(word => JToken.DeepEquals(word, variable.Value["default"])))
                throw new SpecException($"The default of '{variable.Name}' is '{variable.Value["default"]}', which is not one of its values. Choose one of them.", variable.Value["default"]);
        var address = AddressOf(server);
        if (address.IndexOf('{', StringComparison.Ordinal) is var open and >= 0)
            throw new SpecException($"The server '{server["url"]}' has a variable that is not declared: '{address[(open + 1)..].Split('}')[0]}'. Declare it under 'variables', with a 'default'.", server);
        if (address.StartsWith('/') && !address.Contains('?', StringComparison.Ordinal) && !address.Contains('#', StringComparison.Ordinal))
            return;
        if (!Uri.TryCreate(address, UriKind.Absolute, out var url) || url.Scheme is not ("http" or "https"))
            throw new SpecException($"The server '{server["url"]}' is neither an http or https address nor a path. Write https://api.example.com/v1, or /v1 if the document does not know the host.", server);
        if (url.UserInfo.Length + url.Query.Length + url.Fragment.Length > 0)
            throw new SpecException($"The server '{server["url"]}' has {(url.UserInfo.Length > 0 ? "a user name or password" : "a query or a fragment")}, which would not be sent. Describe it by {(url.UserInfo.Length > 0 ? "a security scheme" : "parameters")}.", server);
    }

    private static void TakeVariables(Spec spec, Target target, JObject server, List<ServerVariable> variables, HashSet<string> taken)
    {
        if (server["variables"] is not JObject { Count: > 0 })
            return;
        server[Template] = Filled(server, declared =>
        {
            var variable = variables.Find(known => known.Name == declared.Name && JToken.DeepEquals(known.Declaration, declared.Value));
            if (variable is null)
                variables.Add(variable = new ServerVariable(spec, target, declared, Unique.Name(Names.Pascal(declared.Name), taken)));
            return $"{{{variable.Property}}}";
        });
    }

    // One pass: a value is not looked through for other variables.
    private static string Filled(JObject server, Func<JProperty, string> valueOf)
    {
        var parts = ((string)server["url"]!).Split('{');
        var address = parts[0] + string.Concat(parts.Skip(1).Select(part =>
            part.IndexOf('}', StringComparison.Ordinal) is var end and >= 0 && (server["variables"] as JObject)?.Property(part[..end]) is { } variable ? valueOf(variable) + part[(end + 1)..] : "{" + part));
        return (address.StartsWith("//", StringComparison.Ordinal) ? "https:" + address : address).Trim();
    }
}

/// <summary>A variable in the address of a server, which is an option of the client.</summary>
internal sealed class ServerVariable
{
    public ServerVariable(Spec spec, Target target, JProperty declared, string property)
    {
        Name = declared.Name;
        Property = property;
        Declaration = (JObject)declared.Value.DeepClone();
        Description = (string?)Declaration["description"];
        Default = (string)Declaration["default"]!;
        if (Declaration["enum"] is not JArray { Count: > 0 } words)
            return;
        var taken = spec.Schemas.Properties().Select(s => s.Name).Concat(target.Types).ToHashSet(StringComparer.Ordinal);
        Enum = Unique.Name(SchemaNames.Free(Names.Pascal($"{target.Provider}-{property}")), taken);
        spec.Schemas[Enum] = new JObject { ["type"] = "string", ["description"] = Description, ["enum"] = words.DeepClone() };
    }

    public string Name { get; }

    /// <summary>The option.</summary>
    public string Property { get; }

    public JObject Declaration { get; }

    public string? Description { get; }

    public string Default { get; }

    /// <summary>The schema of its values; null where it can be any text.</summary>
    public string? Enum { get; }

    /// <summary>The names that options have already.</summary>
    public static HashSet<string> Taken(Target target) =>
    [
        "ApplicationName", "AttemptTimeout", "BaseAddress", "CircuitBreaker", "FallbackRegionCode", "Hosts", "KnownHosts", "Log", "MaxResponseLength", "OwnHosts", "Pipeline", "PreferredAuthentication",
        "RateLimiter", "RegionCode", "RequestIdHeaders", "Retry", "ServerVariables", "TelemetryName", "ThirdPartyHosts", "TimeProvider", "Timeout", "Equals", "GetHashCode", "GetType", "ToString",
        "MemberwiseClone", "Finalize", "ReferenceEquals", "Dictionary", "IReadOnlyCollection", "IReadOnlyDictionary", "ApiServer", .. target.Types,
    ];
}
