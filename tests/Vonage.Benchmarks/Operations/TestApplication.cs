using System.Security.Cryptography;

namespace Vonage.Benchmarks.Operations;

/// <summary>Whose application all benchmarks use. The key is made for each run.</summary>
internal static class TestApplication
{
    public const string Id = "aaaaaaaa-bbbb-cccc-dddd-0123456789ab";

    public static string PrivateKeyPem { get; } = CreateKey();

    public static VonageCredentials Credentials { get; } = VonageCredentials.FromApplication(Id, PrivateKeyPem);

    public static string Header { get; } = "Bearer " + new JwtGenerator(Credentials).Generate();

    private static string CreateKey()
    {
        using var key = RSA.Create(2048);
        return key.ExportPkcs8PrivateKeyPem();
    }
}
