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
/// <example>
/// <code>
/// using Vonage;
/// using Vonage.Sms;
/// using Vonage.Testing;
///
/// await using var simulator = await VonageSimulator.StartAsync();
/// await simulator.CreateClient().Sms.SendAsync(new SmsRequest { From = "ACME", To = "447700900000", Text = "Hello" });
/// Console.WriteLine(simulator.Requests.Last().Form?["text"]);
/// </code>
/// </example>
public sealed class VonageSimulator : ApiSimulator
{
    /// <summary>
    /// The correct verification code. If a request specifies its own code, that code is correct instead; if it specifies a
    /// <c>code_length</c> greater than 4, the correct code is the first digits of 1234567890.
    /// </summary>
    public const string VerificationCode = "1234";

    /// <summary>The ID of the WhatsApp Business Account (WABA) of the account.</summary>
    public const string WabaId = "345688589250625";

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
    private StateFile? _state;

    private VonageSimulator(VonageSimulatorOptions options, SharedState shared) : base(options, Describe(options, shared))
    {
        (_shared, _control) = (shared, new ControlApi(this, shared));
        (shared.LeadHere, shared.OwnAddress) = (LeadHere, () => Address?.GetLeftPart(UriPartial.Authority));
        shared.Check = Documents.Value.Check;
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

    /// <summary>Adds a stored file, for the Media API.</summary>
    /// <param name="fileName">The name of the file.</param>
    /// <param name="mimeType">The media type.</param>
    /// <param name="content">The content.</param>
    /// <returns>The ID of the file.</returns>
    public string AddMedia(string fileName, string mimeType, ReadOnlyMemory<byte> content)
    {
        ArgumentException.ThrowIfNullOrEmpty(fileName);
        ArgumentException.ThrowIfNullOrEmpty(mimeType);
        lock (_shared.Gate)
            return _shared.Media.Add(fileName, mimeType, content);
    }

    /// <summary>Adds an event to the audit log. Requests that create, change or delete applications, numbers and secrets do so themselves.</summary>
    /// <param name="type">The type of the event.</param>
    /// <param name="context">What was changed, as JSON; empty if <see langword="null"/>.</param>
    /// <returns>The ID of the event.</returns>
    public string AddAuditEvent(Audit.AuditEventType type, string? context = null)
    {
        var change = context is null ? [] : System.Text.Json.Nodes.JsonNode.Parse(context)!.AsObject();
        lock (_shared.Gate)
            return _shared.Audit.Add(type.ToString(), change);
    }

    /// <summary>Adds an account of another provider, for the External Accounts API, which itself creates only Messenger accounts.</summary>
    /// <param name="provider">The provider.</param>
    /// <param name="externalId">The ID of the account at the provider, such as a WhatsApp number.</param>
    /// <param name="name">The name of the account.</param>
    public void AddExternalAccount(ExternalAccounts.ExternalAccountProvider provider, string externalId, string? name = null)
    {
        ArgumentException.ThrowIfNullOrEmpty(externalId);
        lock (_shared.Gate)
            _shared.ExternalAccounts.Add(provider.ToString(), externalId, name);
    }

    /// <summary>Sets when the SIM card of a number was last replaced, for the Identity Insights and SIM Swap APIs. Without it, it never was.</summary>
    /// <param name="phoneNumber">The number in international format.</param>
    /// <param name="time">The time; <see langword="null"/> if it never was.</param>
    public void SetSimSwap(string phoneNumber, DateTimeOffset? time)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(phoneNumber);
        lock (_shared.Gate)
            _shared.SimSwaps[PhoneNumber.Digits(phoneNumber)] = time;
    }

    /// <summary>Starts a simulator. It runs until it is disposed.</summary>
    /// <param name="options">The options; <see langword="null"/> for the defaults.</param>
    /// <param name="cancellationToken">Cancels the start.</param>
    /// <exception cref="InvalidDataException"><see cref="VonageSimulatorOptions.StateFile"/> is not a file that a simulator wrote.</exception>
    public static async Task<VonageSimulator> StartAsync(VonageSimulatorOptions? options = null, CancellationToken cancellationToken = default)
    {
        options ??= new VonageSimulatorOptions();
        if (options.WebhookRetrySpeed is not (null or (>= 0 and <= 1e6)))
            throw new ArgumentOutOfRangeException(nameof(options), options.WebhookRetrySpeed, "WebhookRetrySpeed must be between 0 and 1,000,000.");
        var kept = options.StateFile is { } path ? StateFile.Read(path) : null;
        var shared = new SharedState(options, kept?["private_key"]?.ToString());
        shared.Account.Key.Prepare();
        var simulator = new VonageSimulator(options, shared);
        if (options.StateFile is { } file)
            simulator._state = StateFile.Open(file, kept, shared);
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

    /// <summary>Creates the configuration of an application that uses this simulator: its credentials and hosts.</summary>
    /// <remarks>For <c>configuration.AddInMemoryCollection(simulator.ToConfiguration())</c> and <c>AddVonage(configuration.GetSection("Vonage"))</c>.</remarks>
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
    protected override void OnShown(ReceivedRequest request, ShownMessage? message)
    {
        if (message is not null)
            InboxRecorder.Shown(_shared, request, message);
        _shared.Changes.Tell(Changes.Requests);
    }

    /// <inheritdoc />
    protected override async ValueTask StopAsync()
    {
        await _shared.Webhooks.StopAsync().ConfigureAwait(false);
        if (_state is not null)
            await _state.DisposeAsync().ConfigureAwait(false);
    }

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
            new AccessTokenScheme(shared.NetworkTokens),
        ],
        States =
        [
            new AccountState(shared),
            new ApplicationsState(shared),
            new AuditState(shared),
            new ChannelManagerState(shared),
            new ConversationsState(shared),
            new DispatchState(shared),
            new ExternalAccountsState(shared),
            new FraudDefenderState(shared),
            new IdentityInsightsState(shared),
            new MediaState(shared),
            new MeetingsState(shared),
            new MessagesState(shared),
            new NumberInsightState(shared),
            new NumberPoolsState(shared),
            new NumberVerificationState(shared),
            new NumbersState(shared),
            new PricingState(),
            new ProactiveConnectState(options.TimeProvider),
            new ProgrammableSipState(),
            new RedactState(shared),
            new ReportsState(shared),
            new ShortCodesState(shared),
            new SimSwapState(shared),
            new SmsState(shared),
            new SubaccountsState(shared),
            new TenDlcState(shared),
            new UsersState(shared),
            new VerifyState(shared),
            new VerifyTemplatesState(options.TimeProvider),
            new VerifyV2State(shared),
            new VideoState(shared),
            new VoiceState(shared),
            new WhatsAppProvisioningState(shared),
            new WhatsAppTemplatesState(shared),
        ],
    };
}
