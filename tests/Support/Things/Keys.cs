using System.Security.Cryptography;

namespace TestSupport;

/// <summary>Keys made for this test run. None of them is used anywhere else.</summary>
internal static class Keys
{
    public const string ApplicationId = "aaaaaaaa-bbbb-cccc-dddd-0123456789ab";
    public const string ApiKey = "abcd1234";
    public const string ApiSecret = "s3cret-that-must-not-show";
    public const string SignatureSecret = "signature-secret-that-must-not-show";

    public static RSA Rsa { get; } = RSA.Create(2048);

    public static string Pkcs8 { get; } = Rsa.ExportPkcs8PrivateKeyPem();

    public static string Pkcs1 { get; } = Rsa.ExportRSAPrivateKeyPem();

    public static VonageCredentials Account { get; } = VonageCredentials.FromApiKey(ApiKey, ApiSecret);

    public static VonageCredentials Application { get; } = VonageCredentials.FromApplication(ApplicationId, Pkcs8);

    public static VonageCredentials All { get; } = Account.WithApplication(ApplicationId, Pkcs8).WithSignature(SignatureSecret);
}
