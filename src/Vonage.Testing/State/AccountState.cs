using System.Text.Json.Nodes;
using Vonage.Simulation;

namespace Vonage.Testing.State;

/// <summary>The Account API: balance, settings and secrets.</summary>
internal sealed class AccountState : ApiState
{
    private const int MostSecrets = 2;
    private readonly SharedState _shared;

    public AccountState(SharedState shared) : base("account")
    {
        _shared = shared;
        shared.Kept.Add("account", new(Save, Restore));
        On("getBalance", GetBalance);
        On("topUp", TopUp);
        On("updateSettings", UpdateSettings);
        On("listSecrets", exchange => OfApiKey(exchange, ListSecrets));
        On("createSecret", exchange => OfApiKey(exchange, CreateSecret));
        On("getSecret", exchange => OfApiKey(exchange, e => OfSecret(e, secret => e.SuccessWith(Describe(secret)))));
        On("revokeSecret", exchange => OfApiKey(exchange, e => OfSecret(e, secret => RevokeSecret(e, secret))));
    }

    private SimulatedAccount Account => _shared.Account;

    private JsonObject Save() => new()
    {
        ["balance"] = Account.Balance,
        ["settings"] = new JsonObject(_shared.AccountSettings.Select(setting => KeyValuePair.Create(setting.Key, (JsonNode?)setting.Value))),
        ["secrets"] = new JsonArray([.. Account.Secrets.Select(secret => new JsonObject { ["id"] = secret.Id, ["text"] = secret.Text, ["created_at"] = secret.CreatedAt })]),
    };

    private void Restore(JsonNode kept)
    {
        Account.Balance = kept["balance"]!.GetValue<decimal>();
        foreach (var (name, value) in kept["settings"]!.AsObject())
            _shared.AccountSettings[name] = value!.GetValue<string>();
        Account.Secrets = kept["secrets"]!.AsArray() is { Count: > 0 } secrets
            ? [.. secrets.Select(secret => new ApiSecret(secret!["id"]!.GetValue<string>(), secret["text"]!.GetValue<string>(), secret["created_at"]!.GetValue<DateTimeOffset>()))]
            : throw new FormatException("The account has no secret.");
    }

    private ExchangeResponse GetBalance(Exchange exchange)
    {
        var reply = exchange.Success();
        reply.Json!["value"] = Account.Balance;
        return reply;
    }

    private ExchangeResponse TopUp(Exchange exchange)
    {
        Account.Balance += _shared.Options.TopUpAmount;
        return exchange.Success();
    }

    private ExchangeResponse UpdateSettings(Exchange exchange)
    {
        var reply = exchange.Success();
        Keep("moCallBackUrl", "mo-callback-url");
        Keep("drCallBackUrl", "dr-callback-url");
        return reply;

        void Keep(string sent, string answered)
        {
            if (exchange.Text(sent) is { } url)
                _shared.AccountSettings[answered] = url;
            reply.Json![answered] = _shared.AccountSettings.GetValueOrDefault(answered, "");
        }
    }

    private ExchangeResponse OfApiKey(Exchange exchange, Func<Exchange, ExchangeResponse> handler) => exchange.Path["api_key"] is var key && key == Account.ApiKey
        ? handler(exchange)
        : exchange.Error(404, $"API key '{key}' not found", "apiKey");

    private ExchangeResponse OfSecret(Exchange exchange, Func<ApiSecret, ExchangeResponse> handler)
    {
        var id = exchange.Path["secret_id"];
        return Account.Secrets.FirstOrDefault(secret => secret.Id == id) is { } secret
            ? handler(secret)
            : exchange.Error(404, $"ID '{id}' could not be found", "secret");
    }

    private ExchangeResponse ListSecrets(Exchange exchange) => exchange.SuccessWith(new JsonObject
    {
        ["_links"] = new JsonObject { ["self"] = new JsonObject { ["href"] = $"/accounts/{Account.ApiKey}/secrets" } },
        ["_embedded"] = new JsonObject { ["secrets"] = new JsonArray([.. Account.Secrets.Select(Describe)]) },
    });

    private ExchangeResponse CreateSecret(Exchange exchange)
    {
        var text = exchange.Text("secret")!;
        if (Account.Secrets.Any(secret => secret.Text == text))
            return exchange.Refuse("secret", "is already in use");
        if (Account.Secrets.Count == MostSecrets)
            return exchange.Refuse("secret", $"cannot be added: the API key already has the maximum of {MostSecrets} secrets");
        var secret = new ApiSecret(Guid.NewGuid().ToString(), text, _shared.Now);
        Account.Secrets = [.. Account.Secrets, secret];
        _shared.Audit.Add("ACCOUNT_SECRET_CREATE", new JsonObject());
        return exchange.SuccessWith(Describe(secret));
    }

    private ExchangeResponse RevokeSecret(Exchange exchange, ApiSecret secret)
    {
        if (Account.Secrets.Count == 1)
            return exchange.Error(403, "The only secret of an API key cannot be revoked");
        Account.Secrets = [.. Account.Secrets.Where(other => other != secret)];
        _shared.Audit.Add("ACCOUNT_SECRET_DELETE", new JsonObject());
        return exchange.Success();
    }

    private JsonObject Describe(ApiSecret secret) => new()
    {
        ["_links"] = new JsonObject { ["self"] = new JsonObject { ["href"] = $"/accounts/{Account.ApiKey}/secrets/{secret.Id}" } },
        ["id"] = secret.Id,
        ["created_at"] = Times.Seconds(secret.CreatedAt),
    };
}
