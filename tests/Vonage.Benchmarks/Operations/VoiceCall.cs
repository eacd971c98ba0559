using System.Net.Http.Headers;
using BenchmarkDotNet.Attributes;
using Newtonsoft.Json;
using Vonage.Voice;

namespace Vonage.Benchmarks.Operations;

[Operation(6, "Voice call, talk + connect")]
public class VoiceCall
{
    private const string Reply = """
        {"uuid":"63f61863-4a51-4f6b-86e1-46edebcf9356","status":"started","direction":"outbound","conversation_uuid":"CON-f972836a-550f-45fa-956c-12a2ab5b7d22"}
        """;

    private static readonly Uri Address = new("https://api.nexmo.com/v1/calls");
    private static readonly AuthenticationHeaderValue Authorization = AuthenticationHeaderValue.Parse(TestApplication.Header);

    private readonly HttpClient _http = CannedHandler.CreateClient(Reply);
    private readonly VoiceClient _voice = new(CannedHandler.CreateClient(Reply), TestApplication.Credentials);

    [Benchmark(Baseline = true)]
    public async Task<object> Floor()
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, Address)
        {
            Content = FloorJson.Write(new FloorCall
            {
                From = new FloorEndpoint { Number = "14843335555" },
                To = { new FloorEndpoint { Number = "14843331234" } },
                Ncco =
                {
                    new FloorTalk { Text = "One moment, we put you through.", Language = "en-GB" },
                    new FloorConnect { From = "14843335555", Endpoint = { new FloorEndpoint { Number = "447700900002" } } },
                },
            }),
        };
        request.Headers.Authorization = Authorization;
        using var response = await _http.SendAsync(request);
        return await FloorJson.ReadAsync<FloorReply>(response);
    }

    [Benchmark]
    public Task<CreatedCall> Ours() => _voice.CreateCallAsync(new CreateCallRequest
    {
        From = new PhoneEndpoint("14843335555"),
        To = { new PhoneEndpoint("14843331234") },
        Ncco = Ncco.Create()
            .Talk("One moment, we put you through.", talk => talk.Language = "en-GB")
            .Connect(new ConnectPhoneEndpoint("447700900002"), from: "14843335555"),
    });

    private sealed class FloorCall
    {
        [JsonProperty("from")]
        public FloorEndpoint? From { get; set; }

        [JsonProperty("to")]
        public List<FloorEndpoint> To { get; set; } = [];

        [JsonProperty("ncco")]
        public List<object> Ncco { get; set; } = [];
    }

    private sealed class FloorEndpoint
    {
        [JsonProperty("type")]
        public string Type { get; } = "phone";

        [JsonProperty("number")]
        public string? Number { get; set; }
    }

    private sealed class FloorTalk
    {
        [JsonProperty("action")]
        public string Action { get; } = "talk";

        [JsonProperty("text")]
        public string? Text { get; set; }

        [JsonProperty("language")]
        public string? Language { get; set; }
    }

    private sealed class FloorConnect
    {
        [JsonProperty("action")]
        public string Action { get; } = "connect";

        [JsonProperty("from")]
        public string? From { get; set; }

        [JsonProperty("endpoint")]
        public List<FloorEndpoint> Endpoint { get; set; } = [];
    }

    private sealed class FloorReply
    {
        [JsonProperty("uuid")]
        public string? Uuid { get; set; }

        [JsonProperty("status")]
        public string? Status { get; set; }

        [JsonProperty("direction")]
        public string? Direction { get; set; }

        [JsonProperty("conversation_uuid")]
        public string? ConversationUuid { get; set; }
    }
}
