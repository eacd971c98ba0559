namespace Vonage.Testing.State;

/// <summary>The state that Vonage's APIs share.</summary>
internal sealed class SharedState
{
    public SharedState(VonageSimulatorOptions options)
    {
        Options = options;
        Account = new SimulatedAccount(options);
        Webhooks = new SimulatedWebhooks(this);
        Video = new VideoSessions(this);
    }

    public VonageSimulatorOptions Options { get; }

    public SimulatedAccount Account { get; }

    public SimulatedWebhooks Webhooks { get; }

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

    public DateTimeOffset Now => Options.TimeProvider.GetUtcNow();
}
