using System.Text.Json.Nodes;

namespace Vonage.Testing.Webhooks;

/// <summary>The URL and method of a webhook.</summary>
internal sealed record Hook(Uri Url, HttpMethod Method)
{
    public static Hook? Of(Uri? url, HttpMethod method) => url is null ? null : new(url, method);

    /// <summary>Gets the URL in a request or NCCO if it is on the local machine, and the standard one otherwise.</summary>
    /// <param name="urls">The URL, or a list with one.</param>
    /// <param name="method">GET or POST; <paramref name="usual"/> if missing.</param>
    /// <param name="usual">The default method.</param>
    /// <param name="standard">The standard target.</param>
    public static Hook? Named(JsonNode? urls, JsonNode? method, HttpMethod usual, Hook? standard) =>
        Local((urls is JsonArray list ? list.FirstOrDefault() : urls)?.ToString()) is { } url
            ? new(url, method?.ToString() switch { "GET" => HttpMethod.Get, "POST" => HttpMethod.Post, _ => usual })
            : standard;

    /// <summary>Gets the URL if it is on the local machine.</summary>
    public static Uri? Local(string? url) =>
        Uri.TryCreate(url, UriKind.Absolute, out var address) && address is { Scheme: "http" or "https", IsLoopback: true } ? address : null;
}
