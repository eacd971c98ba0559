using Newtonsoft.Json.Linq;

namespace Vonage.Generator.Specs;

/// <summary>Where the servers of a document are.</summary>
internal static class Servers
{
    /// <summary>Gives each server its address, with the defaults of its variables.</summary>
    public static void Resolve(Spec spec)
    {
        foreach (var server in spec.ServerPlaces().SelectMany(place => place["servers"] as JArray ?? []).Cast<JObject>().Where(server => server["variables"] is not null))
        {
            server["url"] = AddressOf(server);
            server.Remove("variables");
            spec.Warn($"The server has variables, and its address is {server["url"]}, by their defaults. For another one, set Hosts in the client's options.", server);
        }
    }

    /// <summary>The address of a server, or its path where the document does not name the host: its variables have their defaults. Null where one has none.</summary>
    public static string? AddressOf(JObject server)
    {
        var address = (string)server["url"]!;
        foreach (var variable in (server["variables"] as JObject ?? []).Properties())
            address = address.Replace($"{{{variable.Name}}}", (string?)variable.Value["default"], StringComparison.Ordinal);
        return address.Contains('{', StringComparison.Ordinal)
            ? null
            : address.StartsWith("//", StringComparison.Ordinal) ? "https:" + address : address;
    }
}
