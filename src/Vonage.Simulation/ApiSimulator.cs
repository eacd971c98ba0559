using System.Text.Json.Nodes;
using Vonage.Simulation.Answers;
using Vonage.Simulation.Server;

namespace Vonage.Simulation;

/// <summary>
/// A server on 127.0.0.1 that behaves as documented for the APIs of a provider: it checks credentials and requests, remembers created
/// resources, and records every request for tests. The simulator of each provider derives from this class.
/// </summary>
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
        Requests = new RequestLog(options.MaxRecorded, 8 * options.MaxRequestBodySize);
        _handler = new RequestHandler(provider, options, Requests, _forced);
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

    /// <summary>The received requests.</summary>
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
        if (answer.StatusCode is < 200 or > 599)
            throw new ArgumentOutOfRangeException(nameof(answer), answer.StatusCode, "StatusCode must be between 200 and 599.");
        _forced.Add(operation == "*" ? null : Provider.Documents.Named(operation), answer, times);
    }

    /// <summary>Sets the documented response for a status code, such as an error, for the next requests of an operation.</summary>
    /// <inheritdoc cref="Respond(string, SimulatedResponse, int)" />
    /// <param name="operation">The operation: <c>messages.send</c>, or <c>send</c> if the name is unique, or <c>*</c> for every request.</param>
    /// <param name="statusCode">The status code.</param>
    /// <param name="times">The number of requests that the response applies to.</param>
    public void Respond(string operation, int statusCode, int times = 1) =>
        Respond(operation, new SimulatedResponse { StatusCode = statusCode }, times);

    /// <summary>Removes all responses that were set and not used.</summary>
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

    /// <summary>Leads the addresses in a JSON value to this simulator, if <see cref="SimulatorOptions.UsesOwnAddresses"/> is set.</summary>
    /// <param name="json">The value.</param>
    protected void LeadHere(JsonNode json)
    {
        if (_options.UsesOwnAddresses && Address is { } address)
            Addresses.LeadTo(address.GetLeftPart(UriPartial.Authority), json, _handler.Hosts);
    }

    /// <summary>Stops other activities of a provider's simulator. Called after the server has stopped.</summary>
    protected virtual ValueTask StopAsync() => default;
}
