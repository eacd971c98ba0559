using System.Security.Cryptography;

namespace Vonage.Benchmarks.Operations;

/// <summary>Who calls, in all benchmarks. The key is made for each run.</summary>
internal static class TestAccount
{
    public const string ApiKey = "abcd1234";
    public const string ApiSecret = "abcdefgh12345678";
    public const string ApplicationId = "aaaaaaaa-bbbb-cccc-dddd-0123456789ab";
    public const string SignatureSecret = "a-signature-secret-of-thirty-two-or-more-characters";

    public static string PrivateKeyPem { get; } = CreateKey();

    public static VonageCredentials Basic { get; } = VonageCredentials.FromApiKey(ApiKey, ApiSecret);

    public static VonageCredentials Application { get; } = VonageCredentials.FromApplication(ApplicationId, PrivateKeyPem);

    public static string BasicHeader { get; } = "Basic " + Convert.ToBase64String(System.Text.Encoding.UTF8.GetBytes($"{ApiKey}:{ApiSecret}"));

    public static string BearerHeader { get; } = "Bearer " + new JwtGenerator(Application).Generate();

    private static string CreateKey()
    {
        using var key = RSA.Create(2048);
        return key.ExportPkcs8PrivateKeyPem();
    }
}
