using System.Net;
using Newtonsoft.Json;

namespace Vonage.Core;

/// <summary>
/// Sends the requests of all operations of a provider: selects the host, authenticates, sends, and reads the response or throws an
/// <see cref="ApiException"/>. The client is thread-safe. It never repeats a request unless <see cref="ApiClientOptions.Resilience"/> does.
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

    /// <summary>Initializes a new instance of the class that uses the library's shared connections.</summary>
    /// <param name="credentials">The credentials.</param>
    /// <param name="options">The client options; <see langword="null"/> for the defaults. They are read once, here.</param>
    /// <exception cref="ArgumentException">An option is not valid.</exception>
    public ApiClient(IApiCredentials credentials, ApiClientOptions? options = null)
        : this(SharedHttpClient.Instance, credentials, options)
    {
    }

    /// <summary>Initializes a new instance of the class that sends requests through the given <see cref="HttpClient"/>.</summary>
    /// <param name="httpClient">The HTTP client. The caller remains responsible for disposing it.</param>
    /// <param name="credentials">The credentials.</param>
    /// <param name="options">The client options; <see langword="null"/> for the defaults. They are read once, here.</param>
    /// <exception cref="ArgumentException">An option is not valid.</exception>
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

    /// <summary>The credentials, which a request can override.</summary>
    public IApiCredentials Credentials => _credentials;

    private enum EmptyReply
    {
        Refused,
        Accepted,
    }

    /// <summary>Sends a request and reads its JSON response.</summary>
    /// <typeparam name="T">The type of the response.</typeparam>
    /// <param name="request">The request.</param>
    /// <param name="read">Reads the reply, from its first token to its last.</param>
    /// <param name="cancellationToken">Cancels the request.</param>
    /// <exception cref="ApiException">The server answered with an error, with nothing, with what cannot be read, or not at all.</exception>
    /// <exception cref="MissingCredentialsException">The credentials do not suffice. Nothing was sent.</exception>
    public Task<T> SendAsync<T>(ApiRequest request, Func<JsonReader, T?> read, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(read);
        return ReadAsync(request, read, EmptyReply.Refused, cancellationToken)!;
    }

    /// <summary>Sends a request and reads its JSON response, if there is one.</summary>
    /// <typeparam name="T">The type of the response.</typeparam>
    /// <param name="request">The request.</param>
    /// <param name="read">Reads the reply, from its first token to its last.</param>
    /// <param name="cancellationToken">Cancels the request.</param>
    /// <returns>The reply, or <see langword="null"/> where it has no body.</returns>
    /// <exception cref="ApiException">The server answered with an error, with what cannot be read, or not at all.</exception>
    /// <exception cref="MissingCredentialsException">The credentials do not suffice. Nothing was sent.</exception>
    public Task<T?> SendOptionalAsync<T>(ApiRequest request, Func<JsonReader, T?> read, CancellationToken cancellationToken = default)
        where T : class
    {
        ArgumentNullException.ThrowIfNull(read);
        return ReadAsync(request, read, EmptyReply.Accepted, cancellationToken);
    }

    /// <summary>Sends a request and reads its reply as text, whatever its media type says.</summary>
    internal async Task<string> SendTextAsync(ApiRequest request, CancellationToken cancellationToken) =>
        await ReadAsync<string>(request, null, EmptyReply.Accepted, cancellationToken).ConfigureAwait(false) ?? string.Empty;

    /// <summary>Sends a request and checks only the status of the response. A body is not read.</summary>
    /// <param name="request">The request.</param>
    /// <param name="cancellationToken">Cancels the request.</param>
    /// <exception cref="ApiException">The server returned an error, or no response was received.</exception>
    /// <exception cref="MissingCredentialsException">The credentials do not support any scheme that the operation accepts. Nothing was sent.</exception>
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

    /// <summary>Creates the exception for a response. A provider's client overrides this to read its own error format.</summary>
    /// <param name="reply">The response.</param>
    /// <param name="reason">The problem with the response itself; <see langword="null"/> if the status is the error.</param>
    /// <param name="inner">The exception that caused this one, if any.</param>
    protected virtual ApiException CreateException(ApiReply reply, string? reason, Exception? inner) => new(reply, reason, inner);

    private static bool IsUnreadable(Exception error) =>
        error is JsonException or FormatException or OverflowException or InvalidCastException or ArgumentException;

    // Without a reader, the reply is taken as text.
    private async Task<T?> ReadAsync<T>(ApiRequest request, Func<JsonReader, T?>? read, EmptyReply empty, CancellationToken cancellationToken)
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
            return Read(request, response, body, read, empty);
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
            throw new InvalidRequestException("url", $"is {address.Text}, which must not receive credentials: it is not one of the provider's hosts over HTTPS. Send the request without authentication, or add the address to the client's Hosts.");
        return new Route(address, scheme, credentials);
    }

    private bool CallerAuthorizes(ApiRequest request)
    {
        var options = request.Options;
        if (options is { HasAuthorization: true })
            return true;
        if (request.Headers is { } declared && declared.Exists(h => h.Key.Equals("Authorization", StringComparison.OrdinalIgnoreCase)))
            return true;

        // The caller set it for all requests of this HttpClient and does not override it here.
        return !ReferenceEquals(_http, SharedHttpClient.Instance)
            && options is not { Authentication: not null } and not { Credentials: not null }
            && _http.DefaultRequestHeaders.Contains("Authorization");
    }

    private T? Read<T>(ApiRequest request, HttpResponseMessage response, PooledBytes body, Func<JsonReader, T?>? read, EmptyReply empty)
    {
        T? value = default;
        try
        {
            if (body.Length > 0)
                value = read is null ? (T)(object)body.ToText(TextEncoding.Of(response.Content)) : body.Deserialize(TextEncoding.Of(response.Content), read);
        }
        catch (Exception error) when (IsUnreadable(error))
        {
            throw CreateException(Describe(request, response, body), $"Its body cannot be read as {typeof(T).Name}.", error);
        }

        if (body.Length == 0 || value is null)
            return empty == EmptyReply.Accepted
                ? default
                : throw CreateException(Describe(request, response, body), $"It has no body, but {typeof(T).Name} was expected.", null);
        if (value is IReplyCheck check && check.FindError(Describe(request, response, body)) is { } found)
            throw found;
        return value;
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

        // The caller's HttpClient also has a timeout.
        return error.InnerException is TimeoutException ? new ApiTimeoutException(request, _http.Timeout, error) : null;
    }
}
