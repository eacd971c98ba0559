using Vonage.Simulation;
using Vonage.Testing.State;

namespace Vonage.Testing.Authentication;

/// <summary>A token signed with the private key of an application of the account.</summary>
internal sealed class BearerScheme(ApplicationDirectory applications, TimeProvider clock) : CredentialScheme("bearer")
{
    private const string Prefix = "Bearer ";

    /// <summary>Gets the application of a request; null if the request has no token.</summary>
    public static string? ApplicationOf(ReceivedRequest request)
    {
        var header = request.Headers.Authorization.ToString();
        return header.StartsWith(Prefix, StringComparison.OrdinalIgnoreCase) ? ApplicationToken.ApplicationOf(header[Prefix.Length..]) : null;
    }

    public override AuthenticationCheck Check(ReceivedRequest request)
    {
        var header = request.Headers.Authorization.ToString();
        return header.StartsWith(Prefix, StringComparison.OrdinalIgnoreCase)
            ? AuthenticationCheck.Of(ApplicationToken.Check(header[Prefix.Length..], applications, clock.GetUtcNow(), request.Path, out _))
            : AuthenticationCheck.Absent("an Authorization header with a JWT (Bearer)");
    }
}
