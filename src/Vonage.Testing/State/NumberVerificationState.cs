using System.Security.Cryptography;
using System.Text;
using System.Text.Json.Nodes;
using Vonage.Simulation;
using Vonage.Testing.Authentication;

namespace Vonage.Testing.State;

/// <summary>The Number Verification API with its login: the device is that of the number in the login URL.</summary>
internal sealed class NumberVerificationState : ApiState
{
    private static readonly string Scope = Permission.ScopeOf("number-verification-verify-read");

    private readonly SharedState _shared;

    public NumberVerificationState(SharedState shared) : base("number-verification")
    {
        _shared = shared;
        On("openLogin", OpenLogin);
        On("getToken", GetToken);
        On("verify", Verify);
    }

    private ExchangeResponse OpenLogin(Exchange exchange)
    {
        var (client, state) = (exchange.Query("client_id")!, exchange.Query("state"));
        if (client != _shared.Account.ApplicationId && _shared.Applications.All.Find(client) is null)
            return exchange.Refuse("client_id", "must be the ID of an application of the account");
        if (state is not null && string.IsNullOrWhiteSpace(state))
            return exchange.Refuse("state", "must not be blank");
        if (Permission.NumberOf(exchange.Query("login_hint")) is not { } number)
            return exchange.Refuse("login_hint", "must be tel: and a number in E.164 format with its plus sign");
        if (exchange.Query("scope") != Scope)
            return exchange.Refuse("scope", $"must be {Scope}");
        var (code, redirect) = (Guid.NewGuid().ToString(), exchange.Query("redirect_uri")!);
        _shared.NetworkTokens.Authorize(code, new Permission(client, number, Scope, redirect));
        var reply = exchange.Success();
        reply.Headers["Location"] = $"{redirect}{(redirect.Contains('?', StringComparison.Ordinal) ? '&' : '?')}code={code}"
            + (state is null ? string.Empty : $"&state={Uri.EscapeDataString(state)}");
        return reply;
    }

    private ExchangeResponse GetToken(Exchange exchange)
    {
        if (string.IsNullOrWhiteSpace(exchange.Text("code")))
            return exchange.Refuse("code", "must not be blank");
        var (application, redirect) = (_shared.ApplicationOf(exchange.Request), exchange.Text("redirect_uri"));
        return _shared.NetworkTokens.Exchange(exchange.Text("code")!, permission => permission.RedirectUrl == redirect && permission.Application == application) is { } token
            ? exchange.SuccessWith(new JsonObject { ["access_token"] = token, ["token_type"] = "Bearer", ["expires_in"] = (int)NetworkTokens.TokenLifetime.TotalSeconds })
            : exchange.Error(400);
    }

    private ExchangeResponse Verify(Exchange exchange)
    {
        var (number, hash) = (exchange.Text("phoneNumber"), exchange.Text("hashedPhoneNumber"));
        if (number is null == hash is null)
            return exchange.Refuse("phoneNumber", "or hashedPhoneNumber is required, and not both");
        if (_shared.NetworkTokens.Find(AccessTokenScheme.TokenOf(exchange.Request)) is not { } permission || permission.Scope != Scope)
            return exchange.Error(403, "The access token is for another purpose.");
        return exchange.SuccessWith(new JsonObject
        {
            ["devicePhoneNumberVerified"] = number is not null
                ? PhoneNumber.Digits(number) == permission.Number
                : Convert.ToHexString(SHA256.HashData(Encoding.ASCII.GetBytes("+" + permission.Number))).Equals(hash, StringComparison.OrdinalIgnoreCase),
        });
    }
}
