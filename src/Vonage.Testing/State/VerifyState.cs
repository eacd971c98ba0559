using System.Globalization;
using System.Text.Json.Nodes;
using Vonage.Simulation;

namespace Vonage.Testing.State;

/// <summary>Verify v1: verifications that exist until they are checked, canceled or exhausted.</summary>
internal sealed class VerifyState : ApiState
{
    private const decimal Price = 0.1m;
    private const int StandardLife = 300;
    private static readonly TimeSpan Guard = TimeSpan.FromSeconds(30);
    private readonly SharedState _shared;
    private readonly List<VerifyV1> _verifications = [];

    public VerifyState(SharedState shared) : base("verify")
    {
        _shared = shared;
        On("start", exchange => Start(exchange, exchange.Text("pin_code")));
        On("startPsd2", exchange => Start(exchange, null));
        On("check", exchange => OfLive(exchange, verification => Check(exchange, verification)));
        On("control", exchange => OfLive(exchange, verification => Control(exchange, verification)));
        On("get", Search);
    }

    private ExchangeResponse Start(Exchange exchange, string? ownCode)
    {
        var number = exchange.Text("number")!;
        if (_verifications.Find(verification => verification.Number == number && verification.IsLive(_shared.Now)) is { } other)
            return Refuse(exchange, "10", "Concurrent verifications to the same number are not allowed", other.Id);
        if (!_shared.Account.TryCharge(Price))
            return Refuse(exchange, "9", "Partner quota exceeded", "");
        var life = TimeSpan.FromSeconds(int.TryParse(exchange.Text("pin_expiry"), CultureInfo.InvariantCulture, out var seconds) ? seconds : StandardLife);
        var verification = new VerifyV1(
            number, exchange.Text("sender_id") ?? "verify", exchange.Text("workflow_id") ?? "1", life, new(ownCode, exchange.Text("code_length")), _shared.Now);
        _verifications.Add(verification);
        return exchange.SuccessWith(new JsonObject { ["request_id"] = verification.Id, ["status"] = "0" });
    }

    private ExchangeResponse Check(Exchange exchange, VerifyV1 verification) => verification.Check(exchange.Text("code"), _shared.Now) switch
    {
        (true, _) => exchange.SuccessWith(new JsonObject
        {
            ["request_id"] = verification.Id,
            ["event_id"] = verification.EventId,
            ["status"] = "0",
            ["price"] = "0.10000000",
            ["currency"] = "EUR",
            ["estimated_price_messages_sent"] = "0.03330000",
        }),
        (_, true) => Refuse(exchange, "17", "A wrong code was provided too many times", verification.Id),
        _ => Refuse(exchange, "16", "The code inserted does not match the expected value", verification.Id),
    };

    private ExchangeResponse Control(Exchange exchange, VerifyV1 verification)
    {
        var command = exchange.Text("cmd")!;
        var name = $"Verification request ['{verification.Id}']";
        if (command == "trigger_next_event" && !verification.TryGoOn(_shared.Now))
            return Refuse(exchange, "19", $"No more events are left to execute for {name}");
        if (command == "cancel")
        {
            if (_shared.Now < verification.StartedAt + Guard)
                return Refuse(exchange, "19", $"{name} can't be cancelled within the first 30 seconds.");
            if (verification.Taken > 1)
                return Refuse(exchange, "19", $"{name} can't be cancelled now. Too many attempts to re-deliver have already been made.");
            verification.Cancel(_shared.Now);
        }
        return exchange.SuccessWith(new JsonObject { ["status"] = "0", ["command"] = command });
    }

    private ExchangeResponse Search(Exchange exchange)
    {
        if (exchange.Query("request_id") is { } id)
            return exchange.SuccessWith(Find(id));
        var ids = exchange.Values("request_ids");
        return ids.Count == 0
            ? exchange.Refuse("request_id", "is required")
            : exchange.SuccessWith(new JsonObject { ["verification_requests"] = new JsonArray([.. ids.Select(each => Find(each!))]) });
    }

    private JsonObject Find(string id) => _verifications.Find(verification => verification.Id == id)?.Describe(_shared.Account.ApiKey, _shared.Now)
        ?? new JsonObject { ["request_id"] = id, ["status"] = "101", ["error_text"] = "No response found" };

    private ExchangeResponse OfLive(Exchange exchange, Func<VerifyV1, ExchangeResponse> handler)
    {
        var id = exchange.Text("request_id")!;
        return _verifications.Find(verification => verification.Id == id) is { } found && found.IsLive(_shared.Now)
            ? handler(found)
            : Refuse(exchange, "6", $"The requestId '{id}' does not exist or its no longer active.", id);
    }

    private static ExchangeResponse Refuse(Exchange exchange, string status, string text, string? id = null)
    {
        var body = new JsonObject { ["status"] = status, ["error_text"] = text };
        if (id is not null && exchange.OperationId != "control")
            body["request_id"] = id;
        return exchange.SuccessWith(body);
    }
}
