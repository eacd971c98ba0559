using System.Globalization;
using System.Text.Json;
using System.Text.Json.Nodes;
using Vonage.Simulation.Specs;

namespace Vonage.Simulation.Answers;

/// <summary>Writes the reason for an error into its documented body, if the API has a field for it.</summary>
internal static class ErrorText
{
    private static readonly string[] Places =
        ["detail", "error-text", "error_text", "status_message", "error-code-label", "error_message", "errorMessage", "message", "description"];

    public static void Tell(ExchangeResponse reply, string detail, IReadOnlyList<SpecViolation> violations)
    {
        if (reply.Json is not JsonObject body)
            return;
        if (Find(body) is { } found)
            found.Owner[found.Name] = detail;
        else if (MediaTypes.Bare(reply.ContentType) == MediaTypes.Problem)
            body["detail"] = detail;
        if (violations.Count > 0)
            Name(body, reply.ContentType, violations);
        else
            body.Remove("invalid_parameters");
    }

    /// <summary>Determines whether a value contains an error text and no success status.</summary>
    public static bool IsError(JsonNode? node) =>
        Find(node) is { Name: "error-text" or "error_text" or "status_message" } found && found.Owner["status"]?.ToString() != "0";

    /// <summary>Sets the status of older APIs.</summary>
    public static void Number(JsonNode? node, int number)
    {
        if (Find(node) is { } found && found.Owner["status"] is { } status)
            found.Owner["status"] = status.GetValueKind() == JsonValueKind.Number ? number : number.ToString(CultureInfo.InvariantCulture);
    }

    /// <summary>Sets the status of older APIs for a missing or invalid parameter.</summary>
    public static void Number(JsonNode? node, SpecViolation violation)
    {
        if (Find(node) is not { } found || found.Owner["status"] is not { } status)
            return;
        // A numeric status is the same for both.
        if (status.GetValueKind() == JsonValueKind.Number)
            found.Owner["status"] = 3;
        else
            found.Owner["status"] = violation.Reason == "is required" ? "2" : "3";
    }

    private static void Name(JsonObject body, string? contentType, IReadOnlyList<SpecViolation> violations)
    {
        if (body["invalid_parameters"] is JsonObject)
            body["invalid_parameters"] = new JsonObject(violations.DistinctBy(violation => violation.Field)
                .Select(violation => KeyValuePair.Create(violation.Field, (JsonNode?)violation.Reason)));
        else if (body.ContainsKey("invalid_parameters") || MediaTypes.Bare(contentType) == MediaTypes.Problem)
        {
            var (name, reason) = (body["invalid_parameters"] as JsonArray)?.FirstOrDefault() is JsonObject documented && documented.ContainsKey("field") ? ("field", "description") : ("name", "reason");
            body["invalid_parameters"] = new JsonArray([.. violations
                .Select(violation => new JsonObject { [name] = violation.Field, [reason] = violation.Reason })]);
        }
    }

    private static (JsonObject Owner, string Name)? Find(JsonNode? node) => node switch
    {
        JsonObject members => Array.Find(Places, members.ContainsKey) is { } name
            ? (members, name)
            : members.Select(member => Find(member.Value)).FirstOrDefault(found => found is not null),
        JsonArray items => items.Select(Find).FirstOrDefault(found => found is not null),
        _ => null,
    };
}
