using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Primitives;
using Vonage.Simulation.Specs;

namespace Vonage.Simulation;

/// <summary>A request that the simulator received.</summary>
public sealed class ReceivedRequest
{
#if NET10_0_OR_GREATER
    private static readonly JsonDocumentOptions Strict = new() { AllowDuplicateProperties = false };
#else
    // A property that is there twice is an error when the properties are read.
    private static JsonDocumentOptions Strict => default;
#endif
    private readonly Lazy<string> _body;
    private readonly Lazy<JsonNode?> _json;
    private readonly Lazy<long> _size;
    private readonly Lazy<IReadOnlyDictionary<string, StringValues>> _parameters;

    internal ReceivedRequest()
    {
        _body = new(() => Encoding.UTF8.GetString(Content.Span));
        _json = new(ParseJson);
        _size = new(Measure);
        _parameters = new(ReadParameters);
    }

    /// <summary>The number of the request, in the order of arrival.</summary>
    public long Id { get; internal set; }

    /// <summary>The time of arrival.</summary>
    public required DateTimeOffset ReceivedAt { get; init; }

    /// <summary>The HTTP method in uppercase.</summary>
    public required string Method { get; init; }

    /// <summary>The host of the API, such as <c>api.example.com</c>; <see langword="null"/> if the request named none.</summary>
    public required string? Host { get; init; }

    /// <summary>The path without the host, still escaped.</summary>
    public required string Path { get; init; }

    /// <summary>The values of the path parameters of the operation, by name.</summary>
    public IReadOnlyDictionary<string, string> PathValues { get; internal set; } = new Dictionary<string, string>();

    /// <summary>The query parameters. A missing parameter is empty.</summary>
    public required IQueryCollection Query { get; init; }

    /// <summary>The headers. A missing header is empty.</summary>
    public required IHeaderDictionary Headers { get; init; }

    /// <summary>The bytes of the body.</summary>
    public required ReadOnlyMemory<byte> Content { get; init; }

    /// <summary>The fields and files of a form body; <see langword="null"/> if the body is not a form.</summary>
    public required IFormCollection? Form { get; init; }

    /// <summary>The media type of the body, without parameters.</summary>
    public string ContentType => MediaTypes.Bare(Headers.ContentType);

    /// <summary>The body as text.</summary>
    public string Body => _body.Value;

    /// <summary>The body as JSON; <see langword="null"/> if it is not JSON.</summary>
    public JsonNode? Json => _json.Value;

    /// <summary>The parameters by name, wherever they are: in the query, the form or the top level of a JSON object. The first of these counts.</summary>
    public IReadOnlyDictionary<string, StringValues> Parameters => _parameters.Value;

    /// <summary>The document of the operation, such as <c>voice</c>; <see langword="null"/> if there is none.</summary>
    public string? Spec { get; internal set; }

    /// <summary>The ID of the operation in its document, such as <c>createCall</c>; <see langword="null"/> if there is none.</summary>
    public string? OperationId { get; internal set; }

    /// <summary>The document and the operation: <c>voice.createCall</c>.</summary>
    public string? Operation => OperationId is null ? null : $"{Spec}.{OperationId}";

    /// <summary>The reason why the credentials were rejected; <see langword="null"/> if they are valid or not required.</summary>
    public string? AuthenticationError { get; internal set; }

    /// <summary>Indicates whether the parameters and the body conform to the document. A request that conforms can still conflict with the state of the simulator.</summary>
    public bool MatchesSpec { get; internal set; }

    /// <summary>The errors in the request, according to the document or the state of the simulator.</summary>
    public IReadOnlyList<SpecViolation> Violations { get; internal set; } = [];

    /// <summary>The status of the response; 0 if the connection was closed without a response.</summary>
    public int StatusCode { get; internal set; }

    /// <summary>The response; <see langword="null"/> if the connection was closed without one.</summary>
    public SentResponse? Reply { get; internal set; }

    /// <summary>The time from the arrival until the response was sent; <see langword="null"/> before.</summary>
    public TimeSpan? Duration { get; internal set; }

    /// <summary>The address that the client used for this machine, such as <c>http://localhost:4010</c>; <see langword="null"/> if it named the host of the API.</summary>
    public string? OwnAddress { get; init; }

    /// <summary>The bytes that are kept: the body, the path, the query and the headers, and the response.</summary>
    internal long Size => _size.Value;

    /// <summary>Returns the method, path and status, without any content.</summary>
    public override string ToString() => $"{Method} {Host}{Path} → {StatusCode}";

    private Dictionary<string, StringValues> ReadParameters() => Query
        .Concat(Form ?? Enumerable.Empty<KeyValuePair<string, StringValues>>())
        .Concat((Json as JsonObject ?? []).Where(member => member.Value is not null).Select(member => KeyValuePair.Create(member.Key, TextOf(member.Value!))))
        .DistinctBy(parameter => parameter.Key)
        .ToDictionary(parameter => parameter.Key, parameter => parameter.Value, StringComparer.Ordinal);

    private static StringValues TextOf(JsonNode value) => value is JsonArray items
        ? new StringValues([.. items.Select(item => item?.ToString())])
        : new StringValues(value.ToString());

    private long Measure() => Content.Length + (sizeof(char) * (Path.Length + Length(Query) + Length(Headers))) + (Reply?.Size ?? 0);

    private static long Length(IEnumerable<KeyValuePair<string, StringValues>> fields) =>
        fields.Sum(field => field.Key.Length + field.Value.Sum(value => (long)(value?.Length ?? 0)));

    private JsonNode? ParseJson()
    {
        if (!MediaTypes.IsJson(Headers.ContentType) || Content.IsEmpty)
            return null;
        try
        {
            var node = JsonNode.Parse(Content.Span, documentOptions: Strict);
            ReadTexts(node);
            return node;
        }
        catch (Exception error) when (error is JsonException or InvalidOperationException or ArgumentException)
        {
            return null;
        }
    }

    // Half of a surrogate pair, such as "\ud800", is an error only when the text is read: no text, so no JSON for anyone who uses it.
    private static void ReadTexts(JsonNode? node)
    {
        switch (node)
        {
            case JsonObject members:
                foreach (var (_, value) in members)
                    ReadTexts(value);
                break;
            case JsonArray items:
                foreach (var item in items)
                    ReadTexts(item);
                break;
            case JsonValue value when value.GetValueKind() == JsonValueKind.String:
                _ = value.GetValue<string>();
                break;
        }
    }
}
