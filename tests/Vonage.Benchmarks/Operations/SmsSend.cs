using System.Net.Http.Headers;
using BenchmarkDotNet.Attributes;
using Newtonsoft.Json;
using Vonage.Sms;

namespace Vonage.Benchmarks.Operations;

[Operation(1, "SMS send")]
public class SmsSend
{
    internal const string Reply = """
        {"message-count":"1","messages":[{"to":"447700900000","message-id":"0A0000000123ABCD1","status":"0","remaining-balance":"3.14159265","message-price":"0.03330000","network":"12345","client-ref":"my-ref"}]}
        """;

    private static readonly Uri Address = new("https://rest.nexmo.com/sms/json");
    private static readonly AuthenticationHeaderValue Authorization = AuthenticationHeaderValue.Parse(TestAccount.Header);

    private readonly HttpClient _http = CannedHandler.CreateClient(Reply);
    private readonly SmsClient _ours = new(CannedHandler.CreateClient(Reply), TestAccount.Credentials);

    [Benchmark(Baseline = true)]
    public Task<object> Floor() => Floor(_http, Address);

    internal static async Task<object> Floor(HttpClient http, Uri address)
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, address)
        {
            Content = new FormUrlEncodedContent(
            [
                new("from", "ACME"),
                new("to", "447700900000"),
                new("text", "Your parcel arrives at 10:30."),
                new("client-ref", "my-ref"),
            ]),
        };
        request.Headers.Authorization = Authorization;
        using var response = await http.SendAsync(request);
        var reply = await FloorJson.ReadAsync<FloorReply>(response);
        return reply.Messages.TrueForAll(part => part.Status == "0") ? reply : throw new InvalidOperationException(reply.Messages[0].ErrorText);
    }

    [Benchmark]
    public Task<SmsResponse> Ours() => Ours(_ours);

    internal static Task<SmsResponse> Ours(ISmsClient client) => client.SendAsync(new SmsRequest
    {
        From = "ACME",
        To = "447700900000",
        Text = "Your parcel arrives at 10:30.",
        ClientRef = "my-ref",
    });

    private sealed class FloorReply
    {
        [JsonProperty("message-count")]
        public string? MessageCount { get; set; }

        [JsonProperty("messages")]
        public List<FloorPart> Messages { get; set; } = [];
    }

    private sealed class FloorPart
    {
        [JsonProperty("status")]
        public string? Status { get; set; }

        [JsonProperty("message-id")]
        public string? MessageId { get; set; }

        [JsonProperty("to")]
        public string? To { get; set; }

        [JsonProperty("remaining-balance")]
        public string? RemainingBalance { get; set; }

        [JsonProperty("message-price")]
        public string? MessagePrice { get; set; }

        [JsonProperty("network")]
        public string? Network { get; set; }

        [JsonProperty("client-ref")]
        public string? ClientRef { get; set; }

        [JsonProperty("error-text")]
        public string? ErrorText { get; set; }
    }
}
