using System.Text.Json.Nodes;
using Vonage.Simulation;

namespace Vonage.Testing.State;

/// <summary>The Fraud Defender API: rules are created as requested. No known operation reads them; the lists are those of the document.</summary>
internal sealed class FraudDefenderState : ApiState
{
    private readonly SharedState _shared;

    public FraudDefenderState(SharedState shared) : base("fraud-defender")
    {
        _shared = shared;
        On("createRule", Create);
    }

    private ExchangeResponse Create(Exchange exchange)
    {
        var rule = new JsonObject
        {
            ["id"] = Guid.NewGuid().ToString(),
            ["direction"] = "to",
            ["traffic_direction"] = "outbound",
            ["permission"] = "edit",
            ["status"] = "active",
            ["created_timestamp"] = _shared.Webhooks.Time(),
            ["updated_timestamp"] = _shared.Webhooks.Time(),
        };
        ResourceList.Change(rule, exchange.Body);
        rule["_links"] = new JsonObject { ["self"] = new JsonObject { ["href"] = $"https://api.nexmo.com/v1/fraud-defender/rules/{rule["id"]}" } };
        return exchange.SuccessWith(rule);
    }
}
