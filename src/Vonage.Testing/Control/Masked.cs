using System.Text.Json.Nodes;
using Microsoft.AspNetCore.Http.Extensions;
using Microsoft.Extensions.Primitives;
using Vonage.Simulation;

namespace Vonage.Testing.Control;

/// <summary>A recorded request without its secrets.</summary>
internal static class Masked
{
    public const string Text = "***";

    private static readonly string[] Secrets = ["api_secret", "sig", "secret"];

    public static IEnumerable<KeyValuePair<string, string>> Headers(ReceivedRequest request) => request.Headers.Select(header => KeyValuePair.Create(
        header.Key, header.Key.Equals("Authorization", StringComparison.OrdinalIgnoreCase) ? $"{header.Value.ToString().Split(' ')[0]} {Text}" : header.Value.ToString()));

    /// <summary>The query with its question mark; empty if there is none.</summary>
    public static string Query(ReceivedRequest request) => new QueryBuilder(request.Query.Select(Mask)).ToString();

    /// <summary>The body as text.</summary>
    public static string Body(ReceivedRequest request)
    {
        if (request.Form is { } form && request.ContentType == "application/x-www-form-urlencoded")
            return new QueryBuilder(form.Select(Mask)).ToString().TrimStart('?');
        if (request.Json is not JsonObject json || !Secrets.Any(json.ContainsKey))
            return request.Body;
        var copy = json.DeepClone().AsObject();
        foreach (var name in Secrets.Where(copy.ContainsKey))
            copy[name] = Text;
        return copy.ToJsonString();
    }

    private static KeyValuePair<string, StringValues> Mask(KeyValuePair<string, StringValues> field) =>
        Secrets.Contains(field.Key) ? KeyValuePair.Create(field.Key, new StringValues(Text)) : field;
}
