using System.Text.Json.Nodes;

namespace Vonage.Testing.Webhooks;

/// <summary>Where a webhook goes, and how.</summary>
internal sealed record Hook(Uri Url, HttpMethod Method)
{
    public static Hook? Of(Uri? url, HttpMethod method) => url is null ? null : new(url, method);

    /// <summary>An address that a request or an NCCO names: good where it is on this machine, and otherwise the standard one.</summary>
    /// <param name="urls">The address, or a list of one.</param>
    /// <param name="method">GET or POST; <paramref name="usual"/> where absent.</param>
    /// <param name="usual">The method where none is named.</param>
    /// <param name="standard">Where it goes otherwise.</param>
    public static Hook? Named(JsonNode? urls, JsonNode? method, HttpMethod usual, Hook? standard) =>
        Local((urls is JsonArray list ? list.FirstOrDefault() : urls)?.ToString()) is { } url
            ? new(url, method?.ToString() switch { "GET" => HttpMethod.Get, "POST" => HttpMethod.Post, _ => usual })
            : standard;

    /// <summary>The address, where it is one on this machine.</summary>
    public static Uri? Local(string? url) =>
        Uri.TryCreate(url, UriKind.Absolute, out var address) && address is { Scheme: "http" or "https", IsLoopback: true } ? address : null;
}
