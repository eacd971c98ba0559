using System.Text.Json;
using System.Text.Json.Nodes;

namespace Vonage.Simulation.Answers;

/// <summary>The addresses in a response.</summary>
internal static class Addresses
{
    private const string Scheme = "https://";

    /// <summary>Completes the links that are only paths.</summary>
    public static void CompleteLinks(JsonNode? node, string host) => Change(node, (name, text) =>
        name == "href" && text.StartsWith('/') ? $"{Scheme}{host}{text}" : null);

    /// <summary>Leads the addresses at the given hosts to the simulator at an address without a slash at its end.</summary>
    public static void LeadTo(string address, JsonNode? node, IReadOnlySet<string> hosts) => Change(node, (_, text) =>
        text.StartsWith(Scheme, StringComparison.OrdinalIgnoreCase) && hosts.Contains(text[Scheme.Length..].Split('/', '?')[0]) ? $"{address}/{text[Scheme.Length..]}" : null);

    private static void Change(JsonNode? node, Func<string, string, string?> change)
    {
        switch (node)
        {
            case JsonObject members:
                foreach (var (name, value) in members.ToList())
                {
                    if (Changed(name, value) is { } text)
                        members[name] = text;
                }

                break;
            case JsonArray items:
                for (var i = 0; i < items.Count; i++)
                {
                    if (Changed("", items[i]) is { } text)
                        items[i] = text;
                }

                break;
        }

        string? Changed(string name, JsonNode? value)
        {
            if (value is JsonValue scalar)
                return scalar.GetValueKind() == JsonValueKind.String ? change(name, scalar.GetValue<string>()) : null;
            Change(value, change);
            return null;
        }
    }
}
