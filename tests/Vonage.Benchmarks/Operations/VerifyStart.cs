using System.Net.Http.Headers;
using BenchmarkDotNet.Attributes;
using Newtonsoft.Json;
using Vonage.VerifyV2;

namespace Vonage.Benchmarks.Operations;

[Operation(7, "Verify v2 start")]
public class VerifyStart
{
    private const string Reply = """{"request_id":"c11236f4-00bf-4b89-84ba-88b25df97315"}""";

    private static readonly Uri Address = new("https://api.nexmo.com/v2/verify");
    private static readonly AuthenticationHeaderValue Authorization = AuthenticationHeaderValue.Parse(TestApplication.Header);

    private readonly HttpClient _http = CannedHandler.CreateClient(Reply);
    private readonly VerifyV2Client _verify = new(CannedHandler.CreateClient(Reply), TestApplication.Credentials);

    [Benchmark(Baseline = true)]
    public async Task<object> Floor()
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, Address)
        {
            Content = FloorJson.Write(new FloorVerification
            {
                Brand = "ACME",
                Workflow = { new FloorWorkflow { Channel = "sms", To = "447700900000" }, new FloorWorkflow { Channel = "voice", To = "447700900000" } },
            }),
        };
        request.Headers.Authorization = Authorization;
        using var response = await _http.SendAsync(request);
        return await FloorJson.ReadAsync<FloorReply>(response);
    }

    [Benchmark]
    public Task<StartedVerification> Ours() => _verify.StartAsync(new StartVerificationRequest
    {
        Brand = "ACME",
        Workflow = { new SmsWorkflow("447700900000"), new VoiceWorkflow("447700900000") },
    });

    private sealed class FloorVerification
    {
        [JsonProperty("brand")]
        public string? Brand { get; set; }

        [JsonProperty("workflow")]
        public List<FloorWorkflow> Workflow { get; set; } = [];
    }

    private sealed class FloorWorkflow
    {
        [JsonProperty("channel")]
        public string? Channel { get; set; }

        [JsonProperty("to")]
        public string? To { get; set; }
    }

    private sealed class FloorReply
    {
        [JsonProperty("request_id")]
        public string? RequestId { get; set; }

        [JsonProperty("check_url")]
        public string? CheckUrl { get; set; }
    }
}
