using Newtonsoft.Json;
using Vonage.Core;

namespace Vonage;

/// <summary>Writes claims as the payload of a token.</summary>
internal static class ClaimsWriter
{
    private static readonly HashSet<string> OwnNames = new(StringComparer.Ordinal) { "application_id", "iat", "nbf", "exp", "jti", "sub", "acl" };

    public static byte[] Write(JwtClaims claims, string? applicationId, DateTimeOffset now)
    {
        using var payload = new PooledUtf8Writer();
        using (var json = new JsonTextWriter(payload) { ArrayPool = CharPool.Instance, CloseOutput = false })
            Write(json, claims, applicationId, now);
        payload.Complete();
        return payload.Bytes.AsSpan(0, payload.Length).ToArray();
    }

    private static void Write(JsonTextWriter json, JwtClaims claims, string? applicationId, DateTimeOffset now)
    {
        // A token of nobody could pass for one of the application itself.
        if (claims.Subject is { } subject && string.IsNullOrWhiteSpace(subject))
            throw new InvalidRequestException("JwtClaims.Subject", "is empty. Set the name of the user, or null for a token of the application itself.");
        var issuedAt = (claims.IssuedAt ?? now).ToUnixTimeSeconds();
        json.WriteStartObject();
        WriteText(json, "application_id", claims.ApplicationId ?? applicationId);
        WriteNumber(json, "iat", issuedAt);
        if (!claims.IsForClients || claims.NotBefore is not null)
            WriteNumber(json, "nbf", claims.NotBefore?.ToUnixTimeSeconds() ?? issuedAt);
        WriteNumber(json, "exp", issuedAt + (long)claims.Lifetime.TotalSeconds);
        WriteText(json, "jti", claims.Id ?? Guid.NewGuid().ToString("D"));
        WriteText(json, "sub", claims.Subject);
        if (claims.HasAcl)
            WriteAcl(json, claims.Acl);
        if (claims.HasAdditional)
            WriteAdditional(json, claims.AdditionalClaims);
        json.WriteEndObject();
    }

    private static void WriteText(JsonTextWriter json, string name, string? value)
    {
        if (value is null)
            return;
        json.WritePropertyName(name);
        json.WriteValue(value);
    }

    private static void WriteNumber(JsonTextWriter json, string name, long value)
    {
        json.WritePropertyName(name);
        json.WriteValue(value);
    }

    private static void WriteAcl(JsonTextWriter json, JwtAcl acl)
    {
        // Without the claim, the token would open every path.
        if (acl.Count == 0)
            throw new InvalidRequestException("JwtClaims.Acl", "is empty, so the token would grant nothing. Add a path, or do not use the property for a token without restrictions.");
        json.WritePropertyName("acl");
        json.WriteStartObject();
        json.WritePropertyName("paths");
        json.WriteStartObject();
        foreach (var path in acl)
        {
            json.WritePropertyName(path.Path);
            json.WriteStartObject();
            JsonWrite.List(json, "methods", path.Methods, JsonWrite.Text);
            JsonWrite.Map(json, "filters", path.Filters, JsonWrite.Token);
            json.WriteEndObject();
        }

        json.WriteEndObject();
        json.WriteEndObject();
    }

    private static void WriteAdditional(JsonTextWriter json, IDictionary<string, object?> claims)
    {
        foreach (var claim in claims)
        {
            if (OwnNames.Contains(claim.Key))
                throw new ArgumentException($"JwtClaims.AdditionalClaims contains '{claim.Key}'. Use the property for this claim.", nameof(claims));
            json.WritePropertyName(claim.Key);
            ApiJson.Write(json, claim.Value);
        }
    }
}
