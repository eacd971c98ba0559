using Vonage.Simulation.Answers;
using Vonage.Simulation.Server;

namespace Vonage.Simulation;

/// <summary>
/// A server on 127.0.0.1 that answers as a provider's APIs are documented to: it checks credentials and requests, remembers what was
/// created, and records every request for a test to inspect. Each provider's simulator derives from it.
/// </summary>
public abstract class ApiSimulator : IAsyncDisposable
{
    private readonly SimulatorOptions _options;
    private readonly ForcedAnswers _forced = new();
    private readonly RequestHandler _handler;
    private SimulatorServer? _server;

    /// <summary>Initializes a simulator that <see cref="ListenAsync"/> has yet to start.</summary>
    /// <param name="options">The options.</param>
    /// <param name="provider">The provider's documents, authentication schemes and states.</param>
    protected ApiSimulator(SimulatorOptions options, SimulatedProvider provider)
    {
        ArgumentNullException.ThrowIfNull(options);
        ArgumentNullException.ThrowIfNull(provider);
        (_options, Provider) = (options, provider);
        _handler = new RequestHandler(provider, options, Requests, _forced);
    }

    /// <summary>The address where the simulator listens. Every path of every API is found below it.</summary>
    public Uri Address { get; private set; } = null!;

    /// <summary>The address that stands for each of the provider's hosts, which keeps apart the paths that two hosts share.</summary>
    public IReadOnlyDictionary<string, Uri> Hosts { get; private set; } = null!;

    /// <summary>The requests that were received so far.</summary>
    public RequestLog Requests { get; } = new();

    internal SimulatedProvider Provider { get; }

    /// <summary>Sets the answer for the next requests of an operation. Answers that are set for the same operation are given in turn.</summary>
    /// <param name="operation">The operation: <c>messages.send</c>, or <c>send</c> where only one has this name, or <c>*</c> for every request.</param>
    /// <param name="answer">The answer.</param>
    /// <param name="times">The number of requests it is for; then the simulator answers as usual again.</param>
    /// <exception cref="ArgumentException">There is no such operation, or there are several.</exception>
    public void Respond(string operation, SimulatedAnswer answer, int times = 1)
    {
        ArgumentException.ThrowIfNullOrEmpty(operation);
        ArgumentNullException.ThrowIfNull(answer);
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(times);
        _forced.Add(operation == "*" ? null : Provider.Documents.Named(operation), answer, times);
    }

    /// <summary>Sets the documented answer of a status code, such as an error, for the next requests of an operation.</summary>
    /// <inheritdoc cref="Respond(string, SimulatedAnswer, int)" />
    /// <param name="operation">The operation: <c>messages.send</c>, or <c>send</c> where only one has this name, or <c>*</c> for every request.</param>
    /// <param name="statusCode">The status code.</param>
    /// <param name="times">The number of requests it is for; then the simulator answers as usual again.</param>
    public void Respond(string operation, int statusCode, int times = 1) =>
        Respond(operation, new SimulatedAnswer { StatusCode = statusCode }, times);

    /// <summary>Removes the answers that were set and not yet given.</summary>
    public void RespondAsUsual() => _forced.Clear();

    /// <summary>Stops the simulator. Delayed answers are not sent any more.</summary>
    public async ValueTask DisposeAsync()
    {
        if (_server is not null)
            await _server.DisposeAsync().ConfigureAwait(false);
        await StopAsync().ConfigureAwait(false);
        GC.SuppressFinalize(this);
    }

    /// <summary>Starts to listen. Call it once, before the simulator is handed out.</summary>
    /// <param name="cancellationToken">Cancels the start.</param>
    protected async Task ListenAsync(CancellationToken cancellationToken)
    {
        _server = await SimulatorServer.StartAsync(_options.Port, _handler.HandleAsync, cancellationToken).ConfigureAwait(false);
        Address = _server.Address;
        Hosts = _handler.Hosts.ToDictionary(host => host, host => new Uri(Address, host), StringComparer.OrdinalIgnoreCase);
    }

    /// <summary>Stops what a provider's simulator does beside answering requests. Called when the server has stopped.</summary>
    protected virtual ValueTask StopAsync() => default;
}
