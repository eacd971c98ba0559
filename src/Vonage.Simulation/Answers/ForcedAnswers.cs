using Vonage.Simulation.Specs;

namespace Vonage.Simulation.Answers;

/// <summary>The responses that a test has set, in order.</summary>
internal sealed class ForcedAnswers
{
    private readonly Lock _gate = new();
    private readonly List<Order> _orders = [];

    /// <param name="operation">The operation; null for every operation.</param>
    /// <param name="answer">The response.</param>
    /// <param name="times">The number of requests that it applies to.</param>
    public void Add(SpecOperation? operation, SimulatedResponse answer, int times)
    {
        lock (_gate)
            _orders.Add(new Order(operation, answer) { Left = times });
    }

    public void Clear()
    {
        lock (_gate)
            _orders.Clear();
    }

    /// <summary>Takes the next response for a request; null if none is set.</summary>
    public SimulatedResponse? Take(SpecOperation? operation)
    {
        lock (_gate)
        {
            if (_orders.Find(order => order.Operation is null || order.Operation == operation) is not { } next)
                return null;
            if (--next.Left == 0)
                _orders.Remove(next);
            return next.Answer;
        }
    }

    private sealed class Order(SpecOperation? operation, SimulatedResponse answer)
    {
        public SpecOperation? Operation { get; } = operation;

        public SimulatedResponse Answer { get; } = answer;

        public int Left { get; set; }
    }
}
