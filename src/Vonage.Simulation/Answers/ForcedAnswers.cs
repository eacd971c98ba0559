using System.Diagnostics.CodeAnalysis;
using Vonage.Simulation.Specs;

namespace Vonage.Simulation.Answers;

/// <summary>The responses and faults that a test has set, in order.</summary>
internal sealed class ForcedAnswers
{
    private readonly Lock _gate = new();
    private readonly List<Order> _orders = [];

    /// <summary>The faults that are in effect.</summary>
    public IReadOnlyList<SimulatedFault> Faults
    {
        get
        {
            lock (_gate)
                return [.. _orders.Select(order => order.Fault)];
        }
    }

    /// <param name="operation">The operation; null for every operation.</param>
    /// <param name="fault">The response and the requests that it applies to.</param>
    public void Add(SpecOperation? operation, SimulatedFault fault)
    {
        lock (_gate)
            _orders.Add(new Order(operation, fault) { Left = fault.Times });
    }

    /// <summary>Removes a fault: this one, and not one that equals it.</summary>
    public bool Remove(SimulatedFault fault)
    {
        lock (_gate)
            return _orders.RemoveAll(order => ReferenceEquals(order.Fault, fault)) > 0;
    }

    public void Clear()
    {
        lock (_gate)
            _orders.Clear();
    }

    /// <summary>Takes the next response for a request; null if none is set.</summary>
    public SimulatedResponse? Take(SpecOperation? operation, ReceivedRequest request)
    {
        lock (_gate)
        {
            if (_orders.Find(order => (order.Operation is null || order.Operation == operation) && Strikes(order.Fault, request)) is not { } next)
                return null;
            if (--next.Left == 0)
                _orders.Remove(next);
            return next.Fault.Response;
        }
    }

    [SuppressMessage("Security", "CA5394", Justification = "A fault of a test needs no secret.")]
    private static bool Strikes(SimulatedFault fault, ReceivedRequest request) =>
        fault.When?.Invoke(request) != false && (fault.Probability >= 1 || Random.Shared.NextDouble() < fault.Probability);

    private sealed class Order(SpecOperation? operation, SimulatedFault fault)
    {
        public SpecOperation? Operation { get; } = operation;

        public SimulatedFault Fault { get; } = fault;

        public int? Left { get; set; }
    }
}
