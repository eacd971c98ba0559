using Flowroute.Testing.State;
using Vonage.Core;
using Vonage.Simulation;

namespace Flowroute.Testing;

/// <summary>
/// A server on 127.0.0.1 that behaves as documented for the Flowroute APIs: it checks credentials and requests, remembers created resources, and
/// records every request for tests.
/// </summary>
/// <example>
/// <code>
/// using Flowroute.Messages;
/// using Flowroute.Testing;
///
/// await using var simulator = await FlowrouteSimulator.StartAsync();
/// var sent = await simulator.CreateClient().Messages.SendAsync(new SendMessageRequest { From = "12061231234", To = "12065551234", Body = "Hello" });
/// Console.WriteLine(sent.Id);
/// </code>
/// </example>
public sealed class FlowrouteSimulator : ApiSimulator
{
    private static readonly Lazy<SpecCatalog> Documents = new(() => SpecCatalog.EmbeddedIn(typeof(FlowrouteSimulator).Assembly));

    private readonly FlowrouteSimulatorOptions _options;

    private FlowrouteSimulator(FlowrouteSimulatorOptions options) : base(options, Describe(options)) => _options = options;

    /// <summary>The accepted access key.</summary>
    public string AccessKey => _options.AccessKey;

    /// <summary>The accepted secret key.</summary>
    public string SecretKey => _options.SecretKey;

    /// <summary>The accepted credentials.</summary>
    public FlowrouteCredentials Credentials => FlowrouteCredentials.FromAccessKey(AccessKey, SecretKey);

    /// <summary>Starts a simulator. It runs until it is disposed.</summary>
    /// <param name="options">The options; <see langword="null"/> for the defaults.</param>
    /// <param name="cancellationToken">Cancels the start.</param>
    public static async Task<FlowrouteSimulator> StartAsync(FlowrouteSimulatorOptions? options = null, CancellationToken cancellationToken = default)
    {
        var simulator = new FlowrouteSimulator(options ?? new FlowrouteSimulatorOptions());
        await simulator.ListenAsync(cancellationToken).ConfigureAwait(false);
        return simulator;
    }

    /// <summary>Creates a client that sends every request to this simulator.</summary>
    /// <param name="options">The client options, such as a timeout. Their hosts are set to the simulator's. By default, a call is attempted once, so that a test sees each failure that it prepares.</param>
    public FlowrouteClient CreateClient(FlowrouteClientOptions? options = null)
    {
        options ??= new FlowrouteClientOptions { Retry = RetryOptions.None };
        options.TimeProvider = _options.TimeProvider;
        foreach (var (host, address) in Hosts)
            options.Hosts[host] = address;
        return new FlowrouteClient(Http, Credentials, options);
    }

    /// <inheritdoc />
    protected override ShownMessage? MessageOf(Exchange exchange, ExchangeResponse response)
    {
        ArgumentNullException.ThrowIfNull(exchange);
        ArgumentNullException.ThrowIfNull(response);
        return exchange.OperationId == "send" && response.Json?["data"]?["id"]?.ToString() is { } id ? MessagesState.Show(id, exchange) : null;
    }

    private static SimulatedProvider Describe(FlowrouteSimulatorOptions options) => new()
    {
        Documents = Documents.Value,
        Schemes = [new BasicScheme("access key and secret key", (key, secret) => Refuse(options, key, secret))],
        States = [new E911State(), new MessagesState(options.TimeProvider), new NumbersState(), new RoutesState()],
    };

    private static string? Refuse(FlowrouteSimulatorOptions options, string key, string? secret)
    {
        if (key != options.AccessKey)
            return "The access key is not the simulator's.";
        return secret == options.SecretKey ? null : "The secret key is wrong.";
    }
}
