using System.Diagnostics.CodeAnalysis;
using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using Vonage.Simulation;
using Vonage.Testing.State;

namespace Vonage.Testing.Authentication;

/// <summary>An API key, a timestamp and a signature over all parameters. The simulator accepts every signature method.</summary>
internal sealed class SignatureScheme(SimulatedAccount account, TimeProvider clock) : CredentialScheme("signature")
{
    private const int InvalidSignature = 14;
    private static readonly TimeSpan Window = TimeSpan.FromMinutes(5);

    public override AuthenticationCheck Check(ReceivedRequest request)
    {
        var parameters = request.Parameters.ToDictionary(parameter => parameter.Key, parameter => parameter.Value.ToString(), StringComparer.Ordinal);
        if (!parameters.Remove("sig", out var signature))
            return AuthenticationCheck.Absent("api_key, timestamp and sig");
        if (parameters.GetValueOrDefault("api_key") != account.ApiKey)
            return Wrong("The API key is not the simulator's.");
        if (parameters.ContainsKey("api_secret"))
            return Wrong("A signed request must not contain the API secret.");
        if (Time(parameters.GetValueOrDefault("timestamp")) is not { } time || (time - clock.GetUtcNow()).Duration() > Window)
            return Wrong("The signature's timestamp is missing or more than 5 minutes off.");
        return Signatures(parameters, account.SignatureSecret).Any(expected => expected.Equals(signature, StringComparison.OrdinalIgnoreCase))
            ? AuthenticationCheck.Passed
            : Wrong("The signature is wrong.");
    }

    /// <summary>The timestamp of the signature has the same parameter name as the timestamp of conversions, which has another format.</summary>
    public override bool Owns(ReceivedRequest request, string parameter) => parameter == "timestamp" && request.Query.ContainsKey("sig");

    /// <summary>The signatures by method: md5hash, then HMAC with md5, sha1, sha256 and sha512.</summary>
    [SuppressMessage("Security", "CA5350", Justification = "Vonage's signatures have these methods.")]
    [SuppressMessage("Security", "CA5351", Justification = "Vonage's signatures have these methods.")]
    public static IEnumerable<string> Signatures(IReadOnlyDictionary<string, string> parameters, string secret)
    {
        var text = string.Concat(parameters.OrderBy(parameter => parameter.Key, StringComparer.Ordinal)
            .Select(parameter => $"&{Clean(parameter.Key)}={Clean(parameter.Value)}"));
        var (data, key) = (Encoding.UTF8.GetBytes(text), Encoding.UTF8.GetBytes(secret));
        return new[]
        {
            MD5.HashData(Encoding.UTF8.GetBytes(text + secret)),
            HMACMD5.HashData(key, data),
            HMACSHA1.HashData(key, data),
            HMACSHA256.HashData(key, data),
            HMACSHA512.HashData(key, data),
        }.Select(Convert.ToHexString);
    }

    private static AuthenticationCheck Wrong(string error) => AuthenticationCheck.Wrong(error) with { BodyStatus = InvalidSignature };

    private static string Clean(string text) => text.Replace('&', '_').Replace('=', '_');

    /// <summary>Unix seconds. The timestamp of conversions, in the same parameter, is a date and time.</summary>
    private static DateTimeOffset? Time(string? text)
    {
        if (long.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var seconds) && seconds < 100_000_000_000)
            return DateTimeOffset.FromUnixTimeSeconds(seconds);
        return DateTimeOffset.TryParseExact(text, Times.PlainFormat, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal, out var time)
            ? time
            : null;
    }
}
