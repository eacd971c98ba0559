using System.Globalization;
using System.Text.Json.Nodes;
using Vonage.Simulation;
using Vonage.Testing.Webhooks;

namespace Vonage.Testing.State;

/// <summary>The SMS API: parts, IDs, prices, and numbers that cannot be reached.</summary>
internal sealed class SmsState : ApiState
{
    private const decimal Price = 0.0333m;
    private const int QuotaExceeded = 9;
    private readonly SharedState _shared;

    public SmsState(SharedState shared) : base("sms")
    {
        _shared = shared;
        On("send", Send);
    }

    private ExchangeResponse Send(Exchange exchange)
    {
        var field = exchange.Text("type") == "binary" ? "body" : "text";
        if (string.IsNullOrEmpty(exchange.Text(field)))
            return exchange.Refuse(field, "is required");
        var parts = SmsParts.Count(exchange.Text(field)!, exchange.Text("type"));
        var messages = new JsonArray([.. Enumerable.Range(0, parts).Select(_ => Part(exchange))]);
        var reply = exchange.Success();
        reply.Json = new JsonObject { ["message-count"] = parts.ToString(CultureInfo.InvariantCulture), ["messages"] = messages };
        if (exchange.Text("status-report-req") is "false" or "0")
            return reply;
        var reports = new SmsReports(_shared);
        foreach (var part in messages)
            reports.Tell(part!.AsObject(), exchange.Text("from"), exchange.Text("callback"));
        return reply;
    }

    private JsonObject Part(Exchange exchange)
    {
        var to = exchange.Text("to")!;
        if (_shared.Options.FailingNumbers.TryGetValue(to, out var status))
            return Failed(to, status, $"The simulator is configured to fail messages to {to}");
        if (!_shared.Account.TryCharge(Price))
            return Failed(to, QuotaExceeded, "Quota Exceeded - rejected");
        var part = new JsonObject
        {
            ["to"] = to,
            ["message-id"] = Guid.NewGuid().ToString(),
            ["status"] = "0",
            ["remaining-balance"] = Money(_shared.Account.Balance),
            ["message-price"] = Money(Price),
            ["network"] = "12345",
        };
        foreach (var name in new[] { "client-ref", "account-ref" })
        {
            if (exchange.Text(name) is { } text)
                part[name] = text;
        }
        return part;
    }

    private static JsonObject Failed(string to, int status, string text) => new()
    {
        ["to"] = to,
        ["status"] = status.ToString(CultureInfo.InvariantCulture),
        ["error-text"] = text,
    };

    private static string Money(decimal amount) => amount.ToString("F8", CultureInfo.InvariantCulture);
}
