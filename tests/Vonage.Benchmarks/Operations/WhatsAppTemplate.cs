using System.Net.Http.Headers;
using BenchmarkDotNet.Attributes;
using Newtonsoft.Json;
using Vonage.Messages;

namespace Vonage.Benchmarks.Operations;

[Operation(5, "Messages WhatsApp template")]
public class WhatsAppTemplate
{
    private const string Reply = """{"message_uuid":"aaaaaaaa-bbbb-cccc-dddd-0123456789ab"}""";

    private static readonly Uri Address = new("https://api.nexmo.com/v1/messages");
    private static readonly AuthenticationHeaderValue Authorization = AuthenticationHeaderValue.Parse(TestApplication.Header);

    private readonly HttpClient _http = CannedHandler.CreateClient(Reply);
    private readonly MessagesClient _messages = new(CannedHandler.CreateClient(Reply), TestApplication.Credentials);

    [Benchmark(Baseline = true)]
    public async Task<object> Floor()
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, Address)
        {
            Content = FloorJson.Write(new FloorMessage
            {
                From = "447700900001",
                To = "447700900000",
                Template = new FloorTemplate { Name = "9b6b4fcb_da19_4a26_8fe8_78074a91b584:parcel", Parameters = { "Ann", "10:30", "Front door" } },
                Whatsapp = new FloorOptions { Locale = "en_GB", Policy = "deterministic" },
            }),
        };
        request.Headers.Authorization = Authorization;
        using var response = await _http.SendAsync(request);
        return await FloorJson.ReadAsync<FloorReply>(response);
    }

    [Benchmark]
    public Task<SentMessage> Ours() => _messages.SendAsync(new WhatsAppTemplateMessage
    {
        From = "447700900001",
        To = "447700900000",
        Template = new() { Name = "9b6b4fcb_da19_4a26_8fe8_78074a91b584:parcel", Parameters = { "Ann", "10:30", "Front door" } },
        WhatsApp = new() { Locale = "en_GB", Policy = WhatsAppTemplatePolicy.Deterministic },
    });

    private sealed class FloorMessage
    {
        [JsonProperty("channel")]
        public string Channel { get; } = "whatsapp";

        [JsonProperty("message_type")]
        public string MessageType { get; } = "template";

        [JsonProperty("from")]
        public string? From { get; set; }

        [JsonProperty("to")]
        public string? To { get; set; }

        [JsonProperty("template")]
        public FloorTemplate? Template { get; set; }

        [JsonProperty("whatsapp")]
        public FloorOptions? Whatsapp { get; set; }
    }

    private sealed class FloorTemplate
    {
        [JsonProperty("name")]
        public string? Name { get; set; }

        [JsonProperty("parameters")]
        public List<string> Parameters { get; set; } = [];
    }

    private sealed class FloorOptions
    {
        [JsonProperty("policy")]
        public string? Policy { get; set; }

        [JsonProperty("locale")]
        public string? Locale { get; set; }
    }

    private sealed class FloorReply
    {
        [JsonProperty("message_uuid")]
        public string? MessageUuid { get; set; }
    }
}
