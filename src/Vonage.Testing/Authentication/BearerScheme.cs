using System.Buffers.Text;
using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;
using Vonage.Simulation;
using Vonage.Testing.State;

namespace Vonage.Testing.Authentication;

/// <summary>A token signed with the application's private key.</summary>
internal sealed class BearerScheme(SimulatedAccount account, TimeProvider clock) : CredentialScheme("bearer")
{
    private const string Prefix = "Bearer ";
    private static readonly TimeSpan DefaultLife = TimeSpan.FromMinutes(15);
    private static readonly TimeSpan Skew = TimeSpan.FromSeconds(5);

    public override AuthenticationCheck Check(ReceivedRequest request)
    {
        var header = request.Headers.Authorization.ToString();
        if (!header.StartsWith(Prefix, StringComparison.OrdinalIgnoreCase))
            return AuthenticationCheck.Absent("an Authorization header with a JWT (Bearer)");
        try
        {
            return AuthenticationCheck.Of(Error(header[Prefix.Length..].Split('.'), clock.GetUtcNow()));
        }
        catch (Exception e) when (e is FormatException or JsonException or InvalidOperationException)
        {
            return AuthenticationCheck.Wrong("The token is not a JWT.");
        }
    }

    private string? Error(string[] parts, DateTimeOffset now)
    {
        if (parts.Length != 3)
            return "The token is not a JWT.";
        if (Json(parts[0])?["alg"]?.ToString() != "RS256")
            return "The token is not signed with RS256.";
        if (!account.Key.IsSignatureOf(Encoding.ASCII.GetBytes($"{parts[0]}.{parts[1]}"), Base64Url.DecodeFromChars(parts[2])))
            return "The token is not signed with the application's key.";
        var claims = Json(parts[1]);
        if (claims?["application_id"]?.ToString() != account.ApplicationId)
            return "The token's application_id is not the simulator's.";
        if (string.IsNullOrEmpty(claims["jti"]?.ToString()))
            return "The token has no jti.";
        if (Time(claims, "iat") is not { } issued)
            return "The token has no iat.";
        if (issued > now + Skew)
            return "The token's iat is in the future.";
        if (Time(claims, "nbf") > now + Skew)
            return "The token's nbf is in the future.";
        return (Time(claims, "exp") ?? issued + DefaultLife) < now - Skew ? "The token has expired." : null;
    }

    private static JsonNode? Json(string part) => JsonNode.Parse(Base64Url.DecodeFromChars(part));

    private static DateTimeOffset? Time(JsonNode claims, string name) =>
        claims[name] is { } seconds ? DateTimeOffset.UnixEpoch.AddSeconds(seconds.GetValue<double>()) : null;
}
