using Vonage.Simulation;
using Vonage.Testing.State;

namespace Vonage.Testing.Authentication;

/// <summary>A token signed with the application's private key.</summary>
internal sealed class BearerScheme(SimulatedAccount account, TimeProvider clock) : CredentialScheme("bearer")
{
    private const string Prefix = "Bearer ";

    public override AuthenticationCheck Check(ReceivedRequest request)
    {
        var header = request.Headers.Authorization.ToString();
        return header.StartsWith(Prefix, StringComparison.OrdinalIgnoreCase)
            ? AuthenticationCheck.Of(ApplicationToken.Check(header[Prefix.Length..], account, clock.GetUtcNow(), out _))
            : AuthenticationCheck.Absent("an Authorization header with a JWT (Bearer)");
    }
}
