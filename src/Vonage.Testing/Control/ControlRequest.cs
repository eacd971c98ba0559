using System.Globalization;
using System.Text.Json.Nodes;
using Microsoft.AspNetCore.Http;

namespace Vonage.Testing.Control;

/// <summary>A request to the control API: its parameters come from the query, from a form, or from a JSON object.</summary>
internal sealed class ControlRequest
{
    private readonly JsonObject _body;
    private readonly IQueryCollection _query;

    private ControlRequest(HttpRequest request, JsonObject body) =>
        (Method, Segments, _query, _body) = (HttpMethods.IsHead(request.Method) ? HttpMethods.Get : request.Method, [.. (request.Path.Value ?? "").Split('/', StringSplitOptions.RemoveEmptyEntries).Skip(1)], request.Query, body);

    public string Method { get; }

    /// <summary>The segments of the path after the reserved prefix.</summary>
    public string[] Segments { get; }

    public string? Session => Text("session");

    public JsonObject Body => _body;

    public static async Task<ControlRequest> ReadAsync(HttpRequest request, CancellationToken cancellationToken)
    {
        if (request.HasFormContentType)
        {
            var form = await request.ReadFormAsync(cancellationToken).ConfigureAwait(false);
            return new(request, new JsonObject(form.Select(field => KeyValuePair.Create(field.Key, (JsonNode?)field.Value.ToString()))));
        }
        using var content = new MemoryStream();
        await request.Body.CopyToAsync(content, cancellationToken).ConfigureAwait(false);
        if (content.Length == 0)
            return new(request, []);
        content.Position = 0;
        var body = await JsonNode.ParseAsync(content, cancellationToken: cancellationToken).ConfigureAwait(false) as JsonObject ?? throw new ArgumentException("The body must be a JSON object or a form.");
        try
        {
            // Half of a surrogate pair, such as "\ud800", is an error only when the text is read.
            _ = body.ToJsonString();
            return new(request, body);
        }
        catch (InvalidOperationException error)
        {
            throw new ArgumentException(error.Message, error);
        }
    }

    /// <summary>A parameter of the body or the query; null if it is missing or empty.</summary>
    public string? Text(string name) =>
        (_body[name]?.ToString() ?? _query[name].FirstOrDefault()) is { Length: > 0 } text ? text : null;

    public string Required(string name) => Text(name) ?? throw new ArgumentException($"{name} is required.");

    public int? Whole(string name, int least, int most)
    {
        if (Text(name) is not { } text)
            return null;
        return int.TryParse(text, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var number) && number >= least && number <= most
            ? number
            : throw new ArgumentException($"{name} must be a whole number from {least} to {most}.");
    }

    public double? Number(string name)
    {
        if (Text(name) is not { } text)
            return null;
        return double.TryParse(text, CultureInfo.InvariantCulture, out var number) ? number : throw new ArgumentException($"{name} must be a number.");
    }
}
