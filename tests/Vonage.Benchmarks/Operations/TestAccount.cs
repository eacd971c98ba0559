using System.Text;

namespace Vonage.Benchmarks.Operations;

/// <summary>Whose account all benchmarks use.</summary>
internal static class TestAccount
{
    public const string ApiKey = "abcd1234";
    public const string SignatureSecret = "a-signature-secret-of-thirty-two-or-more-characters";

    private const string ApiSecret = "abcdefgh12345678";

    public static VonageCredentials Credentials => VonageCredentials.FromApiKey(ApiKey, ApiSecret);

    public static string Header => "Basic " + Convert.ToBase64String(Encoding.UTF8.GetBytes($"{ApiKey}:{ApiSecret}"));
}
