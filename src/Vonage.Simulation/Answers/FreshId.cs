using System.Text.Json.Nodes;

namespace Vonage.Simulation.Answers;

/// <summary>The IDs of a request and of a problem: an example contains one, and each response has its own.</summary>
internal static class FreshId
{
    /// <summary>The header that every response has.</summary>
    public const string Header = "X-Request-Id";

    private static readonly string[] Members = ["instance", "request_id"];

    public static bool IsId(string header) =>
        header.EndsWith("Request-Id", StringComparison.OrdinalIgnoreCase) || header.EndsWith("Trace-Id", StringComparison.OrdinalIgnoreCase);

    /// <summary>Creates an ID in the format of another.</summary>
    public static string Like(string example) => Guid.NewGuid().ToString(example.Contains('-', StringComparison.Ordinal) ? "D" : "N");

    public static void Set(JsonNode? body)
    {
        if (body is not JsonObject members)
            return;
        foreach (var name in Members)
        {
            if (members[name] is JsonValue value && value.GetValueKind() == System.Text.Json.JsonValueKind.String)
                members[name] = Like(value.GetValue<string>());
        }
    }
}
