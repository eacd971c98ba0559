using System.Text.Json.Nodes;
using Vonage.Simulation;
using Vonage.Testing.Webhooks;

namespace Vonage.Testing.State;

/// <summary>The asynchronous Number Insight API: sends the documented result for the requested number to the callback.</summary>
internal sealed class NumberInsightState : ApiState
{
    private readonly SharedState _shared;

    public NumberInsightState(SharedState shared) : base("number-insight")
    {
        _shared = shared;
        On("startAdvanced", Start);
    }

    private ExchangeResponse Start(Exchange exchange)
    {
        var (id, number) = (Guid.NewGuid().ToString(), exchange.Query("number"));
        if (Hook.Local(exchange.Query("callback")) is { } url && exchange.CallbackExample("advancedInsight") is JsonObject result)
        {
            (result["request_id"], result["international_format_number"]) = (id, number);
            _shared.Webhooks.Send(WebhookType.NumberInsight, url, HttpMethod.Post, result);
        }
        var reply = exchange.Success();
        if (reply.Json is JsonObject started)
            (started["request_id"], started["number"]) = (id, number);
        return reply;
    }
}
