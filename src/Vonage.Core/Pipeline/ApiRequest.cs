using System.ComponentModel;
using System.Net;
using System.Text;
using Newtonsoft.Json.Linq;

namespace Vonage.Core.Pipeline;

/// <summary>A request of a generated operation. <see cref="ApiClient"/> converts it to an HTTP request.</summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public sealed class ApiRequest
{
    private const int QueryLength = 64;

    private int _attempts;
    private StringBuilder? _query;
    private string? _queryString;

    /// <summary>Initializes a new instance of the class.</summary>
    /// <param name="operation">The operation.</param>
    /// <param name="path">The path relative to the server's address, with escaped values.</param>
    /// <param name="options">Per-request options.</param>
    public ApiRequest(ApiOperation operation, string path, RequestOptions? options)
    {
        Operation = operation;
        Path = path;
        Options = options;
    }

    /// <summary>Initializes a new instance of the class for an address that no specification contains.</summary>
    internal ApiRequest(ApiOperation operation, ServerAddress address, Uri url, RequestOptions? options)
        : this(operation, url.AbsolutePath, options)
    {
        Address = address;
        _queryString = url.Query.TrimStart('?');
    }

    /// <summary>The operation.</summary>
    public ApiOperation Operation { get; }

    /// <summary>The escaped path relative to the server's address, without a query.</summary>
    public string Path { get; }

    /// <summary>Per-request options.</summary>
    public RequestOptions? Options { get; }

    /// <summary>The escaped query without the question mark; empty if there is none.</summary>
    public string QueryString
    {
        get
        {
            if (_query is not null)
            {
                _queryString = _query.ToString();
                _query = null;
            }

            return _queryString ?? string.Empty;
        }
    }

    /// <summary>The body; <see langword="null"/> if there is none.</summary>
    public ApiBody? Body { get; private set; }

    /// <summary>The media types of the response.</summary>
    public string Accept { get; set; } = "application/json";

    /// <summary>The address to use instead of the operation's server, if the request specifies one.</summary>
    internal ServerAddress? Address { get; }

    /// <summary>The client that sends the request.</summary>
    internal ApiClient? Client { get; private set; }

    /// <summary>How the request is sent.</summary>
    internal CallPlan Plan { get; private set; }

    /// <summary>The time for the whole call; <see langword="null"/> for the client's.</summary>
    internal TimeSpan? Timeout
    {
        get => field ?? Options?.Timeout;
        set;
    }

    /// <summary>The last attempt that failed, if others follow.</summary>
    internal ApiException? Failure { get; private set; }

    /// <summary>Whether an attempt that failed may have been processed all the same.</summary>
    internal bool MayBeDone { get; private set; }

    /// <summary>The number of messages of the call that were given to the HttpClient so far.</summary>
    internal int Sent { get; private set; }

    /// <summary>The path as its operation has it, without values; <see langword="null"/> for a full URL.</summary>
    internal string? Template => Address is null ? Operation.PathTemplate : null;

    /// <summary>Whether the response goes to a stream of the caller's as it arrives.</summary>
    internal bool IsDownload { get; set; }

    /// <summary>Whether bytes of the response have reached the caller, who would get them twice.</summary>
    internal bool HasDelivered { get; set; }

    /// <summary>Whether the request can be written again, and its response read again.</summary>
    internal bool CanRepeat => !HasDelivered && Body is not { CanRepeat: false };

    /// <summary>Indicates whether an attempt was made that is not known to have failed before it reached the server.</summary>
    internal bool MayHaveArrived => Volatile.Read(ref _attempts) > 0;

    internal List<KeyValuePair<string, string>>? Headers { get; private set; }

    /// <summary>Adds a query parameter. A <see langword="null"/> value adds nothing.</summary>
    public ApiRequest Query(string name, string? value)
    {
        if (value is null)
            return this;
        _query ??= new StringBuilder(_queryString, QueryLength);
        QueryBuilder.Append(_query, name, value);
        return this;
    }

    /// <summary>Adds one query parameter for each value, or one with all values separated by commas.</summary>
    public ApiRequest Query(string name, IEnumerable<string>? values, bool explode)
    {
        if (values is null)
            return this;
        if (explode)
            foreach (var value in values)
                Query(name, value);
        else if (string.Join(",", values) is { Length: > 0 } joined)
            Query(name, joined);
        return this;
    }

    /// <summary>Adds one query parameter with all values, separated as the API documents it. An empty list adds nothing.</summary>
    public ApiRequest Query(string name, IEnumerable<string>? values, string separator)
    {
        ArgumentNullException.ThrowIfNull(separator);
        return values is not null && string.Join(separator, values) is { Length: > 0 } joined ? Query(name, joined) : this;
    }

    /// <summary>Adds a query parameter whose value keeps the reserved characters that have no meaning of their own in a query. A <see langword="null"/> value adds nothing.</summary>
    public ApiRequest QueryReserved(string name, string? value)
    {
        if (value is null)
            return this;
        _query ??= new StringBuilder(_queryString, QueryLength);
        QueryBuilder.AppendReserved(_query, name, value);
        return this;
    }

    /// <summary>Adds the members of an object as query parameters, each as text; what is an object itself, as JSON. A value that is no object is added under the parameter's own name.</summary>
    /// <param name="name">The name of the parameter.</param>
    /// <param name="value">The object. A <see langword="null"/> value adds nothing.</param>
    /// <param name="style">How members are named: <c>form</c> (<c>a=1</c>), <c>deepObject</c> (<c>name[a]=1</c>) or <c>joined</c> (<c>name=a,1</c>).</param>
    public ApiRequest QueryObject(string name, JToken? value, string style)
    {
        if (value is null)
            return this;
        if (style != "deepObject" && value is JArray items)
            return Query(name, items.Select(WireFormat.Json).OfType<string>(), explode: style == "form");
        if (style != "deepObject" && value is JValue)
            return Query(name, WireFormat.Json(value));
        ObjectParameter.Check(name, value);
        if (style == "joined")
            return Query(name, ObjectParameter.Joined(value));
        foreach (var (key, text) in ObjectParameter.Members(value, style == "form" ? null : name))
            Query(key, text);
        return this;
    }

    /// <summary>Adds a cookie. A <see langword="null"/> value adds nothing.</summary>
    public ApiRequest Cookie(string name, string? value)
    {
        if (value is null)
            return this;
        Headers ??= [];
        var cookie = $"{name}={CookieText.Escape(value)}";
        var known = Headers.FindIndex(header => header.Key == CookieText.Header);
        if (known < 0)
            Headers.Add(new(CookieText.Header, cookie));
        else
            Headers[known] = new(CookieText.Header, $"{Headers[known].Value}; {cookie}");
        return this;
    }

    /// <summary>Adds a header parameter of the operation. A <see langword="null"/> value adds nothing.</summary>
    public ApiRequest Header(string name, string? value)
    {
        if (value is not null)
            (Headers ??= []).Add(new KeyValuePair<string, string>(name, value));
        return this;
    }

    /// <summary>Sets a JSON body, after checking it.</summary>
    /// <exception cref="InvalidRequestException">The body breaks a rule of the API.</exception>
    public ApiRequest Json(IJsonWritable body, string mediaType = "application/json") => With(new JsonBody(body, mediaType), body);

    /// <summary>Sets a JSON body that is a list, after checking it.</summary>
    /// <exception cref="InvalidRequestException">The body breaks a rule of the API.</exception>
    public ApiRequest Json(IEnumerable<IJsonWritable> body, string mediaType = "application/json") => With(new JsonBody(body, mediaType), body);

    /// <summary>Sets a JSON body that is an object with names of the caller's own.</summary>
    public ApiRequest Json(IDictionary<string, JToken> body, string mediaType = "application/json") => With(new JsonBody(body, mediaType), body);

    /// <summary>Sets a JSON body that may need reflection.</summary>
    internal ApiRequest JsonObject(object body) => With(new JsonBody(body, "application/json"), body);

    /// <summary>Sets a JSON body of any kind.</summary>
    public ApiRequest Json(JToken body, string mediaType = "application/json") => With(new JsonBody(body, mediaType), body);

    /// <summary>Sets a JSON object as the body.</summary>
    /// <remarks>An object is a token and a dictionary, so that the compiler could not choose between the other two.</remarks>
    public ApiRequest Json(JObject body, string mediaType = "application/json") => Json((JToken)body, mediaType);

    /// <summary>Sets a JSON body that is one of several things, after checking it.</summary>
    /// <exception cref="InvalidRequestException">The body breaks a rule of the API.</exception>
    public ApiRequest Json(ApiChoice body, string mediaType = "application/json")
    {
        ArgumentNullException.ThrowIfNull(body);
        return With(new JsonBody(body.Json, mediaType), body);
    }

    /// <summary>Sets a text as the body.</summary>
    public ApiRequest Text(string body, string mediaType) => With(new RawBody(new FileContent(new MemoryStream(Encoding.UTF8.GetBytes(body)), "body"), mediaType));

    /// <summary>Sets a file as the body.</summary>
    /// <param name="body">The file.</param>
    /// <param name="mediaType">The media type that the API documents; <see langword="null"/> for the file's own.</param>
    public ApiRequest File(FileContent body, string? mediaType)
    {
        ArgumentNullException.ThrowIfNull(body);
        return With(new RawBody(body, mediaType ?? body.MediaType));
    }

    /// <summary>Validates and sets a form body (<c>application/x-www-form-urlencoded</c>).</summary>
    /// <exception cref="InvalidRequestException">The body violates a rule of the API.</exception>
    public ApiRequest Form(IFormContent body) => With(new FormBody(body), body);

    /// <summary>Validates and sets a multipart body (<c>multipart/form-data</c>, RFC 7578).</summary>
    /// <exception cref="InvalidRequestException">The body violates a rule of the API.</exception>
    public ApiRequest Multipart(IMultipartContent body) => With(new MultipartBody(body), body);

    /// <summary>Starts a call.</summary>
    internal void StartCall(ApiClient client, in CallPlan plan)
    {
        Client = client;
        Plan = plan;
        HasDelivered = false;
        Sent = 0;
        Failure = null;
        MayBeDone = false;
        _attempts = 0;
    }

    /// <summary>Notes that another attempt follows a failed one.</summary>
    internal void Repeat(ApiException failure)
    {
        Failure = failure;
        MayBeDone |= failure.WasSent != RequestSent.No && !failure.IsThrottled;
    }

    /// <summary>Whether a status says that what the request deletes is not there, after an attempt that may have deleted it.</summary>
    internal bool IsGone(HttpStatusCode? status) => MayBeDone && Operation.Method == HttpMethod.Delete && status is (HttpStatusCode.NotFound or HttpStatusCode.Gone);

    /// <summary>Sends further attempts to another address.</summary>
    internal void Divert(ServerAddress address) => Plan = new CallPlan(address, Plan.Scheme, Plan.Credentials);

    /// <summary>Writes the body, for one attempt.</summary>
    internal HttpContent? CreateContent() => Body is not null ? Body.ToContent() : Operation.HasContent ? new EmptyContent() : null;

    /// <summary>Notes that an attempt begins.</summary>
    internal void Begin()
    {
        Sent++;
        Interlocked.Increment(ref _attempts);
    }

    /// <summary>Notes that an attempt did not reach the server.</summary>
    internal void Revoke() => Interlocked.Decrement(ref _attempts);

    /// <summary>Sets a body.</summary>
    internal ApiRequest With(ApiBody body)
    {
        Body = body;
        return this;
    }

    private ApiRequest With(ApiBody body, object content)
    {
        Check.Body(Operation, content);
        return With(body);
    }
}
