using System.Text;
using Vonage.Testing.State;

namespace Vonage.Testing.Authentication;

/// <summary>API key and secret in the Authorization header.</summary>
internal static class BasicScheme
{
    private const string Prefix = "Basic ";

    public static AuthenticationCheck Check(ReceivedRequest request, SimulatedAccount account, string? provider)
    {
        var header = request.Headers.Authorization.ToString();
        if (!header.StartsWith(Prefix, StringComparison.OrdinalIgnoreCase))
            return AuthenticationCheck.Absent("an Authorization header with API key and secret (Basic)");
        var buffer = new byte[header.Length];
        if (!Convert.TryFromBase64String(header[Prefix.Length..], buffer, out var length))
            return AuthenticationCheck.Wrong("The Basic credentials are not Base64.");
        var pair = Encoding.UTF8.GetString(buffer, 0, length).Split(':', 2);
        if (provider is not null && account.OtherKeys.TryGetValue(provider, out var keys))
            return pair is [var key, var secret] && (key, secret) == keys ? AuthenticationCheck.Passed : AuthenticationCheck.Wrong("Authentication failed.");
        return KeyScheme.Check(pair[0], pair.ElementAtOrDefault(1), account);
    }
}
