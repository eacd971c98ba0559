using Vonage.Testing.Answers;
using Vonage.Testing.Server;
using Vonage.Testing.Specs;
using Vonage.Testing.State;

namespace Vonage.Testing;

/// <summary>
/// A server on 127.0.0.1 that answers as Vonage's APIs are documented to: it checks who asks and what is asked, remembers what was
/// made, and records every request for a test to look at.
/// </summary>
public sealed partial class VonageSimulator : IAsyncDisposable
{
    private readonly SpecCatalog _catalog;
    private readonly Simulation _simulation;
    private readonly ForcedAnswers _forced;
    private readonly SimulatorServer _server;

    private VonageSimulator(SpecCatalog catalog, Simulation simulation, RequestLog requests, ForcedAnswers forced, SimulatorServer server)
    {
        (_catalog, _simulation, _forced, _server, Requests) = (catalog, simulation, forced, server, requests);
        Address = server.Address;
        Hosts = catalog.Routes.Hosts.ToDictionary(host => host, host => new Uri(Address, host), StringComparer.OrdinalIgnoreCase);
    }

    /// <summary>Where the simulator listens. Every path of every API is found below it.</summary>
    public Uri Address { get; }

    /// <summary>For each host of Vonage and of Flowroute the address that stands for it here, which keeps apart the paths that two hosts share.</summary>
    public IReadOnlyDictionary<string, Uri> Hosts { get; }

    /// <summary>What was received so far.</summary>
    public RequestLog Requests { get; }

    /// <summary>The webhooks that the simulator sends: where to, and on whose behalf.</summary>
    public SimulatedWebhooks Webhooks => _simulation.Webhooks;

    /// <summary>The API key that is accepted.</summary>
    public string ApiKey => _simulation.Account.ApiKey;

    /// <summary>An API secret that is accepted: the newest.</summary>
    public string ApiSecret => _simulation.Account.Secrets[^1].Text;

    /// <summary>The application whose tokens are accepted.</summary>
    public string ApplicationId => _simulation.Account.ApplicationId;

    /// <summary>The private key of that application, in PEM form.</summary>
    public string PrivateKeyPem => _simulation.Account.Key.Pem;

    /// <summary>The secret that signatures are made with.</summary>
    public string SignatureSecret => _simulation.Account.SignatureSecret;

    /// <summary>
    /// The code that verifies. A request with a code of its own is verified by that one; one with a <c>code_length</c> of more than 4 by as
    /// many digits of 1234567890.
    /// </summary>
    public const string VerificationCode = "1234";

    /// <summary>The access key that Flowroute's APIs accept.</summary>
    public string FlowrouteAccessKey => _simulation.Options.FlowrouteAccessKey;

    /// <summary>The secret key that Flowroute's APIs accept.</summary>
    public string FlowrouteSecretKey => _simulation.Options.FlowrouteSecretKey;

    /// <summary>What is left on the account, in euros.</summary>
    public decimal Balance
    {
        get
        {
            lock (_simulation.Account.Gate)
                return _simulation.Account.Balance;
        }
        set
        {
            lock (_simulation.Account.Gate)
                _simulation.Account.Balance = value;
        }
    }

    /// <summary>Starts a simulator. It runs until it is disposed of.</summary>
    /// <param name="options">How it is set up; the defaults will do.</param>
    /// <param name="cancellationToken">Ends the attempt.</param>
    public static async Task<VonageSimulator> StartAsync(VonageSimulatorOptions? options = null, CancellationToken cancellationToken = default)
    {
        options ??= new VonageSimulatorOptions();
        var (simulation, requests, forced) = (new Simulation(options), new RequestLog(), new ForcedAnswers());
        simulation.Account.Key.Prepare();
        var catalog = options.Specs is { } specs ? new SpecCatalog(specs) : SpecCatalog.Embedded;
        var handler = new RequestHandler(catalog, simulation, requests, forced);
        var server = await SimulatorServer.StartAsync(options.Port, handler.HandleAsync, cancellationToken).ConfigureAwait(false);
        return new VonageSimulator(catalog, simulation, requests, forced, server);
    }

    /// <summary>Orders an answer for the next requests of an operation. Orders are carried out one after the other.</summary>
    /// <param name="operation">The operation: <c>sms.send</c>, or <c>createCall</c> where only one is called so, or <c>*</c> for every request.</param>
    /// <param name="answer">The answer.</param>
    /// <param name="times">For how many requests; then the simulator answers as usual again.</param>
    public void Respond(string operation, SimulatedAnswer answer, int times = 1)
    {
        ArgumentException.ThrowIfNullOrEmpty(operation);
        ArgumentNullException.ThrowIfNull(answer);
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(times);
        _forced.Add(operation == "*" ? null : _catalog.Named(operation), answer, times);
    }

    /// <summary>Orders the documented answer of a status, such as an error.</summary>
    /// <inheritdoc cref="Respond(string, SimulatedAnswer, int)" />
    /// <param name="operation">The operation: <c>sms.send</c>, or <c>createCall</c> where only one is called so, or <c>*</c> for every request.</param>
    /// <param name="statusCode">The status.</param>
    /// <param name="times">For how many requests; then the simulator answers as usual again.</param>
    public void Respond(string operation, int statusCode, int times = 1) =>
        Respond(operation, new SimulatedAnswer { StatusCode = statusCode }, times);

    /// <summary>Forgets the answers that are still ordered.</summary>
    public void RespondAsUsual() => _forced.Clear();

    /// <summary>Stops the simulator. Answers that are being delayed are not sent any more.</summary>
    public async ValueTask DisposeAsync()
    {
        await _server.DisposeAsync().ConfigureAwait(false);
        await _simulation.Webhooks.StopAsync().ConfigureAwait(false);
    }
}
