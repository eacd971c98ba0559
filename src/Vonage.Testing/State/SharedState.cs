namespace Vonage.Testing.State;

/// <summary>What the states of Vonage's APIs share.</summary>
internal sealed class SharedState
{
    public SharedState(VonageSimulatorOptions options)
    {
        Options = options;
        Account = new SimulatedAccount(options);
        Webhooks = new SimulatedWebhooks(this);
    }

    public VonageSimulatorOptions Options { get; }

    public SimulatedAccount Account { get; }

    public SimulatedWebhooks Webhooks { get; }

    /// <summary>Held by whoever reads or changes any state: steps are short, and several APIs share the account.</summary>
    public Lock Gate { get; } = new();

    /// <summary>All calls, whoever made them. Read and changed with the gate held.</summary>
    public List<SimulatedCall> Calls { get; } = [];

    /// <summary>The verifications of the second Verify API. Read and changed with the gate held.</summary>
    public List<VerificationFlow> Verifications { get; } = [];

    public DateTimeOffset Now => Options.TimeProvider.GetUtcNow();
}
