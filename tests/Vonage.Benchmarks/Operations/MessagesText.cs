using System.Net.Http.Headers;
using BenchmarkDotNet.Attributes;
using Newtonsoft.Json;
using Vonage.Messages;

namespace Vonage.Benchmarks.Operations;

[Operation(2, "Messages text (JWT)")]
public class MessagesText
{
    internal const string Reply = """{"message_uuid":"aaaaaaaa-bbbb-cccc-dddd-0123456789ab"}""";

    private static readonly AuthenticationHeaderValue Authorization = AuthenticationHeaderValue.Parse(TestAccount.BearerHeader);

    private readonly HttpClient _http;
    private readonly Uri _address;
    private readonly MessagesClient _messages;

    public MessagesText()
        : this(options: null)
    {
    }

    internal MessagesText(VonageClientOptions? options)
        : this(CannedHandler.CreateClient(Reply), "https://api.nexmo.com", new MessagesClient(CannedHandler.CreateClient(Reply), TestAccount.Application, options))
    {
    }

    /// <summary>Over the network, each by a client of its own.</summary>
    internal MessagesText(string server)
        : this(new HttpClient(), server, new MessagesClient(TestAccount.Application, new() { Hosts = { ["api.nexmo.com"] = new Uri(server) } }))
    {
    }

    private MessagesText(HttpClient http, string server, MessagesClient ours) => (_http, _address, _messages) = (http, new Uri(server + "/v1/messages"), ours);

    [Benchmark(Baseline = true)]
    public async Task<object> Floor()
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, _address)
        {
            Content = FloorJson.Write(new FloorMessage { From = "ACME", To = "447700900000", Text = "Your parcel arrives at 10:30.", ClientRef = "my-ref" }),
        };
        request.Headers.Authorization = Authorization;
        using var response = await _http.SendAsync(request);
        return await FloorJson.ReadAsync<FloorReply>(response);
    }

    [Benchmark]
    public Task<SentMessage> Ours() => _messages.SendAsync(new SmsTextMessage
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
