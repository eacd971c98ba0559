using Microsoft.AspNetCore.Http;
using Vonage.Core;
using Vonage.Simulation;
using Vonage.Testing.Authentication;
using Vonage.Testing.Control;
using Vonage.Testing.State;
using Vonage.Testing.Webhooks;

namespace Vonage.Testing;

/// <summary>
/// A server on 127.0.0.1 that behaves as documented for the Vonage APIs: it checks credentials and requests, remembers created resources,
/// records every request for tests, and sends webhooks.
/// </summary>
public sealed class VonageSimulator : ApiSimulator
{
    /// <summary>
    /// The correct verification code. If a request specifies its own code, that code is correct instead; if it specifies a
    /// <c>code_length</c> greater than 4, the correct code is the first digits of 1234567890.
    /// </summary>
    public const string VerificationCode = "1234";

    // Recordings are served by these hosts, which no document lists as servers.
    private static readonly string[] RecordingHosts =
        ["api-us-3.vonage.com", "api-us-4.vonage.com", "api-eu-3.vonage.com", "api-eu-4.vonage.com", "api-ap-3.vonage.com", "api-ap-4.vonage.com"];

    // The newer names of the hosts of the same servers.
    private static readonly Dictionary<string, string> EquivalentHosts = new(StringComparer.OrdinalIgnoreCase)
    {
        ["api-us.vonage.com"] = "api-us.nexmo.com",
        ["api-eu.vonage.com"] = "api-eu.nexmo.com",
        ["api-ap.vonage.com"] = "api-ap.nexmo.com",
    };

    // The APIs that are older than JSON: the public SDKs send their parameters in the query, a form or JSON.
    private static readonly HashSet<string> Lenient = new(StringComparer.Ordinal)
    {
        "alerts", "number-insight", "numbers", "pricing", "sms", "verify", "account.getBalance", "account.topUp", "account.updateSettings",
    };

    private static readonly PathAlias[] Aliases =
    [
        new("/sms/xml", "/sms/json") { Convert = SmsXml.Convert },
        new("/accounts/{api_key}/credit_transfers", "/accounts/{api_key}/credit-transfers"),
        new("/accounts/{api_key}/balance_transfers", "/accounts/{api_key}/balance-transfers"),
        new("/accounts/{api_key}/transfer_number", "/accounts/{api_key}/transfer-number"),
    ];

    private static readonly Lazy<SpecCatalog> Documents = new(() => SpecCatalog.EmbeddedIn(typeof(VonageSimulator).Assembly));

    private readonly SharedState _shared;
    private readonly ControlApi _control;

    private VonageSimulator(VonageSimulatorOptions options, SharedState shared) : base(options, Describe(options, shared))
    {
        (_shared, _control) = (shared, new ControlApi(this, shared));
        shared.LeadHere = LeadHere;
    }

    /// <summary>The webhooks that the simulator sends, and simulated inbound traffic.</summary>
    public SimulatedWebhooks Webhooks => _shared.Webhooks;

    /// <summary>The accepted API key.</summary>
    public string ApiKey => _shared.Account.ApiKey;

    /// <summary>The newest accepted API secret.</summary>
    public string ApiSecret => _shared.Account.Secrets[^1].Text;

    /// <summary>The application whose tokens are accepted.</summary>
    public string ApplicationId => _shared.Account.ApplicationId;

    /// <summary>The private key of the application in PEM format.</summary>
    public string PrivateKeyPem => _shared.Account.Key.Pem;

    /// <summary>The secret for signatures.</summary>
    public string SignatureSecret => _shared.Account.SignatureSecret;

    /// <summary>Valid credentials of every type.</summary>
    public VonageCredentials Credentials => VonageCredentials.FromApiKey(ApiKey, ApiSecret)
        .WithApplication(ApplicationId, PrivateKeyPem)
        .WithSignature(SignatureSecret);

    /// <summary>The balance of the account in euros.</summary>
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

    /// <summary>Adds a record for the Reports API.</summary>
    /// <param name="product">The product.</param>
    /// <param name="json">The record, as documented for the product.</param>
    public void AddReportRecord(Reports.ReportProduct product, string json)
    {
        var record = System.Text.Json.Nodes.JsonNode.Parse(json)!.AsObject();
        lock (_shared.Gate)
            _shared.ReportRecords.Add((product.ToString(), record));
    }

    /// <summary>Starts a simulator. It runs until it is disposed.</summary>
    /// <param name="options">The options; <see langword="null"/> for the defaults.</param>
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
    /// <param name="options">The client options, such as a timeout. Their hosts are set to the simulator's. By default, a call is attempted once, so that a test sees each failure that it prepares.</param>
    public VonageClient CreateClient(VonageClientOptions? options = null)
    {
        options ??= new VonageClientOptions { Retry = RetryOptions.None };
        Configure(options);
        return new VonageClient(Http, Credentials, options);
    }

    /// <summary>
    /// Creates the configuration of an application that uses this simulator: its credentials and hosts, for
    /// <c>configuration.AddInMemoryCollection(simulator.ToConfiguration())</c> and <c>AddVonage(configuration.GetSection("Vonage"))</c>.
    /// </summary>
    /// <param name="section">The section that <c>AddVonage</c> reads.</param>
    public IReadOnlyDictionary<string, string?> ToConfiguration(string section = "Vonage")
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(section);
        var values = new Dictionary<string, string?>(StringComparer.OrdinalIgnoreCase)
        {
            [$"{section}:{nameof(VonageOptions.ApiKey)}"] = ApiKey,
            [$"{section}:{nameof(VonageOptions.ApiSecret)}"] = ApiSecret,
            [$"{section}:{nameof(VonageOptions.ApplicationId)}"] = ApplicationId,
            [$"{section}:{nameof(VonageOptions.PrivateKey)}"] = PrivateKeyPem,
            [$"{section}:{nameof(VonageOptions.SignatureSecret)}"] = SignatureSecret,
        };
        foreach (var (host, address) in Hosts)
            values[$"{section}:{nameof(VonageOptions.Hosts)}:{host}"] = address.AbsoluteUri;
        return values;
    }

    /// <inheritdoc />
    protected override Task<bool> HandleReservedAsync(HttpContext context, CancellationToken cancellationToken) => _control.TryHandleAsync(context, cancellationToken);

    /// <inheritdoc />
    protected override void OnAnswered(ReceivedRequest request, Exchange? exchange, ExchangeResponse response)
    {
        if (exchange is not null)
            InboxRecorder.Answered(_shared, exchange, response);
        _shared.Changes.Tell(Changes.Requests);
    }

    /// <inheritdoc />
    protected override ValueTask StopAsync() => _shared.Webhooks.StopAsync();

    /// <summary>Leads a client to this simulator.</summary>
    internal void Configure(VonageClientOptions options)
    {
        options.TimeProvider = _shared.Options.TimeProvider;
        foreach (var (host, address) in Hosts)
            options.Hosts[host] = address;
    }

    private static SimulatedProvider Describe(VonageSimulatorOptions options, SharedState shared) => new()
    {
        Documents = options.Documents ?? Documents.Value,
        OtherHosts = RecordingHosts,
        EquivalentHosts = EquivalentHosts,
        Lenient = Lenient,
        Aliases = Aliases,
        Adapt = static (operation, body) =>
        {
            if (operation is "voice.createCall" or "voice.updateCall")
                NccoScalars.Convert(body);
        },
        Limit = new RequestLimits(options.TimeProvider).Refuse,
        Gate = shared.Gate,
        Schemes =
        [
            new BasicScheme("API key and secret", shared.Account.Refuse),
            new BearerScheme(shared.Applications, options.TimeProvider),
            KeyScheme.InQuery(shared.Account),
            KeyScheme.InBody(shared.Account),
            new SignatureScheme(shared.Account, options.TimeProvider),
        ],
        States =
        [
            new AccountState(shared),
            new ApplicationsState(shared.Applications),
            new ConversationsState(shared),
            new MeetingsState(shared),
            new MessagesState(shared),
            new NumberInsightState(shared),
            new NumbersState(shared),
            new PricingState(),
            new ProactiveConnectState(options.TimeProvider),
            new ReportsState(shared),
            new ShortCodesState(shared),
            new SmsState(shared),
            new SubaccountsState(shared),
            new UsersState(shared),
            new VerifyState(shared),
            new VerifyTemplatesState(options.TimeProvider),
            new VerifyV2State(shared),
            new VideoState(shared),
            new VoiceState(shared),
        ],
    };
}
