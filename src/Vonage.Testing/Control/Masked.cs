using System.Text.Json.Nodes;
using Microsoft.AspNetCore.Http.Extensions;
using Microsoft.Extensions.Primitives;
using Vonage.Simulation;

namespace Vonage.Testing.Control;

/// <summary>A recorded request without its secrets.</summary>
internal static class Masked
{
    public const string Text = "***";

    private const string ApiSecret = "api_secret";
    private static readonly string[] Secrets = [ApiSecret, "sig", "secret"];

    public static IEnumerable<KeyValuePair<string, string>> Headers(ReceivedRequest request) => request.Headers.Select(header => KeyValuePair.Create(
        header.Key, header.Key.Equals("Authorization", StringComparison.OrdinalIgnoreCase) ? (header.Value.ToString().Split(' ') is [var scheme, _, ..] ? $"{scheme} {Text}" : Text) : header.Value.ToString()));

    /// <summary>The query with its question mark; empty if there is none.</summary>
    /// <param name="request">The request.</param>
    /// <param name="apiSecret">What stands for the API secret.</param>
    public static string Query(ReceivedRequest request, string apiSecret = Text) => new QueryBuilder(request.Query.Select(field => Mask(field, apiSecret))).ToString();

    /// <summary>The body as text.</summary>
    /// <param name="request">The request.</param>
    /// <param name="apiSecret">What stands for the API secret.</param>
    public static string Body(ReceivedRequest request, string apiSecret = Text)
    {
        if (request.Form is { } form && request.ContentType == "application/x-www-form-urlencoded")
            return new QueryBuilder(form.Select(field => Mask(field, apiSecret))).ToString().TrimStart('?');
        if (request.Json is not JsonObject json || !Secrets.Any(json.ContainsKey))
            return request.Body;
        var copy = json.DeepClone().AsObject();
        foreach (var name in Secrets.Where(copy.ContainsKey))
            copy[name] = name == ApiSecret ? apiSecret : Text;
        return copy.ToJsonString();
    }

    private static KeyValuePair<string, StringValues> Mask(KeyValuePair<string, StringValues> field, string apiSecret) =>
        Secrets.Contains(field.Key) ? KeyValuePair.Create(field.Key, new StringValues(field.Key == ApiSecret ? apiSecret : Text)) : field;
}
