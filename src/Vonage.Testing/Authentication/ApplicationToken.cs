using System.Buffers.Text;
using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;
using Vonage.Testing.State;

namespace Vonage.Testing.Authentication;

/// <summary>Reads and checks a token signed with the application's private key.</summary>
internal static class ApplicationToken
{
    private static readonly TimeSpan DefaultLife = TimeSpan.FromMinutes(15);
    private static readonly TimeSpan Skew = TimeSpan.FromSeconds(5);

    /// <summary>Gets what is wrong with a token; null if nothing is.</summary>
    /// <param name="token">The token.</param>
    /// <param name="account">The account of the application.</param>
    /// <param name="now">The current time.</param>
    /// <param name="claims">The claims of a valid token.</param>
    public static string? Check(string token, SimulatedAccount account, DateTimeOffset now, out JsonObject claims)
    {
        claims = [];
        try
        {
            return Error(token.Split('.'), account, now, ref claims);
        }
        catch (Exception e) when (e is FormatException or JsonException or InvalidOperationException)
        {
            return "The token is not a JWT.";
        }
    }

    private static string? Error(string[] parts, SimulatedAccount account, DateTimeOffset now, ref JsonObject claims)
    {
        if (parts.Length != 3)
            return "The token is not a JWT.";
        if (Json(parts[0])?["alg"]?.ToString() != "RS256")
            return "The token is not signed with RS256.";
        if (!account.Key.IsSignatureOf(Encoding.ASCII.GetBytes($"{parts[0]}.{parts[1]}"), Base64Url.DecodeFromChars(parts[2])))
            return "The token is not signed with the application's key.";
        claims = Json(parts[1]) as JsonObject ?? [];
        if (claims["application_id"]?.ToString() != account.ApplicationId)
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

    private static DateTimeOffset? Time(JsonObject claims, string name) =>
        claims[name] is { } seconds ? DateTimeOffset.UnixEpoch.AddSeconds(seconds.GetValue<double>()) : null;
}
