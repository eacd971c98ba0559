using System.Globalization;
using System.Text.Json.Nodes;
using Vonage.Simulation;

namespace Vonage.Testing.State;

/// <summary>The Subaccounts API: accounts with and without their own balance, and transfers between them.</summary>
internal sealed class SubaccountsState : ApiState
{
    private readonly SharedState _shared;
    private readonly JsonObject _primary;
    private readonly ResourceList _subaccounts = new("api_key");
    private readonly Dictionary<string, ResourceList> _transfers = new(StringComparer.Ordinal) { ["credit"] = new("credit_transfer_id"), ["balance"] = new("balance_transfer_id") };
    private readonly Dictionary<string, string> _numberOwners = new(StringComparer.Ordinal);

    public SubaccountsState(SharedState shared) : base("subaccounts")
    {
        _shared = shared;
        _primary = Describe(Primary, "Primary account", shared: false);
        _primary["credit_limit"] = -shared.Options.CreditLimit;
        On("list", exchange => OfPrimary(exchange, List));
        On("create", exchange => OfPrimary(exchange, Create));
        On("get", exchange => OfSubaccount(exchange, exchange.SuccessWith));
        On("update", exchange => OfSubaccount(exchange, account => Update(exchange, account)));
        On("listCreditTransfers", exchange => OfPrimary(exchange, e => ListTransfers(e, "credit", "credit_transfers")));
        On("transferCredit", exchange => OfPrimary(exchange, e => Transfer(e, "credit", MoveCredit)));
        On("listBalanceTransfers", exchange => OfPrimary(exchange, e => ListTransfers(e, "balance", "balance_transfers")));
        On("transferBalance", exchange => OfPrimary(exchange, e => Transfer(e, "balance", MoveBalance)));
        On("transferNumber", exchange => OfPrimary(exchange, TransferNumber));
    }

    private string Primary => _shared.Account.ApiKey;

    private string Now => Times.Seconds(_shared.Now);

    private ExchangeResponse List(Exchange exchange) => exchange.SuccessWith(new JsonObject
    {
        ["_embedded"] = new JsonObject
        {
            ["primary_account"] = Refresh(_primary).DeepClone(),
            ["subaccounts"] = new JsonArray([.. _subaccounts.All.Select(account => account.DeepClone())]),
        },
    });

    private ExchangeResponse Create(Exchange exchange)
    {
        var shared = exchange.Body["use_primary_account_balance"]?.GetValue<bool>() ?? true;
        var account = _subaccounts.Add(Describe(Guid.NewGuid().ToString("N")[..8], exchange.Text("name")!, shared));
        var reply = exchange.SuccessWith(account);
        reply.Json!["secret"] = exchange.Text("secret") ?? $"S3cret{Guid.NewGuid().ToString("N")[..10]}";
        return reply;
    }

    private static ExchangeResponse Update(Exchange exchange, JsonObject account)
    {
        ResourceList.Change(account, exchange.Body);
        var shared = account["use_primary_account_balance"]!.GetValue<bool>();
        if (shared != account["balance"] is null)
        {
            account["balance"] = Zero(shared);
            account["credit_limit"] = Zero(shared);
        }

        return exchange.SuccessWith(account);
    }

    private ExchangeResponse ListTransfers(Exchange exchange, string kind, string name)
    {
        var since = Time("start_date") ?? DateTimeOffset.MinValue;
        var until = Time("end_date") ?? DateTimeOffset.MaxValue;
        var keys = exchange.Request.Query["subaccount"];
        var fitting = _transfers[kind].All.Where(transfer =>
            DateTimeOffset.Parse(ResourceList.Text(transfer, "created_at")!, CultureInfo.InvariantCulture) is var at && at >= since && at <= until
            && (keys.Count == 0 || keys.Contains(ResourceList.Text(transfer, "from")) || keys.Contains(ResourceList.Text(transfer, "to"))));
        return exchange.SuccessWith(new JsonObject
        {
            ["_embedded"] = new JsonObject { [name] = new JsonArray([.. fitting.Select(transfer => transfer.DeepClone())]) },
        });

        DateTimeOffset? Time(string parameter) =>
            DateTimeOffset.TryParse(exchange.Query(parameter), CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal, out var time) ? time : null;
    }

    private ExchangeResponse Transfer(Exchange exchange, string kind, Func<JsonObject, JsonObject, decimal, string?> move)
    {
        var amount = exchange.Body["amount"]!.GetValue<decimal>();
        if (amount <= 0)
            return Impossible(exchange, "The amount must be greater than zero");
        if (Find(exchange.Text("from")) is not { } from)
            return Unknown(exchange, exchange.Text("from"));
        if (Find(exchange.Text("to")) is not { } to)
            return Unknown(exchange, exchange.Text("to"));
        if (from["balance"] is null || to["balance"] is null)
            return Impossible(exchange, "A subaccount that uses the balance of the primary account has no balance of its own");
        if (from != _primary && to != _primary)
            return Impossible(exchange, "The primary account must be the source or target of a transfer");
        if (move(from, to, amount) is { } reason)
            return Impossible(exchange, reason);
        var transfer = new JsonObject { [$"{kind}_transfer_id"] = Guid.NewGuid().ToString() };
        ResourceList.Change(transfer, exchange.Body);
        transfer["created_at"] = Now;
        return exchange.SuccessWith(_transfers[kind].Add(transfer));
    }

    // Credit is the amount by which the balance can be negative. An account can transfer only the part of its limit that it has not used.
    private static string? MoveCredit(JsonObject from, JsonObject to, decimal amount)
    {
        var (limit, balance) = (Money(from, "credit_limit"), Money(from, "balance"));
        if (limit + amount > 0 || balance < limit + amount)
            return "Insufficient credit";
        from["credit_limit"] = limit + amount;
        to["credit_limit"] = Money(to, "credit_limit") - amount;
        return null;
    }

    private string? MoveBalance(JsonObject from, JsonObject to, decimal amount)
    {
        if (Money(from, "balance") < amount)
            return "Insufficient balance";
        Set(from, Money(from, "balance") - amount);
        Set(to, Money(to, "balance") + amount);
        return null;

        void Set(JsonObject account, decimal balance)
        {
            account["balance"] = balance;
            if (account == _primary)
                _shared.Account.Balance = balance;
        }
    }

    private ExchangeResponse TransferNumber(Exchange exchange)
    {
        var (from, to, number) = (exchange.Text("from"), exchange.Text("to"), exchange.Text("number")!);
        if (Find(from) is null)
            return exchange.Error(404, $"API key '{from}' does not exist, or you do not have access", "invalidApiKey");
        if (Find(to) is null)
            return exchange.Error(404, $"API key '{to}' does not exist, or you do not have access", "invalidApiKey");
        // A number that was never transferred belongs to the account that transfers it.
        var owner = _numberOwners.GetValueOrDefault(number, from!);
        if (owner == to)
            return exchange.Error(409, $"Could not transfer number {number} from account {from} to {to} - ShortCode is already owned by requesting account");
        if (owner != from)
            return exchange.Error(404, $"Could not transfer number {number} from account {from} to {to} - ShortCode not found", "missingNumberTransfer");
        _numberOwners[number] = to!;
        return exchange.SuccessWith(new JsonObject { ["number"] = number, ["country"] = exchange.Text("country"), ["from"] = from, ["to"] = to });
    }

    private ExchangeResponse OfPrimary(Exchange exchange, Func<Exchange, ExchangeResponse> handler) =>
        exchange.Path["api_key"] is var key && key == Primary ? handler(exchange) : Unknown(exchange, key);

    private ExchangeResponse OfSubaccount(Exchange exchange, Func<JsonObject, ExchangeResponse> handler) => OfPrimary(exchange, _ =>
        _subaccounts.Find(exchange.Path["subaccount_key"]) is { } account ? handler(account) : Unknown(exchange, exchange.Path["subaccount_key"]));

    private JsonObject? Find(string? key) => key == Primary ? Refresh(_primary) : _subaccounts.Find(key);

    private JsonObject Refresh(JsonObject primary)
    {
        primary["balance"] = _shared.Account.Balance;
        return primary;
    }

    private JsonObject Describe(string key, string name, bool shared) => new()
    {
        ["api_key"] = key,
        ["name"] = name,
        ["primary_account_api_key"] = Primary,
        ["use_primary_account_balance"] = shared,
        ["created_at"] = Now,
        ["suspended"] = false,
        ["balance"] = Zero(shared),
        ["credit_limit"] = Zero(shared),
    };

    // A subaccount that uses the balance of the primary account has no balance of its own.
    private static JsonValue? Zero(bool shared) => shared ? null : JsonValue.Create(0m);

    private static decimal Money(JsonObject account, string member) => account[member]!.GetValue<decimal>();

    private static ExchangeResponse Unknown(Exchange exchange, string? key) => exchange.Error(404, $"API key '{key}' does not exist, or you do not have access");

    private static ExchangeResponse Impossible(Exchange exchange, string reason)
    {
        var reply = exchange.Error(422, reason);
        reply.Json!["type"] = "https://developer.nexmo.com/api-errors/subaccounts#invalid-transfers";
        reply.Json!["title"] = "Invalid Transfer";
        reply.Json.AsObject().Remove("invalid_parameters");
        return reply;
    }
}
