using System.Security.Cryptography;
using System.Text;
using BenchmarkDotNet.Attributes;
using Newtonsoft.Json;
using Vonage.Messages;
using Vonage.Testing;

namespace Vonage.Benchmarks.Operations;

[Operation(11, "status webhook, parsed and verified", Time = 1.5, Bytes = 1.5)]
public class StatusWebhook
{
    internal static readonly byte[] Body = Encoding.UTF8.GetBytes("""
        {"message_uuid":"aaaaaaaa-bbbb-cccc-dddd-0123456789ab","to":"447700900000","from":"447700900001","timestamp":"2026-02-08T10:12:54Z","status":"delivered","client_ref":"my-ref","channel":"sms","destination":{"network_code":"12345"},"usage":{"currency":"EUR","price":"0.0333"},"sms":{"count_total":"1"}}
        """);

    private static readonly byte[] Secret = Encoding.UTF8.GetBytes(TestAccount.SignatureSecret);

    private readonly string _authorization = Sign();

    private readonly WebhookVerifier _verifier = new(new() { { TestAccount.ApiKey, TestAccount.SignatureSecret } }, new() { Tolerance = Timeout.InfiniteTimeSpan });

    [Benchmark(Baseline = true)]
    public object Floor() => Floor(_authorization, Body);

    internal static string Sign() => new WebhookSigner(TestAccount.ApiKey, TestAccount.SignatureSecret) { ApplicationId = TestApplication.Id }.SignBody(Body);

    internal static object Floor(string authorization, byte[] body)
    {
        var token = authorization.AsSpan("Bearer ".Length);
        var payload = token[..token.LastIndexOf('.')];
        var hash = HMACSHA256.HashData(Secret, Encoding.ASCII.GetBytes(payload.ToString()));
        if (!CryptographicOperations.FixedTimeEquals(hash, FromBase64Url(token[(payload.Length + 1)..])))
            throw new InvalidOperationException("The signature is wrong.");
        var dot = payload.IndexOf('.');
        if (FloorJson.Read<FloorHeader>(FromBase64Url(payload[..dot])).Algorithm != "HS256")
            throw new InvalidOperationException("The algorithm is wrong.");
        var claims = FloorJson.Read<FloorClaims>(FromBase64Url(payload[(dot + 1)..]));
        var now = DateTimeOffset.UtcNow.ToUnixTimeSeconds();
        if (claims.Issuer != "Vonage" || claims.ApiKey != TestAccount.ApiKey || claims.IssuedAt > now + 60)
            throw new InvalidOperationException("The token is for somebody else, or for another time.");
        if (!CryptographicOperations.FixedTimeEquals(SHA256.HashData(body), Convert.FromHexString(claims.PayloadHash!)))
            throw new InvalidOperationException("The body was changed.");
        return FloorJson.Read<FloorStatus>(body);
    }

    [Benchmark]
    public async Task<MessageStatusEvent> Ours()
    {
        var request = new WebhookRequest(null, "application/json", Body, _authorization);
        var verification = await _verifier.VerifyAsync(request);
        return verification.IsValid ? request.Read<MessageStatusEvent>() : throw new InvalidOperationException(verification.ToString());
    }

    private static byte[] FromBase64Url(ReadOnlySpan<char> text) => System.Buffers.Text.Base64Url.DecodeFromChars(text);

    private sealed class FloorHeader
    {
        [JsonProperty("alg")]
        public string? Algorithm { get; set; }
    }

    private sealed class FloorClaims
    {
        [JsonProperty("iss")]
        public string? Issuer { get; set; }

        [JsonProperty("iat")]
        public long IssuedAt { get; set; }

        [JsonProperty("exp")]
        public long Expires { get; set; }

        [JsonProperty("api_key")]
        public string? ApiKey { get; set; }

        [JsonProperty("payload_hash")]
        public string? PayloadHash { get; set; }
    }

    private sealed class FloorStatus
    {
        [JsonProperty("message_uuid")]
        public string? MessageUuid { get; set; }

        [JsonProperty("to")]
        public string? To { get; set; }

        [JsonProperty("from")]
        public string? From { get; set; }

        [JsonProperty("timestamp")]
        public DateTimeOffset Timestamp { get; set; }

        [JsonProperty("status")]
        public string? Status { get; set; }

        [JsonProperty("client_ref")]
        public string? ClientRef { get; set; }

        [JsonProperty("channel")]
        public string? Channel { get; set; }

        [JsonProperty("destination")]
        public FloorDestination? Destination { get; set; }

        [JsonProperty("usage")]
        public FloorUsage? Usage { get; set; }

        [JsonProperty("sms")]
        public FloorSms? Sms { get; set; }
    }

    private sealed class FloorDestination
    {
        [JsonProperty("network_code")]
        public string? NetworkCode { get; set; }
    }

    private sealed class FloorUsage
    {
        [JsonProperty("currency")]
        public string? Currency { get; set; }

        [JsonProperty("price")]
        public decimal Price { get; set; }
    }

    private sealed class FloorSms
    {
        [JsonProperty("count_total")]
        public int CountTotal { get; set; }
    }
}
