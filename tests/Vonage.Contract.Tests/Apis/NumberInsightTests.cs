using System.Globalization;
using Newtonsoft.Json;
using Vonage.Core;
using Vonage.Core.Serialization;
using Vonage.NumberInsight;
using Vonage.Simulation;
using Vonage.Testing;

namespace Vonage.Contract.Tests.Apis;

/// <summary>Number Insight: refusals with status 200, partial replies, and the two shapes of <c>roaming</c>.</summary>
[FixtureLifeCycle(LifeCycle.InstancePerTestCase)]
public sealed class NumberInsightTests : IAsyncDisposable
{
    private VonageSimulator _simulator = null!;
    private INumberInsightClient _insight = null!;

    [SetUp]
    public async Task StartAsync()
    {
        _simulator = await VonageSimulator.StartAsync();
        _insight = _simulator.CreateClient().NumberInsight;
    }

    [TearDown]
    public async ValueTask DisposeAsync() => await _simulator.DisposeAsync();

    [Test]
    public async Task Roaming_may_be_a_word()
    {
        Answer("getAdvanced", "roamingUnknown");
        var number = await _insight.GetAdvancedAsync("447700900000");
        Assert.That((number.Roaming?.Status, number.Roaming?.RoamingCountryCode), Is.EqualTo(((RoamingStatus?)RoamingStatus.Unknown, (string?)null)));
    }

    [TestCase("""{"roaming":{"status":"not_roaming","new":1}}""", "not_roaming")]
    [TestCase("""{"roaming":"a word of next year"}""", "a word of next year")]
    [TestCase("""{"roaming":null}""", null)]
    [TestCase("{}", null)]
    public void Roaming_is_read_in_every_shape(string json, string? status)
    {
        var number = ApiJson.Deserialize<AdvancedInsight>(json)!;
        Assert.That(number.Roaming?.Status?.Value, Is.EqualTo(status));
        if (json.Contains("new", StringComparison.Ordinal))
            Assert.That(JsonConvert.SerializeObject(number.Roaming), Does.Contain("\"new\":1").And.Contain("not_roaming"));
    }

    [TestCase("getBasic", "invalid", 3)]
    [TestCase("getBasic", "throttled", 1)]
    [TestCase("getStandard", "noMoney", 9)]
    [TestCase("getAdvanced", "refused", 19)]
    [TestCase("startAdvanced", "refused", 3)]
    public async Task Each_documented_refusal_throws(string operation, string example, int status)
    {
        Answer(operation, example);
        var error = await Thrown.By<VonageNumberInsightException>(() => CallAsync(operation));
        using (Assert.EnterMultipleScope())
        {
            Assert.That(error.Status, Is.EqualTo(new InsightStatus(status.ToString(CultureInfo.InvariantCulture))));
            Assert.That(error.Response.StatusMessage, Is.Not.Empty);
            Assert.That(error.Message, Does.StartWith($"NumberInsight.{operation} was rejected with status {status} (").And.Not.Contain("4477"));
        }
    }

    [TestCase("getBasic")]
    [TestCase("getStandard")]
    [TestCase("getAdvanced")]
    [TestCase("startAdvanced")]
    public async Task Wrong_credentials_are_typed(string operation)
    {
        _simulator.Respond("number-insight." + operation, 401);
        Assert.That((await Thrown.By<VonageApiException>(() => CallAsync(operation))).Problem?.Title, Is.EqualTo("Unauthorized"));
    }

    [Test]
    public async Task What_the_network_did_not_tell_is_left_out()
    {
        Answer("getAdvanced", "liveLookupFailed");
        var number = await _insight.GetAdvancedAsync("447700900000");
        Assert.That((number.Status, number.LookupOutcome, number.CountryCode, number.Status?.IsPartial), Is.EqualTo(((InsightStatus?)InsightStatus.LiveLookupNotReturned43, (LookupOutcome?)LookupOutcome.PartialSuccess, "GB", (bool?)true)));
    }

    [Test]
    public void A_status_stays_a_number_for_every_serializer()
    {
        using (Assert.EnterMultipleScope())
        {
            Assert.That(ApiJson.Serialize(new AdvancedInsight { Status = InsightStatus.Throttled }), Is.EqualTo("""{"status":1}"""));
            Assert.That(Newtonsoft.Json.JsonConvert.SerializeObject(InsightStatus.Throttled), Is.EqualTo("1"));
            Assert.That(System.Text.Json.JsonSerializer.Serialize(InsightStatus.Throttled), Is.EqualTo("1"));
        }
    }

    [TestCase("{}")]
    [TestCase("""{"status":null}""")]
    public async Task No_status_is_no_success(string body)
    {
        _simulator.Respond("number-insight.getBasic", new SimulatedResponse { StatusCode = 200, Body = body });
        Assert.That((await Thrown.By<VonageNumberInsightException>(() => CallAsync("getBasic"))).Message, Does.Contain("status unknown"));
    }

    [Test]
    public async Task Nothing_found_is_a_refusal()
    {
        _simulator.Respond("number-insight.getAdvanced", new SimulatedResponse { StatusCode = 200, Body = """{"status":44,"status_message":"Live mobile lookup not returned","lookup_outcome":2}""" });
        Assert.That((await Thrown.By<VonageNumberInsightException>(() => CallAsync("getAdvanced"))).Status, Is.EqualTo(InsightStatus.LiveLookupNotReturned44));
    }

    [Test]
    public async Task An_unknown_carrier_is_null()
    {
        Answer("getStandard", "noCarrier");
        var number = await _insight.GetStandardAsync("447700900000");
        Assert.That((number.CurrentCarrier?.Name, number.CurrentCarrier?.NetworkType, number.OriginalCarrier, number.Ported), Is.EqualTo(((string?)null, (NetworkType?)null, (NumberCarrier?)null, (NumberPorting?)null)));
    }

    [Test]
    public async Task The_owners_name_is_read()
    {
        Answer("getStandard", "withName");
        var number = await _insight.GetStandardAsync("14155550100", new() { IncludeCallerName = true });
        Assert.That((number.CallerIdentity?.CallerName, number.CallerIdentity?.CallerType), Is.EqualTo(("John Smith", (CallerType?)CallerType.Consumer)));
    }

    [Test]
    public async Task A_country_has_two_letters()
    {
        var error = await Thrown.By<InvalidRequestException>(() => _insight.GetBasicAsync("07700900000", new() { Country = "GBR" }));
        Assert.That(error.Field, Is.EqualTo("Country"));
        await Thrown.By<InvalidRequestException>(() => _insight.GetBasicAsync(""));
        Assert.That(_simulator.Requests, Is.Empty);
    }

    [Test]
    public async Task The_simulator_refuses_as_the_api_does()
    {
        using var http = new HttpClient();
        http.DefaultRequestHeaders.Authorization = new("Basic", Convert.ToBase64String(System.Text.Encoding.UTF8.GetBytes($"{_simulator.ApiKey}:{_simulator.ApiSecret}")));
        var body = await http.GetStringAsync(new Uri(_simulator.Address, "/api.nexmo.com/ni/basic/json"));
        Assert.That(ApiJson.Deserialize<BasicInsight>(body)?.Status, Is.EqualTo(InsightStatus.InvalidParameter));
    }

    private void Answer(string operation, string example) =>
        _simulator.Respond("number-insight." + operation, new SimulatedResponse { StatusCode = 200, Example = example });

    private Task CallAsync(string operation) => operation switch
    {
        "getBasic" => _insight.GetBasicAsync("447700900000"),
        "getStandard" => _insight.GetStandardAsync("447700900000"),
        "getAdvanced" => _insight.GetAdvancedAsync("447700900000"),
        _ => _insight.StartAdvancedAsync(new("https://example.com/callback"), "447700900000"),
    };
}
