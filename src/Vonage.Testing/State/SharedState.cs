using Vonage.Testing.Control;

namespace Vonage.Testing.State;

/// <summary>The state that Vonage's APIs share.</summary>
internal sealed class SharedState
{
    public SharedState(VonageSimulatorOptions options)
    {
        Options = options;
        Account = new SimulatedAccount(options);
        Inbox = new Inbox(options.MaxRecorded, 8 * options.MaxRequestBodySize, Changes);
        Webhooks = new SimulatedWebhooks(this);
        Video = new VideoSessions(this);
    }

    public VonageSimulatorOptions Options { get; }

    public SimulatedAccount Account { get; }

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

    /// <summary>The sessions of the Video API. Access requires the gate.</summary>
    public VideoSessions Video { get; }

    public DateTimeOffset Now => Options.TimeProvider.GetUtcNow();
}
