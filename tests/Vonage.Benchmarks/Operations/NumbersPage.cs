using System.Globalization;
using System.Net.Http.Headers;
using BenchmarkDotNet.Attributes;
using Newtonsoft.Json;
using Vonage.Numbers;

namespace Vonage.Benchmarks.Operations;

[Operation(9, "numbers, a page of 100", Bytes = 1.05)]
public class NumbersPage
{
    private const int Size = 100;

    private static readonly string Reply = CreatePage();
    private static readonly AuthenticationHeaderValue Authorization = AuthenticationHeaderValue.Parse(TestAccount.Header);

    private readonly HttpClient _http = CannedHandler.CreateClient(Reply);
    private readonly NumbersClient _numbers = new(CannedHandler.CreateClient(Reply), TestAccount.Credentials);

    [Benchmark(Baseline = true)]
    public async Task<object> Floor()
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, $"https://rest.nexmo.com/account/numbers?country=GB&size={Size}&index=1");
        request.Headers.Authorization = Authorization;
        using var response = await _http.SendAsync(request, HttpCompletionOption.ResponseHeadersRead);
        return await FloorJson.ReadAsync<FloorPage>(response);
    }

    [Benchmark]
    public async Task<object> Platform()
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, $"https://rest.nexmo.com/account/numbers?country=GB&size={Size}&index=1");
        request.Headers.Authorization = Authorization;
        using var response = await _http.SendAsync(request, HttpCompletionOption.ResponseHeadersRead);
        return await PlatformJson.ReadAsync(response, PlatformJson.Default.PlatformPage);
    }

    [Benchmark]
    public async Task<object?> Ours()
    {
        await foreach (var page in _numbers.ListOwnedAsync(new() { Country = "GB", PageSize = Size }).AsPages())
            return page;
        return null;
    }

    private static string CreatePage() => $$"""{"count":{{Size}},"numbers":[{{string.Join(',', Enumerable.Range(0, Size).Select(CreateNumber))}}]}""";

    private static string CreateNumber(int i) => $$"""
        {"country":"GB","msisdn":"{{(447700900000 + i).ToString(CultureInfo.InvariantCulture)}}","moHttpUrl":"https://example.com/webhooks/inbound-sms","type":"mobile-lvn","features":["VOICE","SMS","MMS"],"messagesCallbackType":"app","messagesCallbackValue":"aaaaaaaa-bbbb-cccc-dddd-0123456789ab","voiceCallbackType":"app","voiceCallbackValue":"aaaaaaaa-bbbb-cccc-dddd-0123456789ab"}
        """;

    private sealed class FloorPage
    {
        [JsonProperty("count")]
        public int Count { get; set; }

        [JsonProperty("numbers")]
        public List<FloorNumber> Numbers { get; set; } = [];
    }

    private sealed class FloorNumber
    {
        [JsonProperty("country")]
        public string? Country { get; set; }

        [JsonProperty("msisdn")]
        public string? Msisdn { get; set; }

        [JsonProperty("moHttpUrl")]
        public Uri? MoHttpUrl { get; set; }

        [JsonProperty("type")]
        public string? Type { get; set; }

        [JsonProperty("features")]
        public List<string> Features { get; set; } = [];

        [JsonProperty("messagesCallbackType")]
        public string? MessagesCallbackType { get; set; }

        [JsonProperty("messagesCallbackValue")]
        public string? MessagesCallbackValue { get; set; }

        [JsonProperty("voiceCallbackType")]
        public string? VoiceCallbackType { get; set; }

        [JsonProperty("voiceCallbackValue")]
        public string? VoiceCallbackValue { get; set; }
    }
}
