using System.ComponentModel;
using Newtonsoft.Json;

namespace Vonage.Core.Pipeline;

/// <summary>
/// Sends the requests of all operations of a provider: selects the host, authenticates, sends, and reads the response or throws an
/// <see cref="ApiException"/>. The client is thread-safe. It never repeats a request unless <see cref="ApiClientOptions.Resilience"/> does.
/// </summary>
// The way of a call, a file a step: ApiRequest (what to send), ApiClient (the call from its start to its result or exception), CallDeadline
// (time, and failures on the way), CallPlan (address and scheme), MessageSender (one attempt), ApiAuthentication (the message and its
// proof), ApiBody (the content), ReplyReader (the model, or the error).
[EditorBrowsable(EditorBrowsableState.Never)]
public partial class ApiClient
{
    private readonly ApiCredentials _credentials;
    private readonly HttpClient _http;
    private readonly HostMap _hosts;
    private readonly TimeSpan _timeout;
    private readonly IApiResilience? _resilience;
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
        _hosts = new HostMap(options);
        _timeout = options.Timeout;
        _resilience = options.Resilience;
        Clock = options.TimeProvider;
        RequestIdHeaders = options.RequestIdHeaders;
        UserAgent = UserAgentText.For(options.ApplicationName);
        _planner = new CallPlanner(_http, _credentials, _hosts, options.PreferredAuthentication);
        _sender = new MessageSender(_http, Clock, UserAgent);
        _replies = new ReplyReader(this, options.MaxResponseLength, CreateException);
    }

    /// <summary>The credentials, which a request can override.</summary>
    public ApiCredentials Credentials => _credentials;

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
            await _replies.CheckStatusAsync(request, response, deadline).ConfigureAwait(false);
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
            using var body = await _replies.ReadBodyAsync(request, response, deadline).ConfigureAwait(false);
            return body.ToText(TextEncoding.Of(response.Content));
        },
        cancellationToken);

    /// <summary>Creates the exception for a response. A provider's client overrides this to read its own error format.</summary>
    /// <param name="reply">The response.</param>
    /// <param name="reason">The problem with the response itself; <see langword="null"/> if the status is the error.</param>
    /// <param name="inner">The exception that caused this one, if any.</param>
    protected virtual ApiException CreateException(ApiResponse reply, string? reason, Exception? inner) => new(reply, reason, inner);

    /// <summary>Creates the exception for a list whose pages, each a success, do not make a list.</summary>
    internal ApiException RefuseList(ApiOperation operation, string path, string reason) =>
        CreateException(new ApiResponse(operation.Name, operation.Method, path, System.Net.HttpStatusCode.OK), reason, null);

    private Task<T?> ReadAsync<T>(ApiRequest request, Func<JsonReader, T?> read, bool mayBeEmpty, CancellationToken cancellationToken) => RunAsync(
        request,
        async deadline =>
        {
            using var response = await SendAsync(request, deadline).ConfigureAwait(false);
            await _replies.CheckStatusAsync(request, response, deadline).ConfigureAwait(false);
            using var body = await _replies.ReadBodyAsync(request, response, deadline).ConfigureAwait(false);
            return _replies.Read(request, response, body, read, mayBeEmpty);
        },
        cancellationToken);

    /// <summary>Runs the steps of a call within its deadline. Every call passes through here, and what fails on the way becomes its exception.</summary>
    private async Task<T> RunAsync<T>(ApiRequest request, Func<CallDeadline, ValueTask<T>> steps, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(request);
        var deadline = CallDeadline.Start(request.Options?.Timeout ?? _timeout, Clock, cancellationToken);
        try
        {
            return await steps(deadline).ConfigureAwait(false);
        }
        catch (Exception error) when (deadline.Translate(error, request, _http.Timeout) is { } known)
        {
            throw known;
        }
        finally
        {
            deadline.Stop();
        }
    }

    // Without resilience, a call is one attempt.
    private Task<HttpResponseMessage> SendAsync(ApiRequest request, in CallDeadline deadline)
    {
        var plan = request.Plan = _planner.Plan(request);
        return _resilience is null ? _sender.SendAsync(request, plan, deadline.Token) : AttemptAsync(_resilience, request, plan, deadline.Token);
    }

    private async Task<HttpResponseMessage> AttemptAsync(IApiResilience resilience, ApiRequest request, CallPlan plan, CancellationToken cancellationToken) =>
        await resilience.SendAsync(request, token => _sender.SendAsync(request, plan, token), cancellationToken).ConfigureAwait(false)
            ?? throw new InvalidOperationException($"{resilience.GetType().Name}, the strategy in Resilience, returned no response. It must return the response of an attempt, or throw.");
}
