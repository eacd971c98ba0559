using System.Net;
using Newtonsoft.Json;

namespace Vonage.Core;

/// <summary>
/// The one way to a provider's servers: finds the host, authenticates, sends, reads the reply into its model or throws the one kind of
/// error. Every operation of every API goes through here. Thread-safe; nothing is sent twice unless <see cref="ApiClientOptions.Resilience"/>
/// decides so.
/// </summary>
public partial class ApiClient
{
    private readonly HttpClient _http;
    private readonly IApiCredentials _credentials;
    private readonly HostMap _hosts;
    private readonly TimeProvider _clock;
    private readonly TimeSpan _timeout;
    private readonly AuthenticationScheme? _preferred;
    private readonly IApiResilience? _resilience;
    private readonly MessageFactory _messages;

    /// <summary>Creates a client on the library's own shared connections.</summary>
    /// <param name="credentials">Who sends the requests.</param>
    /// <param name="options">How to reach the provider; <see langword="null"/> for the defaults. Read now, and never again.</param>
    /// <exception cref="ArgumentException">An option cannot be used.</exception>
    public ApiClient(IApiCredentials credentials, ApiClientOptions? options = null)
        : this(SharedHttpClient.Instance, credentials, options)
    {
    }

    /// <summary>Creates a client on an <see cref="HttpClient"/> of the caller's, which stays the caller's to dispose of.</summary>
    /// <param name="httpClient">Where requests go through.</param>
    /// <param name="credentials">Who sends the requests.</param>
    /// <param name="options">How to reach the provider; <see langword="null"/> for the defaults. Read now, and never again.</param>
    /// <exception cref="ArgumentException">An option cannot be used.</exception>
    public ApiClient(HttpClient httpClient, IApiCredentials credentials, ApiClientOptions? options = null)
    {
        _http = httpClient ?? throw new ArgumentNullException(nameof(httpClient));
        _credentials = credentials ?? throw new ArgumentNullException(nameof(credentials));
        options ??= new ApiClientOptions();
        _hosts = new HostMap(options.Hosts, options.KnownHosts, options.RegionCode);
        _clock = options.TimeProvider;
        _timeout = options.Timeout;
        _preferred = options.PreferredAuthentication;
        _resilience = options.Resilience;
        RequestIdHeaders = options.RequestIdHeaders;
        UserAgent = UserAgentText.For(options.ApplicationName);
        _messages = new MessageFactory(_http, _clock, UserAgent);
    }

    /// <summary>Who sends the requests, unless one says otherwise.</summary>
    public IApiCredentials Credentials => _credentials;

    private enum EmptyReply
    {
        Refused,
        Accepted,
    }

    /// <summary>Sends a request and reads its JSON reply.</summary>
    /// <typeparam name="T">What the reply holds.</typeparam>
    /// <param name="request">The request.</param>
    /// <param name="cancellationToken">Ends the call.</param>
    /// <exception cref="ApiException">The server answered with an error, with nothing, with what cannot be read, or not at all.</exception>
    /// <exception cref="MissingCredentialsException">The credentials do not suffice. Nothing was sent.</exception>
    public Task<T> SendAsync<T>(ApiRequest request, CancellationToken cancellationToken = default) =>
        ReadAsync<T>(request, EmptyReply.Refused, cancellationToken)!;

    /// <summary>Sends a request and reads its JSON reply, where there is one.</summary>
    /// <typeparam name="T">What the reply holds.</typeparam>
    /// <param name="request">The request.</param>
    /// <param name="cancellationToken">Ends the call.</param>
    /// <returns>The reply, or <see langword="null"/> where it has no body.</returns>
    /// <exception cref="ApiException">The server answered with an error, with what cannot be read, or not at all.</exception>
    /// <exception cref="MissingCredentialsException">The credentials do not suffice. Nothing was sent.</exception>
    public Task<T?> SendOptionalAsync<T>(ApiRequest request, CancellationToken cancellationToken = default)
        where T : class => ReadAsync<T>(request, EmptyReply.Accepted, cancellationToken);

    /// <summary>Sends a request whose reply says all by its status. A body is not read.</summary>
    /// <param name="request">The request.</param>
    /// <param name="cancellationToken">Ends the call.</param>
    /// <exception cref="ApiException">The server answered with an error, or not at all.</exception>
    /// <exception cref="MissingCredentialsException">The credentials do not suffice. Nothing was sent.</exception>
    public async Task SendAsync(ApiRequest request, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(request);
        var deadline = Start(request, cancellationToken);
        HttpRequestMessage? message = null;
        try
        {
            using var response = await StartAsync(request, deadline.Token, out message).ConfigureAwait(false);
            if (!response.IsSuccessStatusCode)
                throw await FailAsync(request, response, deadline, cancellationToken).ConfigureAwait(false);
        }
        catch (Exception error) when (Translate(error, request, deadline, cancellationToken) is { } known)
        {
            throw known;
        }
        finally
        {
            message?.Dispose();
            deadline.Stop();
        }
    }

    /// <summary>Makes the error for a reply. A provider's client makes its own kind, with what it reads from the body.</summary>
    /// <param name="reply">The reply.</param>
    /// <param name="reason">What is wrong with the reply itself; <see langword="null"/> where its status is the error.</param>
    /// <param name="inner">What led to it, if anything.</param>
    protected virtual ApiException CreateException(ApiReply reply, string? reason, Exception? inner) => new(reply, reason, inner);

    private static bool IsUnreadable(Exception error) =>
        error is JsonException or FormatException or OverflowException or InvalidCastException or ArgumentException;

    private async Task<T?> ReadAsync<T>(ApiRequest request, EmptyReply empty, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(request);
        var deadline = Start(request, cancellationToken);
        HttpRequestMessage? message = null;
        try
        {
            using var response = await StartAsync(request, deadline.Token, out message).ConfigureAwait(false);
            if (!response.IsSuccessStatusCode)
                throw await FailAsync(request, response, deadline, cancellationToken).ConfigureAwait(false);
            using var body = await PooledBytes.ReadAsync(response.Content, deadline.Token).ConfigureAwait(false);
            return Read<T>(request, response, body, empty);
        }
        catch (Exception error) when (Translate(error, request, deadline, cancellationToken) is { } known)
        {
            throw known;
        }
        finally
        {
            message?.Dispose();
            deadline.Stop();
        }
    }

    internal CallDeadline Start(ApiRequest request, CancellationToken cancellationToken) =>
        CallDeadline.Start(request.Options?.Timeout ?? _timeout, _clock, cancellationToken);

    private Task<HttpResponseMessage> StartAsync(ApiRequest request, CancellationToken cancellationToken, out HttpRequestMessage? message)
    {
        var route = Plan(request);
        if (_resilience is not null)
        {
            message = null;
            return _resilience.SendAsync(request, token => AttemptAsync(request, route, token), cancellationToken);
        }

        if (route.Scheme.CanRenew)
        {
            message = null;
            return AttemptAsync(request, route, cancellationToken);
        }

        message = _messages.Create(request, route);
        var marked = MarkAsync(message, request, route, cancellationToken);
        return marked.IsCompletedSuccessfully ? SendAsync(message, cancellationToken) : MarkAndSendAsync(marked, message, cancellationToken);
    }

    private async Task<HttpResponseMessage> AttemptAsync(ApiRequest request, Route route, CancellationToken cancellationToken)
    {
        using var message = _messages.Create(request, route);
        await MarkAsync(message, request, route, cancellationToken).ConfigureAwait(false);
        var response = await SendAsync(message, cancellationToken).ConfigureAwait(false);
        if (response.StatusCode != HttpStatusCode.Unauthorized || !route.Scheme.CanRenew || request.Body is { CanRepeat: false })
            return response;

        // The server did nothing but refuse the proof: the request may go out once more, with a new one.
        response.Dispose();
        route.Scheme.Forget(message, route.Credentials);
        using var second = _messages.Create(request, route);
        await MarkAsync(second, request, route, cancellationToken).ConfigureAwait(false);
        return await SendAsync(second, cancellationToken).ConfigureAwait(false);
    }

    private ValueTask MarkAsync(HttpRequestMessage message, ApiRequest request, in Route route, CancellationToken cancellationToken) =>
        route.Scheme.ApplyAsync(message, request, route.Credentials, _clock, cancellationToken);

    private async Task<HttpResponseMessage> MarkAndSendAsync(ValueTask marked, HttpRequestMessage message, CancellationToken cancellationToken)
    {
        await marked.ConfigureAwait(false);
        return await SendAsync(message, cancellationToken).ConfigureAwait(false);
    }

    private Task<HttpResponseMessage> SendAsync(HttpRequestMessage message, CancellationToken cancellationToken) =>
        _http.SendAsync(message, HttpCompletionOption.ResponseHeadersRead, cancellationToken);

    internal Route Plan(ApiRequest request)
    {
        var options = request.Options;
        var operation = request.Operation;
        var credentials = options?.Credentials ?? _credentials;
        var scheme = CallerAuthorizes(request) ? AuthenticationScheme.None : SchemeSelector.Select(operation, options, credentials, _preferred);
        var address = request.Address ?? (options?.Host is { } host ? _hosts.Find(operation.Server, host) : _hosts.Find(operation));
        if (scheme != AuthenticationScheme.None && !address.IsTrusted)
            throw new InvalidRequestException("url", $"is {address.Text}, where credentials do not go: it is not one of the provider's hosts over HTTPS. Call it without authentication, or name it in the client's Hosts.");
        return new Route(address, scheme, credentials);
    }

    private bool CallerAuthorizes(ApiRequest request)
    {
        var options = request.Options;
        if (options is { HasAuthorization: true })
            return true;
        if (request.Headers is { } declared && declared.Exists(h => h.Key.Equals("Authorization", StringComparison.OrdinalIgnoreCase)))
            return true;

        // The caller set it for all requests of this HttpClient, and asks for nothing else now.
        return !ReferenceEquals(_http, SharedHttpClient.Instance)
            && options is not { Authentication: not null } and not { Credentials: not null }
            && _http.DefaultRequestHeaders.Contains("Authorization");
    }

    private T? Read<T>(ApiRequest request, HttpResponseMessage response, PooledBytes body, EmptyReply empty)
    {
        T? value = default;
        try
        {
            if (body.Length > 0)
                value = ReadValue<T>(request, response, body);
        }
        catch (Exception error) when (IsUnreadable(error))
        {
            throw CreateException(Describe(request, response, body), $"Its body cannot be read as {typeof(T).Name}.", error);
        }

        if (body.Length == 0 || value is null)
            return empty == EmptyReply.Accepted
                ? default
                : throw CreateException(Describe(request, response, body), $"It has no body, but {typeof(T).Name} is expected.", null);
        if (value is IReplyCheck check && check.FindError(Describe(request, response, body)) is { } found)
            throw found;
        return value;
    }

    private static T? ReadValue<T>(ApiRequest request, HttpResponseMessage response, PooledBytes body)
    {
        var encoding = TextEncoding.Of(response.Content);
        if (typeof(T) == typeof(string) && (request.Operation.IsReplyText || response.Content.Headers.ContentType?.MediaType?.EndsWith("json", StringComparison.OrdinalIgnoreCase) != true))
            return (T)(object)body.ToText(encoding);
        return body.Deserialize<T>(encoding);
    }

    private async Task<Exception> FailAsync(ApiRequest request, HttpResponseMessage response, CallDeadline deadline, CancellationToken cancellationToken)
    {
        using var body = await PooledBytes.ReadUpToAsync(response.Content, ApiReply.MaxBodyLength, deadline.Token).ConfigureAwait(false);
        cancellationToken.ThrowIfCancellationRequested();
        var reply = Describe(request, response, body);
        return request.Operation.FindError?.Invoke(reply) ?? CreateException(reply, null, null);
    }

    private ApiReply Describe(ApiRequest request, HttpResponseMessage response, PooledBytes? body) => new(request, response, body, this);

    internal Exception? Translate(Exception error, ApiRequest request, in CallDeadline deadline, CancellationToken cancellationToken)
    {
        if (error is not (OperationCanceledException or HttpRequestException or IOException))
            return null;
        if (cancellationToken.IsCancellationRequested)
            return new OperationCanceledException($"{request.Operation.Name} was cancelled by its caller.", error, cancellationToken);
        if (deadline.IsOver)
            return new ApiTimeoutException(request, deadline.Timeout, error);
        if (error is not OperationCanceledException)
            return new ApiConnectionException(request, error);

        // The caller's own HttpClient has a timeout too.
        return error.InnerException is TimeoutException ? new ApiTimeoutException(request, _http.Timeout, error) : null;
    }
}
