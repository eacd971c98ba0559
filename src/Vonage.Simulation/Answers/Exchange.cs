using System.Text.Json.Nodes;
using Microsoft.AspNetCore.WebUtilities;
using Vonage.Simulation.Answers;
using Vonage.Simulation.Specs;

namespace Vonage.Simulation;

/// <summary>A request that has found its operation, and the answers which that operation's document has for it.</summary>
public sealed class Exchange
{
    internal Exchange(SpecOperation operation, ReceivedRequest request, IReadOnlyDictionary<string, string> path, JsonNode? body) =>
        (Operation, Request, Path, Body) = (operation, request, path, body as JsonObject ?? []);

    /// <summary>The request.</summary>
    public ReceivedRequest Request { get; }

    /// <summary>The operation's id in its document.</summary>
    public string OperationId => Operation.Id;

    /// <summary>The first of the hosts that serve the operation.</summary>
    public string Host => Operation.Hosts[0];

    /// <summary>The values of the path's parameters.</summary>
    public IReadOnlyDictionary<string, string> Path { get; }

    /// <summary>The body as JSON, also where it came as a form.</summary>
    public JsonObject Body { get; }

    internal SpecOperation Operation { get; }

    /// <summary>A parameter of the query; null where it is absent.</summary>
    /// <param name="name">The parameter's name.</param>
    public string? Query(string name) => Request.Query[name] is { Count: > 0 } values ? values.ToString() : null;

    /// <summary>A field of the body as text; null where it is absent.</summary>
    /// <param name="name">The field's name.</param>
    public string? Text(string name) => Body[name]?.ToString();

    /// <summary>The documented body of a webhook that the operation leads to; null where none is documented.</summary>
    /// <param name="name">The webhook's name in the document.</param>
    public JsonNode? CallbackExample(string name) => Operation.CallbackExample(name);

    /// <summary>The documented success, with its example as body.</summary>
    /// <param name="example">Which of its examples; the first where null.</param>
    public Reply Success(string? example = null) => DocumentedReply.Make(Operation.Success, example, Request.Headers.Accept);

    /// <summary>The documented success, with a copy of a body in place of its example.</summary>
    /// <param name="body">The body.</param>
    public Reply SuccessWith(JsonNode body)
    {
        ArgumentNullException.ThrowIfNull(body);
        var reply = Success();
        reply.Json = body.DeepClone();
        return reply;
    }

    /// <summary>The documented answer of a status.</summary>
    /// <param name="status">The status; a plain problem where it is not documented.</param>
    /// <param name="detail">What to say in the body; what the example says where null.</param>
    /// <param name="example">Which of its examples.</param>
    public Reply Error(int status, string? detail = null, string? example = null)
    {
        if (Operation.Response(status) is not { } documented)
            return DocumentedReply.Problem(status, ReasonPhrases.GetReasonPhrase(status), detail ?? $"{Operation} does not document this status.");
        var reply = DocumentedReply.Make(documented, example);
        if (detail is not null)
            ErrorText.Tell(reply, detail, []);
        return reply;
    }

    /// <summary>The documented answer to a request that breaks a rule.</summary>
    /// <param name="field">The field, by its path in the body or its parameter's name.</param>
    /// <param name="reason">The rule, such as <c>is required</c>.</param>
    public Reply Refuse(string field, string reason) => Refuse([new Violation(field, reason)]);

    internal Reply Refuse(IReadOnlyList<Violation> violations)
    {
        Request.Violations = violations;
        var detail = string.Join("; ", violations);
        var reply = Documented(400) ?? Documented(422) ?? ErrorInSuccess(violations[0]) ?? OtherRefusal()
            ?? DocumentedReply.Problem(400, "Bad Request", detail);
        ErrorText.Tell(reply, detail, violations);
        return reply;
    }

    private Reply? Documented(int status) => Operation.Response(status) is { } response ? DocumentedReply.Make(response) : null;

    /// <summary>A refusal with a status of the API's own. Those with a meaning that everybody knows are none.</summary>
    private Reply? OtherRefusal() =>
        Operation.Responses.FirstOrDefault(response => response.Status is > 400 and < 500 and not (401 or 402 or 403 or 404 or 405 or 409 or 410 or 415 or 429)) is { } response
            ? DocumentedReply.Make(response)
            : null;

    /// <summary>Some APIs answer 200 with an error inside, and have an example for it.</summary>
    private Reply? ErrorInSuccess(Violation violation)
    {
        var failed = Operation.Success.Content.SelectMany(media => media.Examples).FirstOrDefault(example => ErrorText.IsError(example.Value.ToJson()));
        if (failed.Key is null)
            return null;
        var reply = Success(failed.Key);
        ErrorText.Number(reply.Json, violation);
        return reply;
    }
}
