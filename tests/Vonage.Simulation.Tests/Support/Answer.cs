using System.Net;
using System.Net.Http.Headers;
using System.Text.Json.Nodes;

namespace Vonage.Simulation.Tests.Support;

/// <summary>A reply that has been read.</summary>
internal sealed record Answer(HttpStatusCode Status, string? ContentType, HttpResponseHeaders Headers, byte[] Bytes)
{
    public string Text => System.Text.Encoding.UTF8.GetString(Bytes);

    public JsonNode Json => JsonNode.Parse(Bytes)!;

    /// <summary>The text at a path such as <c>messages.0.status</c>; null where there is nothing.</summary>
    public string? this[string path] => path.Split('.')
        .Aggregate((JsonNode?)Json, (node, step) => int.TryParse(step, out var index) ? node?[index] : node?[step])?.ToString();

    public string? Header(string name) => Headers.TryGetValues(name, out var values) ? string.Join(",", values) : null;

    public static async Task<Answer> ReadAsync(HttpResponseMessage response)
    {
        using (response)
            return new(response.StatusCode, response.Content.Headers.ContentType?.MediaType, response.Headers, await response.Content.ReadAsByteArrayAsync());
    }
}
