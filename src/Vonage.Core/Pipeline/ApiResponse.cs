using System.ComponentModel;
using System.Net;

namespace Vonage.Core.Pipeline;

/// <summary>Describes a request and its response, for an error.</summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public sealed class ApiResponse
{
    /// <summary>The maximum number of body bytes that an error keeps: 64 KB.</summary>
    public const int MaxBodyLength = 64 * 1024;

    private readonly HttpResponseMessage? _response;
    private readonly PooledBytes? _bytes;
    private readonly ApiClient? _client;
    private IReadOnlyDictionary<string, IReadOnlyList<string>>? _headers;
    private string? _body;

    /// <summary>Initializes a new instance of the <see cref="ApiResponse"/> class. Intended for tests; the client creates its own instances.</summary>
    /// <param name="operation">The API and the operation, such as <c>Messages.send</c>.</param>
    /// <param name="method">The HTTP method.</param>
    /// <param name="path">The path without the query.</param>
    /// <param name="statusCode">The HTTP status.</param>
    /// <param name="body">The body's text.</param>
    /// <param name="headers">The headers.</param>
    public ApiResponse(string operation, HttpMethod method, string path, HttpStatusCode statusCode, string body = "", IReadOnlyDictionary<string, IReadOnlyList<string>>? headers = null)
    {
        Operation = operation ?? throw new ArgumentNullException(nameof(operation));
        Method = method ?? throw new ArgumentNullException(nameof(method));
        Path = path ?? throw new ArgumentNullException(nameof(path));
        StatusCode = statusCode;
        _body = body ?? throw new ArgumentNullException(nameof(body));
        _headers = headers;
    }

    internal ApiResponse(ApiRequest request, HttpResponseMessage response, PooledBytes? bytes, ApiClient client)
    {
        Operation = request.Operation.Name;
        Method = request.Operation.Method;
        Path = request.Path;
        Authentication = request.Plan.Describe(request.Operation);
        StatusCode = response.StatusCode;
        IsBodyTruncated = bytes is { } read && (read.IsTruncated || read.Length > MaxBodyLength);
        _response = response;
        _bytes = bytes;
        _client = client;
    }

    /// <summary>The API and the operation.</summary>
    public string Operation { get; }

    /// <summary>The HTTP method of the request.</summary>
    public HttpMethod Method { get; }

    /// <summary>The path of the request, without the query.</summary>
    public string Path { get; }

    /// <summary>How the request was authenticated: the scheme and the key or application, such as <c>Basic, API key abcd1234</c>; <see langword="null"/> if it was not. It never contains a secret.</summary>
    public string? Authentication { get; }

    /// <summary>The HTTP status.</summary>
    public HttpStatusCode StatusCode { get; }

    /// <summary>Indicates whether the status code is in the range 200 to 299.</summary>
    public bool IsSuccess => (int)StatusCode is >= 200 and < 300;

    /// <summary>All headers of the response, including content headers. Names are not case-sensitive.</summary>
    public IReadOnlyDictionary<string, IReadOnlyList<string>> Headers => _headers ??= ReplyHeaders.Of(_response);

    /// <summary>The number that the provider gave to this request; quote it when asking for support.</summary>
    public string? RequestId => ReplyHeaders.RequestId(Headers, _client?.RequestIdHeaders ?? ReplyHeaders.RequestIdNames);

    /// <summary>The time that the server asks the client to wait before the next request, if it specifies one.</summary>
    public TimeSpan? RetryAfter => ReplyHeaders.RetryAfter(Headers, (_client?.Clock ?? TimeProvider.System).GetUtcNow());

    /// <summary>The media type of the body, if the server specifies one.</summary>
    public string? MediaType => ReplyHeaders.MediaType(Headers);

    /// <summary>The text of the body, up to <see cref="MaxBodyLength"/> bytes; empty if there is no body.</summary>
    public string Body => _body ??= _bytes is null ? string.Empty : _bytes.ToText(TextEncoding.Of(_response!.Content), MaxBodyLength);

    /// <summary>Indicates whether <see cref="Body"/> contains only the beginning of the response body.</summary>
    public bool IsBodyTruncated { get; }
}
