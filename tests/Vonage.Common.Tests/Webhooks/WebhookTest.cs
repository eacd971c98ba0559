using System.Security.Cryptography;

namespace Vonage.Common.Tests;

/// <summary>Signs webhooks as Vonage does.</summary>
internal static class WebhookTest
{
    public static WebhookRequirements Parameters { get; } = new() { SignatureType = WebhookSignatureType.Parameters };

    public static string Token(string secret, string? account, byte[] body, TimeProvider time, Action<JwtClaims>? change = null)
    {
        var claims = new JwtClaims { AdditionalClaims = { ["iss"] = "Vonage" } };
        if (account is not null)
            claims.AdditionalClaims["api_key"] = account;
        if (body.Length > 0)
            claims.AdditionalClaims["payload_hash"] = Convert.ToHexStringLower(SHA256.HashData(body));
        change?.Invoke(claims);
        return "Bearer " + JwtGenerator.FromSecret(secret, time).Generate(claims);
    }

    public static List<KeyValuePair<string, string?>> Sign(string secret, TimeProvider time, params KeyValuePair<string, string?>[] parameters)
    {
        KeyValuePair<string, string?>[] all = [.. parameters, new("timestamp", $"{time.GetUtcNow().ToUnixTimeSeconds()}")];
        return [.. all, new("sig", SmsSignature.Compute(all, secret, SignatureMethod.Md5Hash))];
    }

    public static string Encode(IEnumerable<KeyValuePair<string, string?>> parameters) =>
        string.Join('&', parameters.Select(p => $"{Uri.EscapeDataString(p.Key)}={Uri.EscapeDataString(p.Value!)}"));
}
