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
    public SharedState(VonageSimulatorOptions options)
    {
        Options = options;
        Account = new SimulatedAccount(options);
        Inbox = new Inbox(options.MaxRecorded, 8 * options.MaxRequestBodySize, Changes);
        Applications = new ApplicationDirectory(Account);
        Linked = new LinkedWebhooks(this);
        Webhooks = new SimulatedWebhooks(this);
        Video = new VideoSessions(this);
    }

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

    public SimulatedWebhooks Webhooks { get; }

    /// <summary>Tells the page and the control API what has changed.</summary>
    public ChangeFeed Changes { get; } = new();

    /// <summary>The messages and codes, as they arrive on phones.</summary>
    public Inbox Inbox { get; }

    /// <summary>The lock for all state. Steps are short, and several APIs share the account.</summary>
    public Lock Gate { get; } = new();

    /// <summary>All calls, inbound and outbound. Access requires the gate.</summary>
    public List<CallRecord> Calls { get; } = [];

    /// <summary>The verifications of Verify v2. Access requires the gate.</summary>
    public List<VerificationFlow> Verifications { get; } = [];

    /// <summary>The records of the Reports API. Access requires the gate.</summary>
    public List<(string Product, System.Text.Json.Nodes.JsonObject Record)> ReportRecords { get; } = [];

    /// <summary>The users of the application. Access requires the gate.</summary>
    public ResourceList Users { get; } = new("id");

    /// <summary>The sessions of the Video API. Access requires the gate.</summary>
    public VideoSessions Video { get; }

    /// <summary>Gets the application whose token a request has; the simulator's own if it has none.</summary>
    public string ApplicationOf(ReceivedRequest request) => BearerScheme.ApplicationOf(request) ?? Account.ApplicationId;

    public DateTimeOffset Now => Options.TimeProvider.GetUtcNow();
}
