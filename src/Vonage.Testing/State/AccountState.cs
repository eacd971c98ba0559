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
        On("getBalance", GetBalance);
        On("topUp", TopUp);
        On("updateSettings", UpdateSettings);
        On("listSecrets", exchange => OfApiKey(exchange, ListSecrets));
        On("createSecret", exchange => OfApiKey(exchange, CreateSecret));
        On("getSecret", exchange => OfApiKey(exchange, e => OfSecret(e, secret => e.SuccessWith(Describe(secret)))));
        On("revokeSecret", exchange => OfApiKey(exchange, e => OfSecret(e, secret => RevokeSecret(e, secret))));
    }

    private SimulatedAccount Account => _shared.Account;

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
        return exchange.SuccessWith(Describe(secret));
    }

    private ExchangeResponse RevokeSecret(Exchange exchange, ApiSecret secret)
    {
        if (Account.Secrets.Count == 1)
            return exchange.Error(403);
        Account.Secrets = [.. Account.Secrets.Where(other => other != secret)];
        return exchange.Success();
    }

    private JsonObject Describe(ApiSecret secret) => new()
    {
        ["_links"] = new JsonObject { ["self"] = new JsonObject { ["href"] = $"/accounts/{Account.ApiKey}/secrets/{secret.Id}" } },
        ["id"] = secret.Id,
        ["created_at"] = secret.CreatedAt.ToString("yyyy-MM-ddTHH:mm:ssZ", System.Globalization.CultureInfo.InvariantCulture),
    };
}
