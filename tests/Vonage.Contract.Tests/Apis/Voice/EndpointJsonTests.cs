using Vonage.Voice;

namespace Vonage.Contract.Tests.Apis.Voice;

[TestFixture]
public class EndpointJsonTests
{
    private static IEnumerable<TestCaseData> Endpoints()
    {
        yield return Case("phone", new PhoneEndpoint("447700900001"), """{"type":"phone","number":"447700900001"}""");
        yield return Case(
            "phone with everything",
            new PhoneEndpoint("447700900001")
            {
                DtmfAnswer = "2p02p",
                OnAnswer = new(new Uri("https://example.com/answer")) { RingbackTone = new("https://example.com/ring.wav") },
                Shaken = "token;info=<x>",
            },
            """
            {"type":"phone","number":"447700900001","dtmfAnswer":"2p02p",
             "onAnswer":{"url":"https://example.com/answer","ringbackTone":"https://example.com/ring.wav"},"shaken":"token;info=<x>"}
            """);
        yield return Case("app", new AppEndpoint("steve"), """{"type":"app","user":"steve"}""");
        yield return Case(
            "websocket",
            new WebsocketEndpoint(new Uri("wss://example.com/ws"), WebsocketContentType.L16At16000Hz),
            """{"type":"websocket","uri":"wss://example.com/ws","content-type":"audio/l16;rate=16000"}""");
        yield return Case(
            "websocket with everything",
            new WebsocketEndpoint(new Uri("ws://example.com/ws"), WebsocketContentType.L16At8000Hz)
            {
                Headers = { ["customer_id"] = "ABC123", ["vip"] = true },
                Authorization = new() { Type = WebsocketAuthorizationType.Custom, Value = "Bearer abc" },
            },
            """
            {"type":"websocket","uri":"ws://example.com/ws","content-type":"audio/l16;rate=8000","headers":{"customer_id":"ABC123","vip":true},
             "authorization":{"type":"custom","value":"Bearer abc"}}
            """);
        yield return Case("sip", new SipEndpoint(new Uri("sip:rebekka@sip.example.com")), """{"type":"sip","uri":"sip:rebekka@sip.example.com"}""");
        yield return Case(
            "sip by domain, with everything",
            new SipEndpoint { User = "john.doe", Domain = "example.com", Headers = { ["location"] = "New York" }, NccoStandardHeaders = new("UserToUser") },
            """{"type":"sip","user":"john.doe","domain":"example.com","headers":{"location":"New York"},"standardHeaders":{"User-to-User":"UserToUser"}}""");
        yield return Case(
            "sip with headers as a call's own",
            new SipEndpoint(new Uri("sip:a@example.com")) { StandardHeaders = new("UserToUser") },
            """{"type":"sip","uri":"sip:a@example.com","standard_headers":{"User-to-User":"UserToUser"}}""");
        yield return Case("vbc", new VbcEndpoint("4567"), """{"type":"vbc","extension":"4567"}""");
        yield return Case(
            "an endpoint of tomorrow",
            new UnknownCallEndpoint("satellite") { AdditionalProperties = { ["id"] = 7 } },
            """{"type":"satellite","id":7}""");

        static TestCaseData Case(string name, CallEndpoint endpoint, string json) => new TestCaseData(endpoint, json).SetArgDisplayNames(name);
    }

    [TestCaseSource(nameof(Endpoints))]
    public void Connects(CallEndpoint endpoint, string json) =>
        Json.AssertEqual(Ncco.Create().Connect(endpoint).ToJson(), $$"""[{"action":"connect","endpoint":[{{json}}]}]""");

    [TestCaseSource(nameof(Endpoints))]
    public void Reads(CallEndpoint endpoint, string json)
    {
        var ncco = Ncco.Parse($$"""[{"action":"connect","endpoint":[{{json}}]}]""");
        Assert.That(((ConnectAction)ncco[0]).Endpoint.Single(), Is.TypeOf(endpoint is UnknownCallEndpoint ? typeof(CallEndpoint) : endpoint.GetType()));
        Json.AssertEqual(ncco.ToJson(), $$"""[{"action":"connect","endpoint":[{{json}}]}]""");
    }
}
