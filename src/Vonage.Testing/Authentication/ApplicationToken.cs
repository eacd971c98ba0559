using System.Buffers.Text;
using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;
using Vonage.Testing.State;

namespace Vonage.Testing.Authentication;

/// <summary>Reads and checks a token signed with the private key of an application.</summary>
internal static class ApplicationToken
{
    private static readonly string[] Times = ["iat", "nbf", "exp"];
    private static readonly TimeSpan DefaultLife = TimeSpan.FromMinutes(15);
    private static readonly TimeSpan MaxLife = TimeSpan.FromHours(24);
    private static readonly TimeSpan Skew = TimeSpan.FromSeconds(5);

    // The year 5138: a greater number is one of milliseconds.
    private const double MaxSeconds = 1e11;

    /// <summary>Gets what is wrong with a token; null if nothing is.</summary>
    /// <param name="token">The token.</param>
    /// <param name="applications">The applications of the account.</param>
    /// <param name="now">The current time.</param>
    /// <param name="path">The path of the request; null if the token is not for a request.</param>
    /// <param name="claims">The claims of a valid token.</param>
    public static string? Check(string token, ApplicationDirectory applications, DateTimeOffset now, string? path, out JsonObject claims)
    {
        claims = [];
        try
        {
            return Error(token.Split('.'), applications, now, path, ref claims);
        }
        catch (Exception e) when (e is FormatException or JsonException or InvalidOperationException or ArgumentException)
        {
            return "The token is not a JWT.";
        }
    }

    /// <summary>Gets the application of a token that was checked before; null if it is not a token.</summary>
    public static string? ApplicationOf(string token)
    {
        try
        {
            return token.Split('.') is [_, var claims, _] ? Json(claims)?["application_id"]?.ToString() : null;
        }
        catch (Exception e) when (e is FormatException or JsonException or InvalidOperationException or ArgumentException)
        {
            return null;
        }
    }

    private static string? Error(string[] parts, ApplicationDirectory applications, DateTimeOffset now, string? path, ref JsonObject claims)
    {
        if (parts.Length != 3)
            return "The token is not a JWT.";
        if (Json(parts[0])?["alg"]?.ToString() != "RS256")
            return "The token is not signed with RS256.";
        var read = Json(parts[1]) as JsonObject ?? [];
        claims = read;
        if (applications.KeyOf(claims["application_id"]?.ToString()) is not { } key)
            return "The token's application_id is not that of an application of the account with a public key.";
        if (!key.IsSignatureOf(Encoding.ASCII.GetBytes($"{parts[0]}.{parts[1]}"), Base64Url.DecodeFromChars(parts[2])))
            return "The token is not signed with the application's key.";
        if (string.IsNullOrEmpty(claims["jti"]?.ToString()))
            return "The token has no jti.";
        if (Array.Find(Times, name => read[name] is { } time && time.GetValueKind() != JsonValueKind.Number) is { } text)
            return $"The token's {text} must be a number of seconds, not a string.";
        if (Array.Find(Times, name => Math.Abs(read[name]?.GetValue<double>() ?? 0) >= MaxSeconds) is { } tooGreat)
            return $"The token's {tooGreat} must be a number of seconds since 1970, not of milliseconds.";
        if (Time(claims, "iat") is not { } issued)
            return "The token has no iat.";
        if (issued > now + Skew)
            return "The token's iat is in the future.";
        if (Time(claims, "nbf") > now + Skew)
            return "The token's nbf is in the future.";
        var expires = Time(claims, "exp") ?? issued + DefaultLife;
        if (expires < now - Skew)
            return "The token has expired.";
        if (expires > issued + MaxLife + Skew)
            return "The token's exp is more than 24 hours after its iat.";
        return path is null || TokenPaths.Include(claims["acl"], path) ? null : $"The token's acl does not include the path {path}.";
    }

    private static JsonNode? Json(string part) => JsonNode.Parse(Base64Url.DecodeFromChars(part));

    private static DateTimeOffset? Time(JsonObject claims, string name) =>
        claims[name] is { } seconds ? DateTimeOffset.UnixEpoch.AddSeconds(seconds.GetValue<double>()) : null;
}
