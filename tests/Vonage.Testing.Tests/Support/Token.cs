using System.Buffers.Text;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json.Nodes;

namespace Vonage.Testing.Tests.Support;

/// <summary>Tokens, made by hand.</summary>
internal static class Token
{
    public static JsonObject Claims(VonageSimulator simulator, DateTimeOffset? now = null)
    {
        var issued = (now ?? DateTimeOffset.UtcNow).ToUnixTimeSeconds();
        return new JsonObject
        {
            ["application_id"] = simulator.ApplicationId,
            ["iat"] = issued,
            ["nbf"] = issued,
            ["exp"] = issued + 900,
            ["jti"] = Guid.NewGuid().ToString(),
        };
    }

    public static string For(VonageSimulator simulator) => Sign(Claims(simulator), simulator.PrivateKeyPem);

    public static string Sign(JsonObject claims, string pem, string algorithm = "RS256")
    {
        using var rsa = RSA.Create();
        rsa.ImportFromPem(pem);
        var text = $"{Encode($$"""{"alg":"{{algorithm}}","typ":"JWT"}""")}.{Encode(claims.ToJsonString())}";
        var signature = rsa.SignData(Encoding.ASCII.GetBytes(text), HashAlgorithmName.SHA256, RSASignaturePadding.Pkcs1);
        return $"{text}.{Base64Url.EncodeToString(signature)}";
    }

    private static string Encode(string json) => Base64Url.EncodeToString(Encoding.UTF8.GetBytes(json));
}
