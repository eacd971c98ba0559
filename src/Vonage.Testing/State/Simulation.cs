using Vonage.Testing.Answers;

namespace Vonage.Testing.State;

/// <summary>What a simulator's APIs share, and the APIs' own state.</summary>
internal sealed class Simulation
{
    private readonly IReadOnlyList<ApiState> _states;

    public Simulation(VonageSimulatorOptions options)
    {
        Options = options;
        Account = new SimulatedAccount(options);
        Webhooks = new SimulatedWebhooks(this);
        _states = [.. typeof(ApiState).Assembly.GetTypes()
            .Where(type => !type.IsAbstract && type.IsSubclassOf(typeof(ApiState)))
            .Select(type => (ApiState)Activator.CreateInstance(type, this)!)];
    }

    public VonageSimulatorOptions Options { get; }

    public SimulatedAccount Account { get; }

    public SimulatedWebhooks Webhooks { get; }

    /// <summary>All calls, whoever made them. Read and changed with the account's gate held.</summary>
    public List<SimulatedCall> Calls { get; } = [];

    /// <summary>The verifications of the second Verify API. Read and changed with the account's gate held.</summary>
    public List<VerificationFlow> Verifications { get; } = [];

    public DateTimeOffset Now => Options.TimeProvider.GetUtcNow();

    /// <summary>Every operation that some state handles.</summary>
    public IEnumerable<string> Operations => _states.SelectMany(state => state.Operations);

    /// <summary>The answer that follows from the state; null where none does.</summary>
    public Reply? Answer(Exchange exchange)
    {
        lock (Account.Gate)
            return _states.Select(state => state.Answer(exchange)).FirstOrDefault(reply => reply is not null);
    }
}
