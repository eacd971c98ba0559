using System.Globalization;
using System.Net.Http.Headers;
using BenchmarkDotNet.Attributes;
using Newtonsoft.Json;
using Newtonsoft.Json.Linq;
using Vonage.ProactiveConnect;

namespace Vonage.Benchmarks.Operations;

[Operation(10, "events, a page of 1,000 streamed", Time = 1.2, Bytes = 1.2)]
public class EventsPage
{
    private const int Size = 1000;

    private static readonly string Reply = CreatePage();
    private static readonly AuthenticationHeaderValue Authorization = AuthenticationHeaderValue.Parse(TestApplication.Header);

    private readonly HttpClient _http = CannedHandler.CreateClient(Reply);
    private readonly ProactiveConnectClient _bulk = new(CannedHandler.CreateClient(Reply), TestApplication.Credentials);

    [Benchmark(Baseline = true)]
    public async Task<int> Floor()
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, $"https://api-eu.vonage.com/v0.1/bulk/events?page_size={Size}&page=1");
        request.Headers.Authorization = Authorization;
        using var response = await _http.SendAsync(request, HttpCompletionOption.ResponseHeadersRead);
        var delivered = 0;
        foreach (var item in (await FloorJson.ReadPageAsync<FloorPage>(response)).Embedded!.Events)
            delivered += item.Data!["status"] is JValue { Value: "delivered" } ? 1 : 0;
        return delivered;
    }

    [Benchmark]
    public async Task<int> Ours()
    {
        var delivered = 0;
        await foreach (var item in _bulk.ListEventsAsync(new() { PageSize = Size }))
            delivered += item.Data?["status"] is JValue { Value: "delivered" } ? 1 : 0;
        return delivered;
    }

    private static string CreatePage() => $$$"""
        {"page_size":{{{Size}}},"page":1,"total_pages":1,"total_items":{{{Size}}},"_links":{"self":{"href":"https://api-eu.vonage.com/v0.1/bulk/events?page=1"}},"_embedded":{"events":[{{{string.Join(',', Enumerable.Range(0, Size).Select(CreateEvent))}}}]}}
        """;

    private static string CreateEvent(int i) => $$"""
        {"occurred_at":"2022-08-07T13:18:21.970Z","type":"action-call-succeeded","id":"92cc64e5-f62b-464f-ab9c-4376bd05adfc","job_id":"e721113d-0948-4edb-b4af-e3f0578d708c","src_ctx":"uk-customers","action_id":"e8e1eb4d-61e0-4099-8fa7-c96f1c0764ba","data":{"status":"delivered"},"run_id":"51aca838-2cf6-4100-b0d2-e74ac0e95c88","recipient_id":"{{(15551584817 + i).ToString(CultureInfo.InvariantCulture)}}"}
        """;

    private sealed class FloorPage
    {
        [JsonProperty("page")]
        public int Page { get; set; }

        [JsonProperty("total_pages")]
        public int TotalPages { get; set; }

        [JsonProperty("_embedded")]
        public FloorEvents? Embedded { get; set; }
    }

    private sealed class FloorEvents
    {
        [JsonProperty("events")]
        public List<FloorEvent> Events { get; set; } = [];
    }

    private sealed class FloorEvent
    {
        [JsonProperty("type")]
        public string? Type { get; set; }

        [JsonProperty("id")]
        public string? Id { get; set; }

        [JsonProperty("src_ctx")]
        public string? SrcCtx { get; set; }

        [JsonProperty("occurred_at")]
        public DateTimeOffset OccurredAt { get; set; }

        [JsonProperty("job_id")]
        public string? JobId { get; set; }

        [JsonProperty("run_id")]
        public string? RunId { get; set; }

        [JsonProperty("action_id")]
        public string? ActionId { get; set; }

        [JsonProperty("recipient_id")]
        public string? RecipientId { get; set; }

        [JsonProperty("data")]
        public JToken? Data { get; set; }
    }
}
