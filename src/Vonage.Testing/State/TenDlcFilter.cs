using System.Diagnostics.CodeAnalysis;
using System.Globalization;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace Vonage.Testing.State;

/// <summary>
/// The filter of a list in the 10DLC API, as far as its meaning is certain. The reference lists the operators without describing them, and
/// does not document how conditions are combined: what could be a guess is refused, so that no test relies on it.
/// </summary>
internal static class TenDlcFilter
{
    public static bool TryRead(string? json, [NotNullWhen(true)] out Func<JsonObject, bool>? filter, [NotNullWhen(false)] out string? reason)
    {
        (filter, reason) = (null, null);
        var conditions = json is null ? [] : JsonNode.Parse(json)!.AsArray().SelectMany(group => group!.AsArray()).ToList();
        if (conditions.Count == 0)
            filter = _ => true;
        else if (conditions.Count > 1)
            reason = "The simulator applies one condition: how several are combined is not documented";
        else if (Comparison(conditions[0]!["type"]!.ToString()) is not { } holds)
            reason = $"The simulator does not apply the operator '{conditions[0]!["type"]}': its meaning is not documented";
        else
            filter = resource => holds(Compare(Field(resource, conditions[0]!["field"]!.ToString()), conditions[0]!["value"]));
        return filter is not null;
    }

    // The order of two values; null if they have none.
    private static Func<int?, bool>? Comparison(string type) => type switch
    {
        "=" or "==" => order => order == 0,
        "!=" or "!==" => order => order != 0,
        "<" => order => order < 0,
        "<=" => order => order <= 0,
        ">" => order => order > 0,
        ">=" => order => order >= 0,
        _ => null,
    };

    private static JsonNode? Field(JsonObject resource, string path) =>
        path.Split('.').Aggregate((JsonNode?)resource, (node, name) => (node as JsonObject)?[name]);

    private static int? Compare(JsonNode? one, JsonNode? other) => (one?.GetValueKind(), other?.GetValueKind()) switch
    {
        (JsonValueKind.Number, JsonValueKind.Number) => Number(one!).CompareTo(Number(other!)),
        (null, _) or (_, null) => null,
        _ => Math.Sign(string.CompareOrdinal(one!.ToString(), other!.ToString())),
    };

    private static decimal Number(JsonNode node) => decimal.Parse(node.ToJsonString(), NumberStyles.Float, CultureInfo.InvariantCulture);
}
