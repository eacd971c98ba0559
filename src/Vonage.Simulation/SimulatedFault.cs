namespace Vonage.Simulation;

/// <summary>A fault that is injected into requests with <see cref="ApiSimulator.Inject"/>.</summary>
public sealed record SimulatedFault
{
    /// <summary>The operation: <c>messages.send</c>, or <c>send</c> if the name is unique, or <c>*</c> for every request.</summary>
    public string Operation { get; init; } = "*";

    /// <summary>The response. One without a status code processes the request as usual, after its delay.</summary>
    public required SimulatedResponse Response { get; init; }

    /// <summary>The number of requests that the fault applies to. If <see langword="null"/>, it applies until it is removed.</summary>
    public int? Times { get; init; }

    /// <summary>The share of the requests that the fault applies to, greater than 0 and at most 1.</summary>
    public double Probability { get; init; } = 1;

    /// <summary>The condition for a request; <see langword="null"/> for every request.</summary>
    public Func<ReceivedRequest, bool>? When { get; init; }
}
