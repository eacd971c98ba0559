using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;
using Microsoft.AspNetCore.Http;
using Vonage.Simulation.Specs;

namespace Vonage.Simulation;

/// <summary>A request that the simulator received, with everything a test may want to look at.</summary>
public sealed class ReceivedRequest
{
    private static readonly JsonDocumentOptions Strict = new() { AllowDuplicateProperties = false };
    private readonly Lazy<string> _body;
    private readonly Lazy<JsonNode?> _json;

    internal ReceivedRequest()
    {
        _body = new(() => Encoding.UTF8.GetString(Content.Span));
        _json = new(ParseJson);
    }

    /// <summary>When it came in.</summary>
    public required DateTimeOffset ReceivedAt { get; init; }

    /// <summary>The HTTP method in capitals.</summary>
    public required string Method { get; init; }

    /// <summary>The API's host that was addressed, such as <c>api.example.com</c>; null where the request named none.</summary>
    public required string? Host { get; init; }

    /// <summary>The path without the host, as it was sent: still escaped.</summary>
    public required string Path { get; init; }

    /// <summary>The parameters of the query. What is not there reads as empty.</summary>
    public required IQueryCollection Query { get; init; }

    /// <summary>The headers. What is not there reads as empty.</summary>
    public required IHeaderDictionary Headers { get; init; }

    /// <summary>The body's bytes.</summary>
    public required ReadOnlyMemory<byte> Content { get; init; }

    /// <summary>The fields and files of a form body; null where the body is none.</summary>
    public required IFormCollection? Form { get; init; }

    /// <summary>The media type of the body, without parameters.</summary>
    public string ContentType => MediaTypes.Bare(Headers.ContentType);

    /// <summary>The body as text.</summary>
    public string Body => _body.Value;

    /// <summary>The body as JSON; null where it is none.</summary>
    public JsonNode? Json => _json.Value;

    /// <summary>The document that has the operation, such as <c>voice</c>; null where none has it.</summary>
    public string? Spec { get; internal set; }

    /// <summary>The operation, by its id in the document, such as <c>createCall</c>; null where there is none.</summary>
    public string? OperationId { get; internal set; }

    /// <summary>Document and operation: <c>voice.createCall</c>.</summary>
    public string? Operation => OperationId is null ? null : $"{Spec}.{OperationId}";

    /// <summary>Why the credentials were refused; null where they were right, or none are needed.</summary>
    public string? AuthenticationError { get; internal set; }

    /// <summary>Whether parameters and body keep the document: what was refused all the same does not fit what the simulator remembers.</summary>
    public bool KeepsDocument { get; internal set; }

    /// <summary>What is wrong with the request, by the document or by what the simulator remembers.</summary>
    public IReadOnlyList<Violation> Violations { get; internal set; } = [];

    /// <summary>The status that the simulator answers with; 0 where it hangs up.</summary>
    public int StatusCode { get; internal set; }

    /// <summary>Method, path and status: nothing that a log should not hold.</summary>
    public override string ToString() => $"{Method} {Host}{Path} → {StatusCode}";

    private JsonNode? ParseJson()
    {
        if (!MediaTypes.IsJson(Headers.ContentType) || Content.IsEmpty)
            return null;
        try
        {
            return JsonNode.Parse(Content.Span, documentOptions: Strict);
        }
        catch (JsonException)
        {
            return null;
        }
    }
}
