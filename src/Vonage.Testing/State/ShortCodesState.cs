using System.Globalization;
using System.Text.Json.Nodes;
using Vonage.Simulation;

namespace Vonage.Testing.State;

/// <summary>The short codes API: messages with prices, and subscriptions to alerts.</summary>
internal sealed class ShortCodesState : ApiState
{
    private const decimal Price = 0.05m;
    private const int QuotaExceeded = 9;
    private const int StandardSize = 10;
    private readonly SharedState _shared;
    private readonly ResourceList _subscriptions = new("msisdn");

    public ShortCodesState(SharedState shared) : base("alerts")
    {
        _shared = shared;
        foreach (var operation in new[] { "sendAlert", "sendAlertByQuery", "sendTwoFactorCode", "sendTwoFactorCodeByQuery", "sendCampaignMessage" })
            On(operation, Send);
        On("listSubscriptions", List);
        On("resubscribe", Resubscribe);
        On("resubscribeByQuery", Resubscribe);
    }

    private ExchangeResponse Send(Exchange exchange)
    {
        var to = Field(exchange, "to")!;
        var part = new JsonObject { ["status"] = "0", ["to"] = to };
        if (_shared.Options.FailingNumbers.TryGetValue(to, out var status))
            Fail(part, status, $"The simulator is configured to fail messages to {to}");
        else if (!_shared.Account.TryCharge(Price))
            Fail(part, QuotaExceeded, "Quota Exceeded - rejected");
        else
            Take(exchange, part);
        return exchange.SuccessWith(new JsonObject { ["message-count"] = "1", ["messages"] = new JsonArray(part) });
    }

    private void Take(Exchange exchange, JsonObject part)
    {
        part["message-id"] = Guid.NewGuid().ToString("N");
        part["remaining-balance"] = Money(_shared.Account.Balance);
        part["message-price"] = Money(Price);
        part["network"] = "310004";
        if (Field(exchange, "client-ref") is { } reference)
            part["client-ref"] = reference;
    }

    private static void Fail(JsonObject part, int status, string text)
    {
        var number = status.ToString(CultureInfo.InvariantCulture);
        part["status"] = number;
        part["error-code"] = number;
        part["error-text"] = text;
    }

    private ExchangeResponse List(Exchange exchange)
    {
        var size = Math.Max(1, Number("page-size", StandardSize));
        return exchange.SuccessWith(new JsonObject
        {
            ["opt-in-count"] = _subscriptions.All.Count.ToString(CultureInfo.InvariantCulture),
            ["opt-in-list"] = new JsonArray([.. _subscriptions.All.Skip((Math.Max(1, Number("page", 1)) - 1) * size).Take(size).Select(one => one.DeepClone())]),
        });

        int Number(string name, int standard) => int.TryParse(exchange.Query(name), CultureInfo.InvariantCulture, out var number) ? number : standard;
    }

    private ExchangeResponse Resubscribe(Exchange exchange)
    {
        var number = Field(exchange, "msisdn");
        var subscription = _subscriptions.Find(number) ?? _subscriptions.Add(new JsonObject { ["msisdn"] = number });
        subscription["opt-in"] = "true";
        subscription["opt-in-date"] = Times.Plain(_shared.Now);
        subscription["opt-out"] = "false";
        return exchange.SuccessWith(subscription);
    }

    // The same fields in the form or, for the query operations, in the query.
    private static string? Field(Exchange exchange, string name) => exchange.Text(name) ?? exchange.Query(name);

    private static string Money(decimal amount) => amount.ToString("0.00##", CultureInfo.InvariantCulture);
}
