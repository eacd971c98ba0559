using System.Net;

namespace Vonage.Core;

/// <summary>
/// A call did not do what it should: the server answered with an error, or not at all. Its message names the operation and the reason,
/// and never holds credentials or the body.
/// </summary>
public class ApiException : Exception
{
    private static readonly Dictionary<string, IReadOnlyList<string>> NoHeaders = new(StringComparer.OrdinalIgnoreCase);

    /// <summary>An error that a reply reports.</summary>
    /// <param name="reply">The reply.</param>
    /// <param name="reason">What is wrong, in words to show; <see langword="null"/> to let the status speak.</param>
    /// <param name="inner">What led to it, if anything.</param>
    public ApiException(ApiReply reply, string? reason = null, Exception? inner = null)
        : base(ErrorText.Of(reply, reason), inner)
    {
        Operation = reply.Operation;
        Method = reply.Method;
        Path = reply.Path;
        StatusCode = reply.StatusCode;
        Headers = reply.Headers;
        RequestId = reply.RequestId;
        RetryAfter = reply.RetryAfter;
        Body = reply.Body;
        IsBodyTruncated = reply.IsBodyTruncated;
    }

    private protected ApiException(ApiRequest request, string message, Exception? inner)
        : base(message, inner)
    {
        Operation = request.Operation.Name;
        Method = request.Operation.Method;
        Path = request.Path;
        Headers = NoHeaders;
        Body = string.Empty;
    }

    /// <summary>The API and the operation, such as <c>Messages.send</c>.</summary>
    public string Operation { get; }

    /// <summary>The HTTP method of the request.</summary>
    public HttpMethod Method { get; }

    /// <summary>The path of the request, without the query.</summary>
    public string Path { get; }

    /// <summary>The HTTP status; <see langword="null"/> where no reply came.</summary>
    public HttpStatusCode? StatusCode { get; }

    /// <summary>All headers of the reply, by name without regard to case.</summary>
    public IReadOnlyDictionary<string, IReadOnlyList<string>> Headers { get; }

    /// <summary>The number that the provider gave to this request; quote it when asking for support.</summary>
    public string? RequestId { get; }

    /// <summary>How long the server asks to wait before the next request, where it does.</summary>
    public TimeSpan? RetryAfter { get; }

    /// <summary>The body's text, up to <see cref="ApiReply.MaxBodyLength"/> bytes; empty where there is none.</summary>
    public string Body { get; }

    /// <summary>Whether <see cref="Body"/> is only the beginning of what the server sent.</summary>
    public bool IsBodyTruncated { get; }
}
