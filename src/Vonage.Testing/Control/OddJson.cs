using System.Text.Json.Nodes;

namespace Vonage.Testing.Control;

/// <summary>Reads JSON in which anything can be anything: what an application or a test sent and no document describes.</summary>
internal static class OddJson
{
    /// <summary>Gets what is at a path of members; null if one of them is not there or is no object.</summary>
    public static JsonNode? At(this JsonNode? node, params ReadOnlySpan<string> path)
    {
        foreach (var name in path)
            node = node is JsonObject members ? members[name] : null;
        return node;
    }

    /// <summary>Gets what is at a path of members as text.</summary>
    public static string? TextAt(this JsonNode? node, params ReadOnlySpan<string> path) => node.At(path)?.ToString();

    /// <summary>Gets the first item of a list, or what is there instead of a list.</summary>
    public static JsonNode? FirstItem(this JsonNode? node) => node is JsonArray items ? items.FirstOrDefault() : node;
}
