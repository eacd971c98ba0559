using System.Net;

namespace Vonage.Core;

/// <summary>The exception that is thrown when a request fails: the server returned an error, or no usable response was received.</summary>
/// <remarks>The message names the operation and the reason. It never contains credentials or the body.</remarks>
public class ApiException : Exception
{
    private string? _ending;

    private static readonly Dictionary<string, IReadOnlyList<string>> NoHeaders = new(StringComparer.OrdinalIgnoreCase);

    /// <summary>Initializes a new instance of the class from a response.</summary>
    /// <param name="reply">The response.</param>
    /// <param name="reason">The reason, for the message; <see langword="null"/> to use the status only.</param>
    /// <param name="inner">The exception that caused this one, if any.</param>
    public ApiException(ApiResponse reply, string? reason = null, Exception? inner = null)
        : base(ErrorText.Of(reply, reason), inner)
    {
        Operation = reply.Operation;
        Method = reply.Method;
        Path = reply.Path;
        Authentication = reply.Authentication;
        WasSent = RequestSent.Yes;
        StatusCode = reply.StatusCode;
        Headers = reply.Headers;
        RequestId = reply.RequestId;
        RetryAfter = reply.RetryAfter;
        Body = reply.Body;
        IsBodyTruncated = reply.IsBodyTruncated;
    }

    /// <summary>Initializes a new instance of the class for a response that did not come, or not completely.</summary>
    private protected ApiException(ApiRequest request, RequestSent sent, ApiResponse? reply, string message, Exception? inner)
        : base(message, inner)
    {
        Operation = request.Operation.Name;
        Method = request.Operation.Method;
        Path = request.Path;
        Authentication = request.Plan.Describe(request.Operation);
        WasSent = sent;
        StatusCode = reply?.StatusCode;
        Headers = reply?.Headers ?? NoHeaders;
        RequestId = reply?.RequestId;
        RetryAfter = reply?.RetryAfter;
        Body = reply?.Body ?? string.Empty;
        IsBodyTruncated = reply is not null;
    }

    /// <summary>Initializes a new instance of the class for an attempt that was not made, after another one that failed.</summary>
    private protected ApiException(ApiRequest request, RequestSent sent, ApiException? last, string message, Exception? inner)
        : this(request, sent, reply: null, message, inner)
    {
        if (last is null)
            return;
        StatusCode = last.StatusCode;
        Headers = last.Headers;
        RequestId = last.RequestId;
        RetryAfter = last.RetryAfter;
        Body = last.Body;
        IsBodyTruncated = last.IsBodyTruncated;
    }

    /// <summary>What happened, and how often it was attempted if more than once.</summary>
    public override string Message => _ending is { Length: > 0 } ? $"{base.Message.TrimEnd('.')}.{_ending}" : base.Message;

    /// <summary>
    /// All attempts of the call: the reason for which each failed, and the wait that followed. An attempt that a rate limiter or a circuit breaker held back is
    /// none.
    /// </summary>
    /// <remarks>Empty if the exception does not come from a client.</remarks>
    public IReadOnlyList<ApiAttempt> Attempts { get; private set; } = [];

    /// <summary>The API and the operation, such as <c>Messages.send</c>.</summary>
    public string Operation { get; }

    /// <summary>The HTTP method of the request.</summary>
    public HttpMethod Method { get; }

    /// <summary>The path of the request, without the query.</summary>
    public string Path { get; }

    /// <summary>How the request was authenticated: the scheme and the key or application, such as <c>Basic, API key abcd1234</c>; <see langword="null"/> if it was not. It never contains a secret.</summary>
    public string? Authentication { get; }

    /// <summary>Indicates whether the request reached the server. Only a request that was not sent can be repeated without a second effect.</summary>
    public RequestSent WasSent { get; }

    /// <summary>The HTTP status; <see langword="null"/> if no response was received.</summary>
    public HttpStatusCode? StatusCode { get; }

    /// <summary>All headers of the response. Names are not case-sensitive.</summary>
    public IReadOnlyDictionary<string, IReadOnlyList<string>> Headers { get; }

    /// <summary>The provider's ID of the request. Include it in support requests.</summary>
    public string? RequestId { get; }

    /// <summary>The time that the server, or an open circuit, asks the client to wait before the next request, if it is known.</summary>
    public TimeSpan? RetryAfter { get; private protected init; }

    /// <summary>The text of the body, up to <see cref="ApiResponse.MaxBodyLength"/> bytes; empty if there is no body.</summary>
    public string Body { get; }

    /// <summary>Indicates whether <see cref="Body"/> contains only the beginning of the response body.</summary>
    public bool IsBodyTruncated { get; }

    /// <summary>Whether the server refused the request because of its rate. The default is the status 429.</summary>
    /// <remarks>An exception of an API that reports it in the body of a successful response overrides this, if no part of the request was processed.</remarks>
    protected internal virtual bool IsThrottled => StatusCode == (HttpStatusCode)429;

    /// <summary>The last sentences of the message: how often the call was attempted, and why not again.</summary>
    protected string AttemptsText => _ending ?? string.Empty;

    internal void SetAttempts(IReadOnlyList<ApiAttempt> attempts, string? ending)
    {
        Attempts = attempts;
        _ending = ending;
    }
}
