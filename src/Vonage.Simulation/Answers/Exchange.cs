using System.Text.Json.Nodes;
using Microsoft.AspNetCore.WebUtilities;
using Microsoft.Extensions.Primitives;
using Vonage.Simulation.Answers;
using Vonage.Simulation.Specs;

namespace Vonage.Simulation;

/// <summary>A request to a documented operation, and the responses that the document contains for it.</summary>
public sealed class Exchange
{
    private readonly bool _isLenient;

    internal Exchange(SpecOperation operation, ReceivedRequest request, IReadOnlyDictionary<string, string> path, JsonNode? body, bool isLenient) =>
        (Operation, Request, Path, Body, _isLenient) = (operation, request, path, body as JsonObject ?? [], isLenient);

    /// <summary>The request.</summary>
    public ReceivedRequest Request { get; }

    /// <summary>The ID of the operation in its document.</summary>
    public string OperationId => Operation.Id;

    /// <summary>The first host of the operation.</summary>
    public string Host => Operation.Hosts[0];

    /// <summary>The values of the path parameters.</summary>
    public IReadOnlyDictionary<string, string> Path { get; }

    /// <summary>The body as JSON, even if it was sent as a form.</summary>
    public JsonObject Body { get; }

    internal SpecOperation Operation { get; }

    /// <summary>Gets a query parameter; <see langword="null"/> if it does not exist.</summary>
    /// <param name="name">The name of the parameter.</param>
    public string? Query(string name) => Values(name) is { Count: > 0 } values ? values.ToString() : null;

    /// <summary>Gets all values of a query parameter; empty if it does not exist.</summary>
    /// <param name="name">The name of the parameter.</param>
    public StringValues Values(string name) => _isLenient ? Request.Parameters.GetValueOrDefault(name) : Request.Query[name];

    /// <summary>Gets a field of the body as text; <see langword="null"/> if it does not exist.</summary>
    /// <param name="name">The name of the field.</param>
    public string? Text(string name) => Body[name]?.ToString();

    /// <summary>Gets the documented body of a webhook of the operation; <see langword="null"/> if there is none.</summary>
    /// <param name="name">The name of the webhook in the document.</param>
    public JsonNode? CallbackExample(string name) => Operation.CallbackExample(name);

    /// <summary>Creates the documented success response, with its example as the body.</summary>
    /// <param name="example">The name of the example; the first one if <see langword="null"/>.</param>
    public ExchangeResponse Success(string? example = null) => DocumentedReply.Make(Operation.Success, example, Request.Headers.Accept);

    /// <summary>Creates the documented success response, with a copy of the given body.</summary>
    /// <param name="body">The body.</param>
    public ExchangeResponse SuccessWith(JsonNode body)
    {
        ArgumentNullException.ThrowIfNull(body);
        var reply = Success();
        reply.Json = body.DeepClone();
        return reply;
    }

    /// <summary>Creates the documented response for a status.</summary>
    /// <param name="status">The status. If it is not documented, the response contains problem details.</param>
    /// <param name="detail">The text of the error. If <see langword="null"/>, it is a general one, or that of the named example.</param>
    /// <param name="example">The name of the example.</param>
    public ExchangeResponse Error(int status, string? detail = null, string? example = null) =>
        Documented(status, detail ?? (example is null ? ReasonFor(status) ?? $"{ReasonPhrases.GetReasonPhrase(status)}: {Request.Method} {Request.Path}" : null), example);

    /// <summary>Creates the documented response for a status that a test asked for.</summary>
    internal ExchangeResponse Ordered(int status, string? example) => Documented(status, example is null ? ReasonFor(status) : null, example);

    private ExchangeResponse Documented(int status, string? detail, string? example)
    {
        if (Operation.Response(status) is not { } documented)
            return DocumentedReply.Problem(status, ReasonPhrases.GetReasonPhrase(status), detail ?? $"{Operation} does not document this status.");
        var reply = DocumentedReply.Make(documented, example);
        if (detail is not null)
            ErrorText.Tell(reply, detail, []);
        return reply;
    }

    /// <summary>Creates the documented response to a request that violates a rule.</summary>
    /// <param name="field">The path of the field in the body, or the name of the parameter.</param>
    /// <param name="reason">The rule, such as <c>is required</c>.</param>
    public ExchangeResponse Refuse(string field, string reason) => Refuse([new SpecViolation(field, reason)]);

    /// <summary>Creates the response to a request with missing or wrong credentials: 401, or 403 if the operation documents only that.</summary>
    internal ExchangeResponse Unauthorized(AuthenticationCheck check)
    {
        if (_isLenient && check.BodyStatus is { } status && FailureInSuccess() is { } reply)
        {
            ErrorText.Number(reply.Json, status);
            ErrorText.Tell(reply, check.Error!, []);
            return reply;
        }

        return Error(Operation.Response(401) is null && Operation.Response(403) is not null ? 403 : 401);
    }

    internal ExchangeResponse Refuse(IReadOnlyList<SpecViolation> violations)
    {
        Request.Violations = violations;
        var detail = string.Join("; ", violations);
        var reply = Documented(400) ?? Documented(422) ?? ErrorInSuccess(violations[0]) ?? OtherRefusal()
            ?? DocumentedReply.Problem(400, "Bad Request", detail);
        ErrorText.Tell(reply, detail, violations);
        return reply;
    }

    private string? ReasonFor(int status) => status switch
    {
        401 or 403 => Request.AuthenticationError,
        402 => "The balance of the account is too low",
        404 => $"{Request.Path} does not exist, or you do not have access",
        _ => null,
    };

    private ExchangeResponse? Documented(int status) => Operation.Response(status) is { } response ? DocumentedReply.Make(response) : null;

    /// <summary>An API-specific status for invalid requests, other than those with a general meaning.</summary>
    private ExchangeResponse? OtherRefusal() =>
        Operation.Responses.FirstOrDefault(response => response.Status is > 400 and < 500 and not (401 or 402 or 403 or 404 or 405 or 409 or 410 or 415 or 429)) is { } response
            ? DocumentedReply.Make(response)
            : null;

    /// <summary>Some APIs return status 200 with an error in the body, and document an example of it.</summary>
    private ExchangeResponse? ErrorInSuccess(SpecViolation violation)
    {
        if (FailureInSuccess() is not { } reply)
            return null;
        ErrorText.Number(reply.Json, violation);
        return reply;
    }

    private ExchangeResponse? FailureInSuccess()
    {
        var failed = Operation.Success.Content.SelectMany(media => media.Examples).FirstOrDefault(example => ErrorText.IsError(example.Value.ToJson()));
        return failed.Key is null ? null : Success(failed.Key);
    }
}
