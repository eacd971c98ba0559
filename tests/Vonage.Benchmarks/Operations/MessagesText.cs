using System.Net.Http.Headers;
using BenchmarkDotNet.Attributes;
using Newtonsoft.Json;
using Vonage.Messages;

namespace Vonage.Benchmarks.Operations;

[Operation(2, "Messages text (JWT)")]
public class MessagesText
{
    internal const string Reply = """{"message_uuid":"aaaaaaaa-bbbb-cccc-dddd-0123456789ab"}""";

    private static readonly Uri Address = new("https://api.nexmo.com/v1/messages");
    private static readonly AuthenticationHeaderValue Authorization = AuthenticationHeaderValue.Parse(TestApplication.Header);

    private readonly HttpClient _http = CannedHandler.CreateClient(Reply);
    private readonly MessagesClient _ours;

    public MessagesText()
        : this(options: null)
    {
    }

    internal MessagesText(VonageClientOptions? options) => _ours = new MessagesClient(CannedHandler.CreateClient(Reply), TestApplication.Credentials, options);

    [Benchmark(Baseline = true)]
    public Task<object> Floor() => Floor(_http, Address);

    internal static async Task<object> Floor(HttpClient http, Uri address)
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, address)
        {
            Content = FloorJson.Write(new FloorMessage { From = "ACME", To = "447700900000", Text = "Your parcel arrives at 10:30.", ClientRef = "my-ref" }),
        };
        request.Headers.Authorization = Authorization;
        using var response = await http.SendAsync(request);
        return await FloorJson.ReadAsync<FloorReply>(response);
    }

    [Benchmark]
    public async Task<object> Platform()
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, Address)
        {
            Content = PlatformJson.Write(
                new PlatformMessage { From = "ACME", To = "447700900000", Text = "Your parcel arrives at 10:30.", ClientRef = "my-ref" },
                PlatformJson.Default.PlatformMessage),
        };
        request.Headers.Authorization = Authorization;
        using var response = await _http.SendAsync(request);
        return await PlatformJson.ReadAsync(response, PlatformJson.Default.PlatformSent);
    }

    [Benchmark]
    public Task<SentMessage> Ours() => Ours(_ours);

    internal static Task<SentMessage> Ours(IMessagesClient client) => client.SendAsync(new SmsTextMessage
    {
        From = "ACME",
        To = "447700900000",
        Text = "Your parcel arrives at 10:30.",
        ClientRef = "my-ref",
    });

    private sealed class FloorMessage
    {
        [JsonProperty("channel")]
        public string Channel { get; } = "sms";

        [JsonProperty("message_type")]
        public string MessageType { get; } = "text";

        [JsonProperty("from")]
        public string? From { get; set; }

        [JsonProperty("to")]
        public string? To { get; set; }

        [JsonProperty("text")]
        public string? Text { get; set; }

        [JsonProperty("client_ref")]
        public string? ClientRef { get; set; }
    }

    private sealed class FloorReply
    {
        [JsonProperty("message_uuid")]
        public string? MessageUuid { get; set; }
    }
}
