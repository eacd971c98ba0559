using System.Text.Json.Nodes;
using Vonage.Simulation;
using Vonage.Testing.Webhooks;

namespace Vonage.Testing.State;

/// <summary>The Dispatch API: the messages of a workflow are sent at once, one after another until one has the required status.</summary>
internal sealed class DispatchState : ApiState
{
    private readonly SharedState _shared;

    public DispatchState(SharedState shared) : base("dispatch")
    {
        _shared = shared;
        On("createWorkflow", Create);
    }

    private ExchangeResponse Create(Exchange exchange)
    {
        var id = Guid.NewGuid().ToString();
        new DispatchReports(_shared, id, _shared.ApplicationOf(exchange.Request)).Run(exchange.Body["workflow"]!.AsArray().Select(step => step!.AsObject()));
        return exchange.SuccessWith(new JsonObject { ["dispatch_uuid"] = id });
    }
}
