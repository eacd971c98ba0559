using System.Globalization;
using System.Text.Json.Nodes;
using Vonage.Simulation;
using Vonage.Testing.Authentication;

namespace Vonage.Testing.State;

/// <summary>The SIM Swap API, with its authorizations: a token is for one number and one purpose.</summary>
internal sealed class SimSwapState : ApiState
{
    private const int DefaultHours = 240;

    private static readonly string[] Scopes = [Permission.ScopeOf("check-sim-swap"), Permission.ScopeOf("retrieve-sim-swap-date")];

    private readonly SharedState _shared;

    public SimSwapState(SharedState shared) : base("sim-swap")
    {
        _shared = shared;
        On("authorize", Authorize);
        On("getToken", GetToken);
        On("check", exchange => Permitted(exchange, Scopes[0], number => Check(exchange, number)));
        On("retrieveDate", exchange => Permitted(exchange, Scopes[1], number => Date(exchange, number)));
    }

    private ExchangeResponse Authorize(Exchange exchange)
    {
        if (Permission.NumberOf(exchange.Text("login_hint")) is not { } number)
            return exchange.Refuse("login_hint", "must be tel: and a number in E.164 format with its plus sign");
        if (exchange.Text("scope") is not { } scope || !Scopes.Contains(scope))
            return exchange.Refuse("scope", $"must be {string.Join(" or ", Scopes)}");
        var id = $"arid/{Guid.NewGuid()}";
        _shared.NetworkTokens.Authorize(id, new Permission(_shared.ApplicationOf(exchange.Request), number, scope));
        return exchange.SuccessWith(new JsonObject { ["auth_req_id"] = id, ["expires_in"] = (int)NetworkTokens.AuthorizationLifetime.TotalSeconds, ["interval"] = 2 });
    }

    private ExchangeResponse GetToken(Exchange exchange) =>
        _shared.NetworkTokens.Exchange(exchange.Text("auth_req_id")!, permission => permission.RedirectUrl is null && permission.Application == _shared.ApplicationOf(exchange.Request)) is { } token
            ? exchange.SuccessWith(new JsonObject { ["access_token"] = token, ["token_type"] = "Bearer", ["expires_in"] = (int)NetworkTokens.TokenLifetime.TotalSeconds })
            : exchange.Error(400);

    private ExchangeResponse Permitted(Exchange exchange, string scope, Func<string, ExchangeResponse> answer)
    {
        var number = PhoneNumber.Digits(exchange.Text("phoneNumber")!);
        return _shared.NetworkTokens.Find(AccessTokenScheme.TokenOf(exchange.Request)) is { } permission && permission.Scope == scope && permission.Number == number
            ? answer(number)
            : exchange.Error(403, "The access token is for another number, or another purpose.");
    }

    private ExchangeResponse Check(Exchange exchange, string number)
    {
        var hours = exchange.Body["maxAge"]?.GetValue<int>() ?? DefaultHours;
        return exchange.SuccessWith(new JsonObject { ["swapped"] = _shared.SimSwaps.GetValueOrDefault(number) >= _shared.Now.AddHours(-hours) });
    }

    private ExchangeResponse Date(Exchange exchange, string number) => exchange.SuccessWith(
        _shared.SimSwaps.GetValueOrDefault(number) is { } time ? new JsonObject { ["latestSimChange"] = time.UtcDateTime.ToString("O", CultureInfo.InvariantCulture) } : []);
}
