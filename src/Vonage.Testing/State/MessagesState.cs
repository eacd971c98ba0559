using Vonage.Simulation;
using Vonage.Testing.Webhooks;

namespace Vonage.Testing.State;

/// <summary>The Messages API: IDs and prices.</summary>
internal sealed class MessagesState : ApiState
{
    private const decimal Price = 0.05m;
    private readonly SharedState _shared;

    public MessagesState(SharedState shared) : base("messages")
    {
        _shared = shared;
        On("send", Send);
    }

    private ExchangeResponse Send(Exchange exchange)
    {
        if (!_shared.Account.TryCharge(Price))
            return exchange.Error(402);
        var reply = exchange.Success();
        var id = Guid.NewGuid().ToString();
        reply.Json!["message_uuid"] = id;
        new MessageReports(_shared).Tell(exchange.Body, id, _shared.ApplicationOf(exchange.Request));
        return reply;
    }
}
