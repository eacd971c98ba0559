using Vonage.Voice;

namespace Vonage.Contract.Tests.Apis.Voice;

[TestFixture]
public class EndpointJsonTests
{
    private static IEnumerable<TestCaseData> Endpoints()
    {
        yield return Case("phone", new ConnectPhoneEndpoint("447700900001"), """{"type":"phone","number":"447700900001"}""");
        yield return Case(
            "phone with everything",
            new ConnectPhoneEndpoint("447700900001")
            {
                DtmfAnswer = "2p02p",
                OnAnswer = new(new Uri("https://example.com/answer")) { RingbackTone = new("https://example.com/ring.wav") },
                Shaken = "token;info=<x>",
            },
            """
            {"type":"phone","number":"447700900001","dtmfAnswer":"2p02p",
             "onAnswer":{"url":"https://example.com/answer","ringbackTone":"https://example.com/ring.wav"},"shaken":"token;info=<x>"}
            """);
        yield return Case("app", new ConnectAppEndpoint("steve"), """{"type":"app","user":"steve"}""");
        yield return Case(
            "websocket",
            new ConnectWebsocketEndpoint(new Uri("wss://example.com/ws"), WebsocketContentType.L16At16000Hz),
            """{"type":"websocket","uri":"wss://example.com/ws","content-type":"audio/l16;rate=16000"}""");
        yield return Case(
            "websocket with everything",
            new ConnectWebsocketEndpoint(new Uri("ws://example.com/ws"), WebsocketContentType.L16At8000Hz)
            {
                Headers = { ["customer_id"] = "ABC123", ["vip"] = true },
                Authorization = new() { Type = WebsocketAuthorizationType.Custom, Value = "Bearer abc" },
            },
            """
            {"type":"websocket","uri":"ws://example.com/ws","content-type":"audio/l16;rate=8000","headers":{"customer_id":"ABC123","vip":true},
             "authorization":{"type":"custom","value":"Bearer abc"}}
            """);
        yield return Case("sip", new ConnectSipEndpoint(new Uri("sip:rebekka@sip.example.com")), """{"type":"sip","uri":"sip:rebekka@sip.example.com"}""");
        yield return Case(
            "sip by domain, with everything",
            new ConnectSipEndpoint { User = "john.doe", Domain = "example.com", Headers = { ["location"] = "New York" }, StandardHeaders = new("UserToUser") },
            """{"type":"sip","user":"john.doe","domain":"example.com","headers":{"location":"New York"},"standardHeaders":{"User-to-User":"UserToUser"}}""");
        yield return Case("vbc", new ConnectVbcEndpoint("4567"), """{"type":"vbc","extension":"4567"}""");
        yield return Case(
            "an endpoint of tomorrow",
            new UnknownConnectEndpoint("satellite") { AdditionalProperties = { ["id"] = 7 } },
            """{"type":"satellite","id":7}""");

        static TestCaseData Case(string name, ConnectEndpoint endpoint, string json) => new TestCaseData(endpoint, json).SetArgDisplayNames(name);
    }

    [TestCaseSource(nameof(Endpoints))]
    public void Connects(ConnectEndpoint endpoint, string json) =>
        Json.AssertEqual(Ncco.Create().Connect(endpoint).ToJson(), $$"""[{"action":"connect","endpoint":[{{json}}]}]""");

    [Test]
    public void Reads_the_headers_under_the_name_that_they_have_in_a_call()
    {
        var ncco = Ncco.Parse("""[{"action":"connect","endpoint":[{"type":"sip","uri":"sip:a@example.com","standard_headers":{"User-to-User":"a"}}]}]""");
        Assert.That(((ConnectSipEndpoint)((ConnectAction)ncco[0]).Endpoint.Single()).StandardHeaders!.UserToUser, Is.EqualTo("a"));
    }

    [TestCaseSource(nameof(Endpoints))]
    public void Reads(ConnectEndpoint endpoint, string json)
    {
        var ncco = Ncco.Parse($$"""[{"action":"connect","endpoint":[{{json}}]}]""");
        Assert.That(((ConnectAction)ncco[0]).Endpoint.Single(), Is.TypeOf(endpoint is UnknownConnectEndpoint ? typeof(ConnectEndpoint) : endpoint.GetType()));
        Json.AssertEqual(ncco.ToJson(), $$"""[{"action":"connect","endpoint":[{{json}}]}]""");
    }
}
