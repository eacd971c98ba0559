using System.Text.Json.Nodes;
using Microsoft.AspNetCore.Http;
using Vonage.Simulation.Answers;
using Vonage.Simulation.Server;

namespace Vonage.Simulation;

/// <summary>
/// A server on 127.0.0.1 that behaves as documented for the APIs of a provider: it checks credentials and requests, remembers created resources, and records
/// every request for tests.
/// </summary>
/// <remarks>The simulator of each provider derives from this class.</remarks>
public abstract class ApiSimulator : IAsyncDisposable
{
    private readonly SimulatorOptions _options;
    private readonly ForcedAnswers _forced = new();
    private readonly RequestHandler _handler;
    private SimulatorServer? _server;

    /// <summary>Initializes a new instance of the class. Call <see cref="ListenAsync"/> to start it.</summary>
    /// <param name="options">The options.</param>
    /// <param name="provider">The provider's documents, authentication schemes and states.</param>
    protected ApiSimulator(SimulatorOptions options, SimulatedProvider provider)
    {
        ArgumentNullException.ThrowIfNull(options);
        ArgumentNullException.ThrowIfNull(provider);
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(options.MaxRequestBodySize);
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(options.MaxRecorded);
        (_options, Provider) = (options, provider);
        Requests = options.ShownBy?.Requests ?? new RequestLog(options.MaxRecorded, 8 * options.MaxRequestBodySize);
        _handler = new RequestHandler(provider, options, Requests, _forced) { Reserved = HandleReservedAsync, Answered = Answered };
    }

    /// <summary>The address of the simulator. It serves all paths of all APIs.</summary>
    public Uri Address { get; private set; } = null!;

    /// <summary>The address for each host of the provider. Separate addresses distinguish paths that exist on two hosts.</summary>
    public IReadOnlyDictionary<string, Uri> Hosts { get; private set; } = null!;

    /// <summary>The address for HTTPS; <see langword="null"/> if <see cref="SimulatorOptions.HttpsPort"/> is not set.</summary>
    public Uri? SecureAddress => _server?.SecureAddress;

    /// <summary>
    /// The certificate, in PEM format, that signed the one for HTTPS. A client has to trust it. It is created at the start;
    /// <see langword="null"/> without HTTPS.
    /// </summary>
    public string? CertificateAuthorityPem => _server?.Certificate?.AuthorityPem;

    /// <summary>The received requests, and those of the simulators that this one shows.</summary>
    public RequestLog Requests { get; }

    /// <summary>The connections of the simulators' own clients. They go to this machine directly, whatever proxy the environment names.</summary>
    protected static HttpClient Http { get; } = new(new SocketsHttpHandler { AllowAutoRedirect = false, UseCookies = false, UseProxy = false }) { Timeout = Timeout.InfiniteTimeSpan };

    internal SimulatedProvider Provider { get; }

    /// <summary>Sets the response to the next requests of an operation. Several responses for the same operation are used in order.</summary>
    /// <param name="operation">The operation: <c>messages.send</c>, or <c>send</c> if the name is unique, or <c>*</c> for every request.</param>
    /// <param name="answer">The response.</param>
    /// <param name="times">The number of requests that the response applies to.</param>
    /// <exception cref="ArgumentException">The operation does not exist, or the name is ambiguous.</exception>
    public void Respond(string operation, SimulatedResponse answer, int times = 1)
    {
        ArgumentException.ThrowIfNullOrEmpty(operation);
        ArgumentNullException.ThrowIfNull(answer);
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(times);
        Inject(new SimulatedFault { Operation = operation, Response = answer, Times = times });
    }

    /// <summary>Sets the documented response for a status code, such as an error, for the next requests of an operation.</summary>
    /// <inheritdoc cref="Respond(string, SimulatedResponse, int)" />
    /// <param name="operation">The operation: <c>messages.send</c>, or <c>send</c> if the name is unique, or <c>*</c> for every request.</param>
    /// <param name="statusCode">The status code.</param>
    /// <param name="times">The number of requests that the response applies to.</param>
    public void Respond(string operation, int statusCode, int times = 1) =>
        Respond(operation, new SimulatedResponse { StatusCode = statusCode }, times);

    /// <summary>The faults that are in effect: those that were injected, and the responses that were set and not used.</summary>
    public IReadOnlyList<SimulatedFault> Faults => _forced.Faults;

    /// <summary>Injects a fault into requests: at random, into the next requests, or into those that meet a condition.</summary>
    /// <param name="fault">The fault.</param>
    /// <exception cref="ArgumentException">The operation does not exist, or its name is ambiguous.</exception>
    public void Inject(SimulatedFault fault)
    {
        ArgumentNullException.ThrowIfNull(fault);
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(fault.Times ?? 1, nameof(fault));
        if (fault.Response.StatusCode is < 200 or > 599)
            throw new ArgumentOutOfRangeException(nameof(fault), fault.Response.StatusCode, "StatusCode must be between 200 and 599.");
        if (fault.Probability is not (> 0 and <= 1))
            throw new ArgumentOutOfRangeException(nameof(fault), fault.Probability, "Probability must be greater than 0 and at most 1.");
        _forced.Add(fault.Operation == "*" ? null : Provider.Documents.Named(fault.Operation), fault);
    }

    /// <summary>Removes a fault.</summary>
    /// <param name="fault">The fault.</param>
    /// <returns>Whether it was in effect.</returns>
    public bool Remove(SimulatedFault fault) => _forced.Remove(fault);

    /// <summary>Removes all faults, and all responses that were set and not used.</summary>
    public void ResetResponses() => _forced.Clear();

    /// <summary>Stops the simulator. Delayed responses are not sent.</summary>
    public async ValueTask DisposeAsync()
    {
        if (_server is not null)
            await _server.DisposeAsync().ConfigureAwait(false);
        await StopAsync().ConfigureAwait(false);
        GC.SuppressFinalize(this);
    }

    /// <summary>Starts listening. Call this method once, before the simulator is returned to the caller.</summary>
    /// <param name="cancellationToken">Cancels the start.</param>
    protected async Task ListenAsync(CancellationToken cancellationToken)
    {
        _server = await SimulatorServer.StartAsync(_options, _handler.Hosts, _handler.HandleAsync, cancellationToken).ConfigureAwait(false);
        Address = _server.Address;
        Hosts = _handler.Hosts.ToDictionary(host => host, host => new Uri(Address, host), StringComparer.OrdinalIgnoreCase);
    }

    /// <summary>Handles a request to a path that belongs to the simulator itself. Such a path wins over those of the documents, and its requests are not recorded.</summary>
    /// <param name="context">The request, from this machine or an allowed host, and not from a page of another site.</param>
    /// <param name="cancellationToken">Canceled when the client disconnects or the simulator stops.</param>
    /// <returns>Whether the request was handled.</returns>
    protected virtual Task<bool> HandleReservedAsync(HttpContext context, CancellationToken cancellationToken) => Task.FromResult(false);

    /// <summary>Called after each request is recorded, before its response is sent.</summary>
    /// <param name="request">The request.</param>
    /// <param name="exchange">The operation; <see langword="null"/> if no document contains it.</param>
    /// <param name="response">The response.</param>
    protected virtual void OnAnswered(ReceivedRequest request, Exchange? exchange, ExchangeResponse response)
    {
    }

    /// <summary>Gets the message that a request sent, for the simulator that shows this one.</summary>
    /// <param name="exchange">The operation.</param>
    /// <param name="response">The response.</param>
    /// <returns>The message; <see langword="null"/> if the request sent none.</returns>
    protected virtual ShownMessage? MessageOf(Exchange exchange, ExchangeResponse response) => null;

    /// <summary>Called after each request to a simulator that this one shows.</summary>
    /// <param name="request">The request. It is in <see cref="Requests"/>.</param>
    /// <param name="message">The message that it sent; <see langword="null"/> if it sent none.</param>
    protected internal virtual void OnShown(ReceivedRequest request, ShownMessage? message)
    {
    }

    /// <summary>Leads the addresses in a JSON value to this simulator, if <see cref="SimulatorOptions.UsesOwnAddresses"/> is set.</summary>
    /// <param name="json">The value.</param>
    protected void LeadHere(JsonNode json)
    {
        if (_options.UsesOwnAddresses && Address is { } address)
            Addresses.LeadTo(address.GetLeftPart(UriPartial.Authority), json, _handler.Hosts);
    }

    /// <summary>Stops other activities of a provider's simulator. Called after the server has stopped.</summary>
    protected virtual ValueTask StopAsync() => default;

    private void Answered(ReceivedRequest request, Exchange? exchange, ExchangeResponse response)
    {
        OnAnswered(request, exchange, response);
        _options.ShownBy?.OnShown(request, exchange is null || response.Status >= 300 ? null : MessageOf(exchange, response));
    }
}
