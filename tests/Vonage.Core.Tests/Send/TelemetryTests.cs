using System.Diagnostics;
using System.Diagnostics.Metrics;
using Vonage.Core.Pipeline;

namespace Vonage.Core.Tests;

/// <summary>The spans and metrics of calls, by OpenTelemetry's names.</summary>
[NonParallelizable]
internal sealed class TelemetryTests : ServerTest
{
    private static readonly RetryOptions AtOnce = new() { Random = () => 0 };

    [Test]
    public async Task A_call_is_a_span_and_each_attempt_one_below_it()
    {
        using var spans = new Spans();
        var failures = 1;
        Server.Answer = context => LoopbackServer.Json(context, failures-- > 0 ? 503 : 200, "{}");
        await Client(configure: o => o.Retry = AtOnce).SendAsync(Operations.GetThing());

        Assert.That(spans.Ended.Select(s => (s.DisplayName, s.Kind)), Is.EqualTo((IEnumerable<(string, ActivityKind)>)[("GET /v1/things/{id}", ActivityKind.Client), ("GET /v1/things/{id}", ActivityKind.Client), ("Things.get", ActivityKind.Internal)]));
        var (first, second, call) = (spans.Ended[0], spans.Ended[1], spans.Ended[2]);
        Assert.That((first.ParentSpanId, second.ParentSpanId), Is.EqualTo((call.SpanId, call.SpanId)));
        Assert.That(Tags(first), Is.EqualTo(new Dictionary<string, object?>
        {
            ["http.request.method"] = "GET",
            ["server.address"] = Server.Address.Host,
            ["server.port"] = Server.Address.Port,
            ["url.full"] = $"{Server.Address}v1/things/1",
            ["url.template"] = "/v1/things/{id}",
            ["http.response.status_code"] = 503,
            ["network.protocol.version"] = "1.1",
            ["error.type"] = "503",
        }));
        Assert.That((first.Status, second.Status, call.Status), Is.EqualTo((ActivityStatusCode.Error, ActivityStatusCode.Unset, ActivityStatusCode.Unset)));
        Assert.That((first.GetTagItem("http.request.resend_count"), second.GetTagItem("http.request.resend_count")), Is.EqualTo(((object?)null, (object)1)));
        Assert.That(call.GetTagItem("vonage.operation"), Is.EqualTo("Things.get"));
        Assert.That(Server.Requests.Last().Header("traceparent"), Does.Contain(second.TraceId.ToHexString()));
    }

    [Test]
    public async Task A_failure_has_its_kind()
    {
        using var spans = new Spans();
        Server.Reply(404, "{}");
        await Assert.ThrowsAsync<VonageApiException>(() => Client().SendAsync(Operations.GetThing()));
        var handler = new StubHandler((_, _) => throw new HttpRequestException("no route"));
        await Assert.ThrowsAsync<ApiConnectionException>(() => new VonageApiClient(new HttpClient(handler), Keys.All, new VonageClientOptions { Retry = RetryOptions.None }).SendAsync(Operations.GetThing()));
        Assert.That(spans.Ended.Select(s => s.GetTagItem("error.type")), Is.EqualTo((string[])["404", "404", "System.Net.Http.HttpRequestException", "Vonage.Core.ApiConnectionException"]));
    }

    [TestCase("KeyInQuery")]
    [TestCase("Signature")]
    public async Task No_value_of_a_query_is_recorded(string scheme)
    {
        using var spans = new Spans();
        var request = new ApiRequest(Operations.With("GET", scheme == "Signature" ? ApiAuthentication.Signature : ApiAuthentication.KeyInQuery), "/legacy", null).Query("to", "447700900000").Query("empty", "");
        await Client().SendAsync(request);
        var address = (string)spans.Ended[0].GetTagItem("url.full")!;
        Assert.That(address, Does.EndWith(scheme == "Signature" ? "/legacy?to=REDACTED&empty=REDACTED&api_key=REDACTED&timestamp=REDACTED&sig=REDACTED" : "/legacy?to=REDACTED&empty=REDACTED&api_key=REDACTED&api_secret=REDACTED"));
        Assert.That(spans.Ended.SelectMany(s => s.TagObjects).Select(t => t.Value?.ToString()), Has.None.Contains("447700900000"));
    }

    [TestCase("")]
    [TestCase("?a=1")]
    public async Task No_key_in_a_path_is_recorded(string query)
    {
        using var spans = new Spans();
        var operation = new ApiOperation("Accounts.get", "GET", "/accounts/{api_key}/secrets/{secret_id}", Operations.Get.Server, [ApiAuthentication.Basic]);
        var request = new ApiRequest(operation, "/accounts/abcd1234/secrets/7", null);
        await Client().SendAsync(query.Length == 0 ? request : request.Query("a", "1"));
        Assert.That((string)spans.Ended[0].GetTagItem("url.full")!, Does.EndWith("/accounts/REDACTED/secrets/7" + query.Replace("1", "REDACTED", StringComparison.Ordinal)));
    }

    [Test]
    public async Task A_full_url_has_no_template()
    {
        using var spans = new Spans();
        using var file = new MemoryStream();
        await Client().DownloadAsync(new Uri("https://api.nexmo.com/v1/files/1"), ApiAuthentication.Jwt, file);
        Assert.That((spans.Ended[0].DisplayName, spans.Ended[0].GetTagItem("url.template")), Is.EqualTo(("GET", (object?)null)));
    }

    [Test]
    public async Task Durations_retries_waits_and_tokens_are_measured()
    {
        using var meters = new Measurements();
        var failures = 1;
        Server.Answer = context => LoopbackServer.Json(context, failures-- > 0 ? 503 : 200, "{}");
        using var limits = new RateLimits().Add(1000, _ => "all");
        await Client(VonageCredentials.FromApplication(Keys.ApplicationId, Keys.Pkcs8), o => (o.Retry, o.RateLimiter) = (AtOnce, limits)).SendAsync(Operations.GetThing());
        Server.Reply(422, "{}");
        await Assert.ThrowsAsync<VonageApiException>(() => Client().SendAsync(Operations.GetThing()));

        Assert.That(meters.Of("vonage.client.retries"), Is.EqualTo((string[])["1 vonage.operation=Things.get"]));
        Assert.That(meters.Of("vonage.client.tokens").First(), Is.EqualTo("1 "));
        Assert.That(meters.Of("vonage.client.limiter.wait"), Has.Count.EqualTo(2));
        Assert.That(meters.Of("vonage.client.operation.duration").Select(m => m[(m.IndexOf(' ') + 1)..]), Is.EqualTo((string[])["vonage.operation=Things.get server.address=api.nexmo.com", "vonage.operation=Things.get server.address=api.nexmo.com error.type=422"]));
    }

    private static Dictionary<string, object?> Tags(Activity span) => span.TagObjects.ToDictionary(t => t.Key, t => t.Value);

    private sealed class Spans : IDisposable
    {
        private readonly ActivityListener _listener;

        public Spans()
        {
            _listener = new ActivityListener
            {
                ShouldListenTo = source => source.Name == VonageTelemetry.Name,
                Sample = (ref ActivityCreationOptions<ActivityContext> _) => ActivitySamplingResult.AllData,
                ActivityStopped = Ended.Add,
            };
            ActivitySource.AddActivityListener(_listener);
        }

        public List<Activity> Ended { get; } = [];

        public void Dispose() => _listener.Dispose();
    }

    private sealed class Measurements : IDisposable
    {
        private readonly MeterListener _listener = new();
        private readonly List<(string Name, string Value)> _all = [];

        public Measurements()
        {
            _listener.InstrumentPublished = (instrument, listener) =>
            {
                if (instrument.Meter.Name == VonageTelemetry.Name)
                    listener.EnableMeasurementEvents(instrument);
            };
            _listener.SetMeasurementEventCallback<long>((instrument, value, tags, _) => Add(instrument, value.ToString(System.Globalization.CultureInfo.InvariantCulture), tags));
            _listener.SetMeasurementEventCallback<double>((instrument, value, tags, _) => Add(instrument, value.ToString("0.0000", System.Globalization.CultureInfo.InvariantCulture), tags));
            _listener.Start();
        }

        public List<string> Of(string name) => [.. _all.Where(m => m.Name == name).Select(m => m.Value)];

        public void Dispose() => _listener.Dispose();

        private void Add(Instrument instrument, string value, ReadOnlySpan<KeyValuePair<string, object?>> tags)
        {
            lock (_all)
                _all.Add((instrument.Name, $"{value} {string.Join(' ', tags.ToArray().Select(t => $"{t.Key}={t.Value}"))}"));
        }
    }
}
