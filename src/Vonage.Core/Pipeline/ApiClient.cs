using System.ComponentModel;
using Newtonsoft.Json;

namespace Vonage.Core.Pipeline;

/// <summary>
/// Sends the requests of all operations of a provider: selects the host, authenticates, sends, and reads the response or throws an
/// <see cref="ApiException"/>.
/// </summary>
/// <remarks>The client is thread-safe. It repeats only requests that cannot have an effect twice: see <see cref="RetryOptions"/>.</remarks>
// The way of a call, a file a step: ApiRequest (what to send), ApiClient (the call from its start to its result or exception), CallPlan
// (address and scheme), CallDeadline (time, and failures on the way), Retries (whether another attempt follows), MessageSender (one attempt),
// ApiAuthentication (the message and its proof), ReplyReader (the model, or the error).
[EditorBrowsable(EditorBrowsableState.Never)]
public partial class ApiClient
{
    private readonly ApiCredentials _credentials;
    private readonly HttpClient _http;
    private readonly HostMap _hosts;
    private readonly TimeSpan _timeout;
    private readonly TimeSpan _attemptTimeout;
    private readonly RetryOptions _retry;
    private readonly RetryQuotas _quotas;
    private readonly CallObserver _observer;
    private readonly CallLimiter? _limiter;
    private readonly AttemptPipelines? _pipelines;
    private readonly CallPlanner _planner;
    private readonly MessageSender _sender;
    private readonly ReplyReader _replies;

    /// <summary>Initializes a new instance of the class that uses the library's shared connections.</summary>
    /// <param name="credentials">The credentials.</param>
    /// <param name="options">The client options; <see langword="null"/> for the defaults. They are read once, here.</param>
    /// <exception cref="ArgumentException">An option is not valid.</exception>
    public ApiClient(ApiCredentials credentials, ApiClientOptions? options = null)
        : this(SharedHttpClient.Instance, credentials, options)
    {
    }

    /// <summary>Initializes a new instance of the class that sends requests through the given <see cref="HttpClient"/>.</summary>
    /// <param name="httpClient">The HTTP client. The caller remains responsible for disposing it. Its handler must not follow redirects (<c>AllowAutoRedirect = false</c>): a body is not sent to another address, and a redirect that was followed is an <see cref="ApiConnectionException"/>.</param>
    /// <param name="credentials">The credentials.</param>
    /// <param name="options">The client options; <see langword="null"/> for the defaults. They are read once, here.</param>
    /// <exception cref="ArgumentException">An option is not valid.</exception>
    public ApiClient(HttpClient httpClient, ApiCredentials credentials, ApiClientOptions? options = null)
    {
        _http = httpClient ?? throw new ArgumentNullException(nameof(httpClient));
        _credentials = credentials ?? throw new ArgumentNullException(nameof(credentials));
        options ??= new ApiClientOptions();
        _hosts = new HostMap(options, options.RegionCode);
        _timeout = options.Timeout;
        _attemptTimeout = options.AttemptTimeout;
        _retry = options.Retry;
        _quotas = new RetryQuotas(_retry.Quota);
        Clock = options.TimeProvider;
        RequestIdHeaders = options.RequestIdHeaders;
        UserAgent = UserAgentText.For(options.ApplicationName);
        var telemetry = ClientTelemetry.Named(options.TelemetryName);
        _observer = new CallObserver(telemetry, options.Log, Clock);
        _limiter = options.RateLimiter is { } limiter ? new CallLimiter(limiter, telemetry) : null;
        _pipelines = options is { Pipeline: null, CircuitBreaker: null } ? null : new AttemptPipelines(options.Pipeline, options.CircuitBreaker, Clock);
        _planner = new CallPlanner(_http, _credentials, _hosts, options.FallbackRegionCode is { } region ? new HostMap(options, region) : null, options.PreferredAuthentication);
        _sender = new MessageSender(_http, Clock, UserAgent, telemetry);
        _replies = new ReplyReader(this, options.MaxResponseLength, CreateException);
    }

    /// <summary>The credentials, which a request can override.</summary>
    public ApiCredentials Credentials => _credentials;

    internal TokenStore Tokens { get; } = new();

    internal TimeProvider Clock { get; }

    internal string UserAgent { get; }

    internal IReadOnlyList<string> RequestIdHeaders { get; }

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
        return ReadAsync(request, read, mayBeEmpty: false, cancellationToken)!;
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
        return ReadAsync(request, read, mayBeEmpty: true, cancellationToken);
    }

    /// <summary>Sends a request and checks only the status of the response. A body is not read.</summary>
    /// <param name="request">The request.</param>
    /// <param name="cancellationToken">Cancels the request.</param>
    /// <exception cref="ApiException">The server returned an error, or no response was received.</exception>
    /// <exception cref="MissingCredentialsException">The credentials do not support any scheme that the operation accepts. Nothing was sent.</exception>
    public Task SendAsync(ApiRequest request, CancellationToken cancellationToken = default) => RunAsync(
        request,
        async deadline =>
        {
            using var response = await SendAsync(request, deadline).ConfigureAwait(false);
            await _replies.CheckStatusAsync(request, response, deadline, isAll: true).ConfigureAwait(false);
            return true;
        },
        cancellationToken);

    /// <summary>Sends a request and reads its response as text, whatever its media type.</summary>
    internal Task<string> SendTextAsync(ApiRequest request, CancellationToken cancellationToken) => RunAsync(
        request,
        async deadline =>
        {
            using var response = await SendAsync(request, deadline).ConfigureAwait(false);
            await _replies.CheckStatusAsync(request, response, deadline).ConfigureAwait(false);
            using var body = await PooledBytes.ReadAsync(response.Content, _replies.MaxLength, deadline.Token).ConfigureAwait(false);
            _replies.CheckComplete(request, response, body, deadline);
            return body.ToText(TextEncoding.Of(response.Content));
        },
        cancellationToken);

    /// <summary>Gets the full URL of a request that others send, such as a browser.</summary>
    /// <param name="request">The request.</param>
    public Uri GetUrl(ApiRequest request)
    {
        ArgumentNullException.ThrowIfNull(request);
        return _planner.AddressOf(request).With(request.Path, request.QueryString);
    }

    /// <summary>Creates the exception for a response. A provider's client overrides this to read its own error format.</summary>
    /// <param name="reply">The response.</param>
    /// <param name="reason">The problem with the response itself; <see langword="null"/> if the status is the error.</param>
    /// <param name="inner">The exception that caused this one, if any.</param>
    protected virtual ApiException CreateException(ApiResponse reply, string? reason, Exception? inner) => new(reply, reason, inner);

    /// <summary>Creates the exception for a list whose pages, each a success, do not make a list.</summary>
    internal ApiException RefuseList(ApiOperation operation, string path, string reason) =>
        CreateException(new ApiResponse(operation.Name, operation.Method, path, System.Net.HttpStatusCode.OK), reason, null);

    private Task<T?> ReadAsync<T>(ApiRequest request, Func<JsonReader, T?> read, bool mayBeEmpty, CancellationToken cancellationToken) =>
        RunAsync(request, new Steps<T>(read, mayBeEmpty, null), cancellationToken);

    private Task<T> RunAsync<T>(ApiRequest request, Func<CallDeadline, ValueTask<T>> steps, CancellationToken cancellationToken) =>
        RunAsync(request, new Steps<T>(null, false, steps!), cancellationToken)!;

    /// <summary>Runs the steps of a call, observed only if anybody wants to know. Every call passes through here.</summary>
    private Task<T?> RunAsync<T>(ApiRequest request, Steps<T> steps, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(request);
        return _observer.IsWatched ? ObserveAsync(request, steps, cancellationToken) : RepeatAsync(request, steps, cancellationToken);
    }

    private Task<T?> ObserveAsync<T>(ApiRequest request, Steps<T> steps, CancellationToken cancellationToken) =>
        _observer.ObserveAsync(request, () => RepeatAsync(request, steps, cancellationToken));

    /// <summary>
    /// Runs the steps of a call within its deadline, once or, if they fail and may be repeated, several times. What fails on the
    /// way becomes the exception of the call.
    /// </summary>
    private async Task<T?> RepeatAsync<T>(ApiRequest request, Steps<T> steps, CancellationToken cancellationToken)
    {
        request.StartCall(this, _planner.Plan(request));
        var deadline = new CallDeadline(request.Timeout ?? _timeout, AttemptTimeout(request), Clock, cancellationToken);
        Retries? retries = null;
        while (true)
        {
            if (retries is not null || HasLimiter(request))
                await WaitAsync(request, deadline, retries, cancellationToken).ConfigureAwait(false);
            deadline.Begin();
            try
            {
                T? result;
                if (steps.Other is { } other)
                {
                    result = await other(deadline).ConfigureAwait(false);
                }
                else
                {
                    using var response = await SendAsync(request, deadline).ConfigureAwait(false);
                    await _replies.CheckStatusAsync(request, response, deadline).ConfigureAwait(false);
                    using var body = await PooledBytes.ReadAsync(response.Content, _replies.MaxLength, deadline.Token).ConfigureAwait(false);
                    result = _replies.Read(request, response, body, deadline, steps.Read!, steps.MayBeEmpty);
                }

                _quotas.OnSuccess(request.Plan.Address, retries);
                return result;
            }
            catch (Exception error) when (deadline.Translate(error, request, _http.Timeout) is { } known)
            {
                if (known is not ApiException failure || CallerException.In(error) is not null || !(retries ??= Retry(request, deadline)).MayFollow(failure))
                    throw known;
                _planner.Divert(request);
            }
            catch (ApiException failure) when ((retries ??= Retry(request, deadline)).MayFollow(failure))
            {
                // The wait comes when nothing of the attempt is held any more.
            }
            finally
            {
                deadline.End();
            }
        }
    }

    // Both waits of an attempt: after a failure, and for its turn.
    private async Task WaitAsync(ApiRequest request, CallDeadline deadline, Retries? retries, CancellationToken cancellationToken)
    {
        if (retries is not null)
        {
            _observer.OnRetry(request, retries.Last);
            await retries.WaitAsync(cancellationToken).ConfigureAwait(false);
        }

        if (HasLimiter(request))
            deadline.Turn = await _limiter!.EnterAsync(request, deadline, retries, cancellationToken).ConfigureAwait(false);
    }

    // What is part of another call's attempt has a turn, and would wait for itself if it asked for another.
    private bool HasLimiter(ApiRequest request) => _limiter is not null && request.Options is not { IsWithinAttempt: true };

    // Only an attempt that can be followed by another has less time than the call. The time of a download is that of each of its chunks.
    private TimeSpan AttemptTimeout(ApiRequest request) => request.Operation.Effect == OperationEffect.Once || request.IsDownload || !request.CanRepeat || (request.Options?.Retry ?? _retry).MaxRetries == 0
        ? Timeout.InfiniteTimeSpan
        : request.Options?.AttemptTimeout ?? _attemptTimeout;

    private Retries Retry(ApiRequest request, CallDeadline deadline) => new(request, request.Options?.Retry ?? _retry, _quotas, deadline);

    private Task<HttpResponseMessage> SendAsync(ApiRequest request, CallDeadline deadline) =>
        _pipelines is null || request.Options is { IsWithinAttempt: true } ? _sender.SendAsync(request, deadline.Token) : _pipelines.SendAsync(_sender, request, deadline);

    // What a call does: it reads a model, for which its runner needs neither a delegate nor a method of its own, or something else.
    private readonly record struct Steps<T>(Func<JsonReader, T?>? Read, bool MayBeEmpty, Func<CallDeadline, ValueTask<T?>>? Other);
}
