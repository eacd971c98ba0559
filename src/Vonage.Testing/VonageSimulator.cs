using Vonage.Simulation;
using Vonage.Testing.Authentication;
using Vonage.Testing.State;

namespace Vonage.Testing;

/// <summary>
/// A server on 127.0.0.1 that answers as Vonage's APIs are documented to: it checks credentials and requests, remembers what was
/// created, records every request for a test to inspect, and sends webhooks.
/// </summary>
public sealed class VonageSimulator : ApiSimulator
{
    /// <summary>
    /// The code that verifies. A request with a code of its own is verified by that one; one with a <c>code_length</c> of more than 4 by as
    /// many digits of 1234567890.
    /// </summary>
    public const string VerificationCode = "1234";

    // Recordings come from these; no document lists them as servers.
    private static readonly string[] RecordingHosts =
        ["api-us-3.vonage.com", "api-us-4.vonage.com", "api-eu-3.vonage.com", "api-eu-4.vonage.com", "api-ap-3.vonage.com", "api-ap-4.vonage.com"];

    private static readonly Lazy<SpecCatalog> Documents = new(() => SpecCatalog.EmbeddedIn(typeof(VonageSimulator).Assembly));

    private readonly SharedState _shared;

    private VonageSimulator(VonageSimulatorOptions options, SharedState shared) : base(options, Describe(options, shared)) => _shared = shared;

    /// <summary>The webhooks that the simulator sends: where to, and on whose behalf.</summary>
    public SimulatedWebhooks Webhooks => _shared.Webhooks;

    /// <summary>The API key that is accepted.</summary>
    public string ApiKey => _shared.Account.ApiKey;

    /// <summary>An API secret that is accepted: the newest.</summary>
    public string ApiSecret => _shared.Account.Secrets[^1].Text;

    /// <summary>The application whose tokens are accepted.</summary>
    public string ApplicationId => _shared.Account.ApplicationId;

    /// <summary>The private key of that application, in PEM form.</summary>
    public string PrivateKeyPem => _shared.Account.Key.Pem;

    /// <summary>The secret that signatures are made with.</summary>
    public string SignatureSecret => _shared.Account.SignatureSecret;

    /// <summary>Credentials of every kind, all of them right.</summary>
    public VonageCredentials Credentials => VonageCredentials.FromApiKey(ApiKey, ApiSecret)
        .WithApplication(ApplicationId, PrivateKeyPem)
        .WithSignature(SignatureSecret);

    /// <summary>What is left on the account, in euros.</summary>
    public decimal Balance
    {
        get
        {
            lock (_shared.Gate)
                return _shared.Account.Balance;
        }
        set
        {
            lock (_shared.Gate)
                _shared.Account.Balance = value;
        }
    }

    /// <summary>Starts a simulator. It runs until it is disposed of.</summary>
    /// <param name="options">The options; null for the defaults.</param>
    /// <param name="cancellationToken">Cancels the start.</param>
    public static async Task<VonageSimulator> StartAsync(VonageSimulatorOptions? options = null, CancellationToken cancellationToken = default)
    {
        options ??= new VonageSimulatorOptions();
        var shared = new SharedState(options);
        shared.Account.Key.Prepare();
        var simulator = new VonageSimulator(options, shared);
        await simulator.ListenAsync(cancellationToken).ConfigureAwait(false);
        return simulator;
    }

    /// <summary>Creates a client that sends every request to this simulator.</summary>
    /// <param name="options">The client's options, such as a timeout. Their hosts are set to the simulator's.</param>
    public VonageClient CreateClient(VonageClientOptions? options = null)
    {
        options ??= new VonageClientOptions();
        options.TimeProvider = _shared.Options.TimeProvider;
        foreach (var (host, address) in Hosts)
            options.Hosts[host] = address;
        return new VonageClient(Credentials, options);
    }

    /// <inheritdoc />
    protected override ValueTask StopAsync() => _shared.Webhooks.StopAsync();

    private static SimulatedProvider Describe(VonageSimulatorOptions options, SharedState shared) => new()
    {
        Documents = options.Documents ?? Documents.Value,
        OtherHosts = RecordingHosts,
        Gate = shared.Gate,
        Schemes =
        [
            new BasicScheme("API key and secret", shared.Account.Refuse),
            new BearerScheme(shared.Account, options.TimeProvider),
            KeyScheme.InQuery(shared.Account),
            KeyScheme.InBody(shared.Account),
            new SignatureScheme(shared.Account, options.TimeProvider),
        ],
        States =
        [
            new AccountState(shared),
            new ApplicationsState(),
            new MeetingsState(shared),
            new MessagesState(shared),
            new NumberInsightState(shared),
            new NumbersState(shared),
            new ProactiveConnectState(options.TimeProvider),
            new ShortCodesState(shared),
            new SmsState(shared),
            new SubaccountsState(shared),
            new UsersState(),
            new VerifyState(shared),
            new VerifyTemplatesState(options.TimeProvider),
            new VerifyV2State(shared),
            new VoiceState(shared),
        ],
    };
}
