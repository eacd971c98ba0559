using Microsoft.Extensions.Primitives;
using Vonage.Testing.State;

namespace Vonage.Testing.Authentication;

/// <summary>API key and secret as parameters of the query or fields of the body.</summary>
internal static class KeyScheme
{
    public static AuthenticationCheck CheckQuery(ReceivedRequest request, SimulatedAccount account) =>
        Check(name => request.Query[name], "in the query", account);

    public static AuthenticationCheck CheckBody(ReceivedRequest request, SimulatedAccount account) =>
        Check(name => request.Form is { } form ? form[name] : request.Json?[name]?.ToString(), "in the body", account);

    public static AuthenticationCheck Check(string? key, string? secret, SimulatedAccount account)
    {
        if (key != account.ApiKey)
            return AuthenticationCheck.Wrong("The API key is not the simulator's.");
        return account.Secrets.Any(known => known.Text == secret)
            ? AuthenticationCheck.Passed
            : AuthenticationCheck.Wrong("The API secret is wrong.");
    }

    private static AuthenticationCheck Check(Func<string, StringValues> parameter, string place, SimulatedAccount account)
    {
        var (key, secret) = (parameter("api_key"), parameter("api_secret"));
        return secret.Count == 0
            ? AuthenticationCheck.Absent($"api_key and api_secret {place}")
            : Check(key, secret, account);
    }
}
