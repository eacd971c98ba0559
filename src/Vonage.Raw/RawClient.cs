using System.Diagnostics.CodeAnalysis;
using System.Runtime.ExceptionServices;
using RestSharp;
using Vonage.Core;

namespace Vonage.Raw;

/// <inheritdoc cref="IRawClient"/>
[SuppressMessage("Design", "CA1001", Justification = "The RestClient and the HttpClient below it hold nothing: connections are the send path's.")]
public class RawClient : IRawClient
{
    /// <summary>The members of a response's type that reading it requires. On netstandard2.0 Core's constant has another type.</summary>
    internal const DynamicallyAccessedMemberTypes ReplyMembers = DynamicallyAccessedMemberTypes.PublicParameterlessConstructor | DynamicallyAccessedMemberTypes.NonPublicConstructors;

    /// <summary>What errors call the operation.</summary>
    internal const string Operation = "raw";

    private static readonly HttpMethod Patch = new("PATCH");

    private readonly ApiClient _apiClient;
    private readonly SendPathHandler _handler;
    private readonly RestClient _rest;

    /// <summary>Initializes a new instance of the <see cref="RawClient"/> class. The client is thread-safe; use one instance for the lifetime of the process.</summary>
    /// <param name="credentials">The credentials.</param>
    /// <param name="options">Client options, such as hosts, region and timeout.</param>
    public RawClient(VonageCredentials credentials, VonageClientOptions? options = null)
        : this(new VonageApiClient(credentials, options))
    {
    }

    /// <summary>Initializes a new instance of the <see cref="RawClient"/> class that sends requests through the given <see cref="HttpClient"/>.</summary>
    /// <param name="httpClient">The HTTP client. The caller remains responsible for disposing it. Its handler must not follow redirects (<c>AllowAutoRedirect = false</c>): a body is not sent to another address, and a redirect that was followed is an <see cref="ApiConnectionException"/>.</param>
    /// <param name="credentials">The credentials.</param>
    /// <param name="options">Client options, such as hosts, region and timeout.</param>
    public RawClient(HttpClient httpClient, VonageCredentials credentials, VonageClientOptions? options = null)
        : this(new VonageApiClient(httpClient, credentials, options))
    {
    }

    /// <summary>Initializes a new instance of the <see cref="RawClient"/> class that shares an <see cref="ApiClient"/> with other clients.</summary>
    /// <param name="apiClient">The client that sends the requests.</param>
    public RawClient(ApiClient apiClient)
    {
        _apiClient = apiClient ?? throw new ArgumentNullException(nameof(apiClient));
        _handler = new SendPathHandler(apiClient);
        var options = new RestClientOptions
        {
            UserAgent = apiClient.UserAgent,

            // Redirects are not followed, because the credentials could be sent to another host.
            RedirectOptions = new RedirectOptions { FollowRedirects = false },

            // The send path has a deadline for each call.
            Timeout = Timeout.InfiniteTimeSpan,
        };
        var http = new HttpClient(_handler) { Timeout = Timeout.InfiniteTimeSpan };
        _rest = new RestClient(http, options, disposeHttpClient: false, configureSerialization: s => s.UseSerializer(() => new NewtonsoftSerializer()));
    }

    /// <summary>Initializes a new instance of the <see cref="RawClient"/> class for mocking. Its methods cannot send requests.</summary>
    protected RawClient()
    {
        _apiClient = null!;
        _handler = null!;
        _rest = null!;
    }

    /// <inheritdoc/>
    [RequiresUnreferencedCode(ApiJson.NeedsReflection)]
    [RequiresDynamicCode(ApiJson.NeedsReflection)]
    public virtual Task<T> GetAsync<[DynamicallyAccessedMembers(ReplyMembers)] T>(string url, object? query, ApiAuthentication authentication, RequestOptions? requestOptions = null, CancellationToken cancellationToken = default) =>
        ReadAsync<T>(WithQuery(Create(url, HttpMethod.Get, authentication, requestOptions), query), cancellationToken);

    /// <inheritdoc/>
    [RequiresUnreferencedCode(ApiJson.NeedsReflection)]
    [RequiresDynamicCode(ApiJson.NeedsReflection)]
    public virtual Task<T> DeleteAsync<[DynamicallyAccessedMembers(ReplyMembers)] T>(string url, object? query, ApiAuthentication authentication, RequestOptions? requestOptions = null, CancellationToken cancellationToken = default) =>
        ReadAsync<T>(WithQuery(Create(url, HttpMethod.Delete, authentication, requestOptions), query), cancellationToken);

    /// <inheritdoc/>
    [RequiresUnreferencedCode(ApiJson.NeedsReflection)]
    [RequiresDynamicCode(ApiJson.NeedsReflection)]
    public virtual Task DeleteAsync(string url, object? query, ApiAuthentication authentication, RequestOptions? requestOptions = null, CancellationToken cancellationToken = default) =>
        _apiClient.SendAsync(WithQuery(Create(url, HttpMethod.Delete, authentication, requestOptions), query), cancellationToken);

    /// <inheritdoc/>
    [RequiresUnreferencedCode(ApiJson.NeedsReflection)]
    [RequiresDynamicCode(ApiJson.NeedsReflection)]
    public virtual Task<T> PostAsync<[DynamicallyAccessedMembers(ReplyMembers)] T>(string url, object? body, ApiAuthentication authentication, RequestOptions? requestOptions = null, CancellationToken cancellationToken = default) =>
        ReadAsync<T>(WithJson(Create(url, HttpMethod.Post, authentication, requestOptions), body), cancellationToken);

    /// <inheritdoc/>
    [RequiresUnreferencedCode(ApiJson.NeedsReflection)]
    [RequiresDynamicCode(ApiJson.NeedsReflection)]
    public virtual Task<T> PutAsync<[DynamicallyAccessedMembers(ReplyMembers)] T>(string url, object? body, ApiAuthentication authentication, RequestOptions? requestOptions = null, CancellationToken cancellationToken = default) =>
        ReadAsync<T>(WithJson(Create(url, HttpMethod.Put, authentication, requestOptions), body), cancellationToken);

    /// <inheritdoc/>
    [RequiresUnreferencedCode(ApiJson.NeedsReflection)]
    [RequiresDynamicCode(ApiJson.NeedsReflection)]
    public virtual Task<T> PatchAsync<[DynamicallyAccessedMembers(ReplyMembers)] T>(string url, object? body, ApiAuthentication authentication, RequestOptions? requestOptions = null, CancellationToken cancellationToken = default) =>
        ReadAsync<T>(WithJson(Create(url, Patch, authentication, requestOptions), body), cancellationToken);

    /// <inheritdoc/>
    [RequiresUnreferencedCode(ApiJson.NeedsReflection)]
    [RequiresDynamicCode(ApiJson.NeedsReflection)]
    public virtual Task<T> SubmitFormAsync<[DynamicallyAccessedMembers(ReplyMembers)] T>(string url, object fields, ApiAuthentication authentication, RequestOptions? requestOptions = null, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(fields);
        return ReadAsync<T>(Create(url, HttpMethod.Post, authentication, requestOptions).Form(new ObjectFields(fields)), cancellationToken);
    }

    /// <inheritdoc/>
    public virtual async Task<RestResponse> SendAsync(RestRequest request, ApiAuthentication authentication, RequestOptions? requestOptions = null, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(request);
        ArgumentNullException.ThrowIfNull(authentication);
        var address = CheckAddress(request.Resource);
        foreach (var header in request.Parameters.Where(parameter => parameter.Type == ParameterType.HttpHeader))
            if (HeaderRule.FindError(header.Name ?? string.Empty, header.Value?.ToString()) is { } error)
                throw new InvalidRequestException(header.Name ?? string.Empty, error);
        var call = new RawCall(authentication, requestOptions, TimeOf(request, requestOptions), cancellationToken);
        _handler.Prepare(call);
        var response = await _rest.ExecuteAsync(request, cancellationToken).ConfigureAwait(false);

        // RestSharp keeps what the send path throws.
        if (response.ErrorException is not { } failure)
            return response;

        // RestSharp's timer, which knows no more of the call, ended it before its own did.
        if (failure is OperationCanceledException or TimeoutException && request.Timeout is { } timeout && !cancellationToken.IsCancellationRequested)
            throw new ApiTimeoutException(call.Request ?? _apiClient.Absolute(address, new HttpMethod(request.Method.ToString().ToUpperInvariant()), Operation, authentication, requestOptions), timeout, failure);
        ExceptionDispatchInfo.Capture(failure).Throw();
        return response;
    }

    private static TimeSpan? TimeOf(RestRequest request, RequestOptions? options) =>
        request.Timeout is { } time && time >= TimeSpan.Zero && (options?.Timeout is not { } other || other == Timeout.InfiniteTimeSpan || time < other) ? time : null;

    private static Uri CheckAddress(string url) =>
        Uri.TryCreate(url, UriKind.Absolute, out var address) && (address.Scheme == Uri.UriSchemeHttps || address.Scheme == Uri.UriSchemeHttp)
            ? address
            : throw new InvalidRequestException("url", "must be an absolute http or https address.");

    private static ApiRequest WithQuery(ApiRequest request, object? query)
    {
        if (query is not null)
            foreach (var field in ObjectFields.Of(query))
                request.Query(field.Key, field.Value);
        return request;
    }

    private static ApiRequest WithJson(ApiRequest request, object? body) => body is null ? request : request.JsonObject(body);

    private ApiRequest Create(string url, HttpMethod method, ApiAuthentication authentication, RequestOptions? requestOptions)
    {
        ArgumentNullException.ThrowIfNull(url);
        ArgumentNullException.ThrowIfNull(authentication);
        return _apiClient.Absolute(CheckAddress(url), method, Operation, authentication, requestOptions);
    }

    // A text may be empty; anything else may not.
    private async Task<T> ReadAsync<[DynamicallyAccessedMembers(ReplyMembers)] T>(ApiRequest request, CancellationToken cancellationToken) => typeof(T) == typeof(string)
        ? (T)(object)await _apiClient.SendTextAsync(request, cancellationToken).ConfigureAwait(false)
        : await _apiClient.SendAsync(request, ApiJson.ByReflection<T>, cancellationToken).ConfigureAwait(false);
}
