using System.Collections.Concurrent;
using System.Text.Json.Nodes;
using Vonage.Simulation;
using Vonage.Testing.Authentication;
using Vonage.Testing.Control;
using Vonage.Testing.Webhooks;

namespace Vonage.Testing.State;

/// <summary>The state that Vonage's APIs share.</summary>
internal sealed class SharedState
{
    public SharedState(VonageSimulatorOptions options, string? keptKey = null)
    {
        Options = options;
        Account = new SimulatedAccount(options, keptKey);
        Inbox = new Inbox(options.MaxRecorded, 8 * options.MaxRequestBodySize, Changes);
        Applications = new ApplicationDirectory(Account);
        Linked = new LinkedWebhooks(this);
        Webhooks = new SimulatedWebhooks(this);
        Video = new VideoSessions(this);
        Media = new MediaLibrary(this);
        Audit = new AuditLog(this);
        ExternalAccounts = new ExternalAccountList(Account);
        Rents = [new NumberRent(new("GB", VoiceState.OwnNumber, "mobile-lvn", ["VOICE", "SMS"]), Account.ApiKey)];
        WhatsApp = new WhatsAppAccounts(Account);
        NetworkTokens = new NetworkTokens(options.TimeProvider);
        Kept.Add("private_key", new(() => Account.Key.Pem, _ => { }));
        Kept.Add("applications", new(Applications.Save, Applications.Restore));
        Kept.Add("users", new(Users.Save, Users.Restore));
        Kept.Add("outcomes", new(
            () => new JsonArray([.. OutcomeTable.List(Webhooks.Outcomes)]),
            kept => OutcomeTable.Restore(Webhooks.Outcomes, kept.AsArray())));
        Kept.Add("messages", new(Inbox.Save, Inbox.Restore));
    }

    /// <summary>What <see cref="VonageSimulatorOptions.StateFile"/> keeps, by name. APIs add their own parts.</summary>
    public Dictionary<string, KeptPart> Kept { get; } = [];

    public VonageSimulatorOptions Options { get; }

    public SimulatedAccount Account { get; }

    /// <summary>The applications of the account.</summary>
    public ApplicationDirectory Applications { get; }

    /// <summary>The settings of the account, by the names in responses.</summary>
    public ConcurrentDictionary<string, string> AccountSettings { get; } = new(StringComparer.Ordinal);

    /// <summary>The settings of numbers.</summary>
    public ConcurrentDictionary<string, IReadOnlyDictionary<string, string>> NumberSettings { get; } = new(StringComparer.Ordinal);

    /// <summary>The webhook URLs that were set through the APIs.</summary>
    public LinkedWebhooks Linked { get; }

    /// <summary>Leads addresses to the simulator, if it is configured so.</summary>
    public Action<JsonNode> LeadHere { get; set; } = _ => { };

    /// <summary>Checks a body against the documents.</summary>
    public Func<string, JsonNode, IReadOnlyList<SpecViolation>> Check { get; set; } = (_, _) => [];

    /// <summary>The simulator's own address, once it listens, without a slash at its end.</summary>
    public Func<string?> OwnAddress { get; set; } = () => null;

    public SimulatedWebhooks Webhooks { get; }

    /// <summary>Tells the page and the control API what has changed.</summary>
    public ChangeFeed Changes { get; } = new();

    /// <summary>The messages and codes, as they arrive on phones.</summary>
    public Inbox Inbox { get; }

    /// <summary>The lock for all state. Steps are short, and several APIs share the account.</summary>
    public object Gate { get; } = new();

    /// <summary>All calls, inbound and outbound. Access requires the gate.</summary>
    public List<CallRecord> Calls { get; } = [];

    /// <summary>The verifications of Verify v2. Access requires the gate.</summary>
    public List<VerificationFlow> Verifications { get; } = [];

    /// <summary>The records of the Reports API. Access requires the gate.</summary>
    public List<(string Product, System.Text.Json.Nodes.JsonObject Record)> ReportRecords { get; } = [];

    /// <summary>The files of reports, by ID. Access requires the gate.</summary>
    public Dictionary<string, byte[]> ReportFiles { get; } = new(StringComparer.Ordinal);

    /// <summary>The stored files of the Media API. Access requires the gate.</summary>
    public MediaLibrary Media { get; }

    /// <summary>The audit log. Access requires the gate.</summary>
    public AuditLog Audit { get; }

    /// <summary>The accounts of other providers. Access requires the gate.</summary>
    public ExternalAccountList ExternalAccounts { get; }

    /// <summary>The rented numbers. Access requires the gate.</summary>
    public List<NumberRent> Rents { get; }

    /// <summary>The users of the application. Access requires the gate.</summary>
    public ResourceList Users { get; } = new("id");

    /// <summary>The sessions of the Video API. Access requires the gate.</summary>
    public VideoSessions Video { get; }

    /// <summary>The WhatsApp Business Accounts. Access requires the gate.</summary>
    public WhatsAppAccounts WhatsApp { get; }

    /// <summary>The authorizations and access tokens of network APIs.</summary>
    public NetworkTokens NetworkTokens { get; }

    /// <summary>When the SIM cards of numbers were last replaced. Access requires the gate.</summary>
    public Dictionary<string, DateTimeOffset?> SimSwaps { get; } = new(StringComparer.Ordinal);

    /// <summary>Makes the address of a file that an API offers for download: in the simulator, if addresses lead there.</summary>
    public string AddressOfFile(string path) => Options.UsesOwnAddresses && OwnAddress() is { } own ? $"{own}{ControlApi.Files}/{path}" : $"https://example.com/{path}";

    /// <summary>Gets the application whose token a request has; the simulator's own if it has none.</summary>
    public string ApplicationOf(ReceivedRequest request) => BearerScheme.ApplicationOf(request) ?? Account.ApplicationId;

    public DateTimeOffset Now => Options.TimeProvider.GetUtcNow();
}
