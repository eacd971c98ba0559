using Vonage.Simulation;
using Vonage.Testing.State;

namespace Vonage.Testing.Authentication;

/// <summary>An access token of a network API. What it permits is for the operation to check.</summary>
internal sealed class AccessTokenScheme(NetworkTokens tokens) : CredentialScheme("access-token")
{
    private const string Prefix = "Bearer ";

    /// <summary>Gets the token of a request that was checked before.</summary>
    public static string TokenOf(ReceivedRequest request) => request.Headers.Authorization.ToString()[Prefix.Length..];

    public override AuthenticationCheck Check(ReceivedRequest request)
    {
        if (!request.Headers.Authorization.ToString().StartsWith(Prefix, StringComparison.OrdinalIgnoreCase))
            return AuthenticationCheck.Absent("an Authorization header with an access token (Bearer)");
        return tokens.Find(TokenOf(request)) is null ? AuthenticationCheck.Wrong("The access token is not known, or has expired.") : AuthenticationCheck.Passed;
    }
}
