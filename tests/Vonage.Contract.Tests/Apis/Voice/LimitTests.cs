using Vonage.Core;
using Vonage.Voice;

namespace Vonage.Contract.Tests.Apis.Voice;

[TestFixture]
public class LimitTests
{
    private const string WebUrl = " must be an absolute http or https URL, such as https://example.com/events.";
    private static readonly Uri Url = new("https://example.com/events");

    private static IEnumerable<TestCaseData> Broken()
    {
        yield return Case(n => n.Talk(""), "talk.text is required. Set it.");
        yield return Case(n => n.Talk(new string('x', 1501)), "talk.text must have 0 to 1500 characters, but has 1501.");
        yield return Case(n => n.Talk("Hello", loop: -1), "talk.loop must be at least 0, but is -1.");
        yield return Case(n => n.Talk("Hello", talk => talk.Level = 1.1m), "talk.level must be -1 to 1, but is 1.1.");
        yield return Case(n => n.Talk("Hello", talk => talk.Level = -1.1m), "talk.level must be -1 to 1, but is -1.1.");

        yield return Case(n => n.Stream(new("music.mp3", UriKind.RelativeOrAbsolute)), "stream.streamUrl[0]" + WebUrl);
        yield return Case(n => n.Stream(new("/music.mp3", UriKind.RelativeOrAbsolute)), "stream.streamUrl[0]" + WebUrl);
        yield return Case(n => n.Stream(new("ftp://example.com/music.mp3")), "stream.streamUrl[0]" + WebUrl);
        yield return Case(n => n.Stream(null!), "stream.streamUrl[0]" + WebUrl);
        yield return Case(n => n.Stream(Url, loop: -1), "stream.loop must be at least 0, but is -1.");
        yield return Case(n => n.Stream(Url, stream => stream.Level = 2), "stream.level must be -1 to 1, but is 2.");
        yield return Case(n => n.Add(new StreamAction()), "stream.streamUrl must contain exactly 1 item, but contains 0.");
        yield return Case(n => n.Add(new StreamAction { StreamUrl = { Url, Url } }), "stream.streamUrl must contain exactly 1 item, but contains 2.");
        yield return Case(n => n.Add(new StreamAction { StreamUrl = { new("a.mp3", UriKind.Relative) } }), "stream.streamUrl[0]" + WebUrl);
        yield return Case(n => n.Add(new StreamAction { StreamUrl = { null! } }), "stream.streamUrl[0]" + WebUrl);

        yield return Case(n => n.Input(_ => { }), "input.type must contain at least 1 item, but contains 0.");
        yield return Case(n => n.Input(i => i.Dtmf(maxDigits: 25)), "input.dtmf.maxDigits must be 1 to 20, but is 25.");
        yield return Case(n => n.Input(i => i.Dtmf(maxDigits: 0)), "input.dtmf.maxDigits must be 1 to 20, but is 0.");
        yield return Case(n => n.Input(i => i.Dtmf(timeout: TimeSpan.FromSeconds(11))), "input.dtmf.timeOut must be 0 to 10 seconds, but is 11.");
        yield return Case(n => n.Input(i => i.Dtmf(timeout: TimeSpan.FromSeconds(-1))), "input.dtmf.timeOut must be 0 to 10 seconds, but is -1.");
        yield return Case(n => n.Input(i => i.Dtmf(timeout: TimeSpan.FromSeconds(1.5))), "input.dtmf.timeOut must be a whole number of seconds, but is 1.5. Round it, for example to 2.");
        yield return Case(n => n.Input(i => i.Dtmf(maxDigits: 1).Asynchronous()), "input.dtmf must not be set if mode is asynchronous, because each key is sent when it is pressed.");
        yield return Case(n => n.Input(i => i.Speech(speech => speech.EndOnSilence = TimeSpan.FromSeconds(0.3))), "input.speech.endOnSilence must be 0.4 to 10 seconds, but is 0.3.");
        yield return Case(n => n.Input(i => i.Speech(speech => speech.EndOnSilence = TimeSpan.FromSeconds(10.1))), "input.speech.endOnSilence must be 0.4 to 10 seconds, but is 10.1.");
        yield return Case(n => n.Input(i => i.Speech(speech => speech.StartTimeout = TimeSpan.Zero)), "input.speech.startTimeout must be 1 to 60 seconds, but is 0.");
        yield return Case(n => n.Input(i => i.Speech(speech => speech.StartTimeout = TimeSpan.FromSeconds(1.25))), "input.speech.startTimeout must be a whole number of seconds, but is 1.25. Round it, for example to 2.");
        yield return Case(n => n.Input(i => i.Speech(speech => speech.MaxDuration = TimeSpan.FromSeconds(61))), "input.speech.maxDuration must be 1 to 60 seconds, but is 61.");
        yield return Case(n => n.Input(i => i.Speech(speech => speech.MaxDuration = TimeSpan.FromMilliseconds(1001))), "input.speech.maxDuration must be a whole number of seconds, but is 1.001. Round it, for example to 2.");
        yield return Case(n => n.Input(i => i.Speech(speech => speech.Sensitivity = 9)), "input.speech.sensitivity must be 10 to 100, but is 9.");
        yield return Case(n => n.Input(i => i.Speech(speech => speech.Sensitivity = 101)), "input.speech.sensitivity must be 10 to 100, but is 101.");
        yield return Case(n => n.Input(i => i.Dtmf().PostTo(new("answer", UriKind.RelativeOrAbsolute))), "input.eventUrl[0]" + WebUrl);
        yield return Case(n => n.Input(i => i.Dtmf().SendTo(new("mailto:a@example.com"), WebhookMethod.Get)), "input.eventUrl[0]" + WebUrl);
        yield return Case(n => n.Add(new InputAction { Type = { InputType.Speech }, Dtmf = new() }), "input.type must contain dtmf because dtmf settings are present.");
        yield return Case(n => n.Add(new InputAction { Type = { InputType.Dtmf }, Speech = new() }), "input.type must contain speech because speech settings are present.");
        yield return Case(n => n.Add(new InputAction { Type = { InputType.Dtmf }, EventUrl = { Url, Url } }), "input.eventUrl must contain 0 to 1 items, but contains 2.");
        yield return Case(n => n.Add(new InputAction { Type = { InputType.Dtmf }, EventUrl = { new("x", UriKind.Relative) } }), "input.eventUrl[0]" + WebUrl);

        yield return Case(n => n.Record(record => record.EventUrl.Add(new("record", UriKind.RelativeOrAbsolute))), "record.eventUrl[0]" + WebUrl);
        yield return Case(n => n.Record(record => { record.Split = RecordingSplit.Conversation; record.Channels = 33; }), "record.channels must be 1 to 32, but is 33.");
        yield return Case(n => n.Record(record => { record.Split = RecordingSplit.Conversation; record.Channels = 0; }), "record.channels must be 1 to 32, but is 0.");
        yield return Case(n => n.Record(record => record.Channels = 2), "record.channels requires split to be conversation.");
        yield return Case(n => n.Record(record => record.EndOnSilence = TimeSpan.FromSeconds(2)), "record.endOnSilence must be 3 to 10 seconds, but is 2.");
        yield return Case(n => n.Record(record => record.EndOnSilence = TimeSpan.FromSeconds(3.5)), "record.endOnSilence must be a whole number of seconds, but is 3.5. Round it, for example to 4.");
        yield return Case(n => n.Record(record => record.Timeout = TimeSpan.FromSeconds(7201)), "record.timeOut must be 3 to 7200 seconds, but is 7201.");
        yield return Case(n => n.Record(record => record.Timeout = TimeSpan.FromSeconds(3.5)), "record.timeOut must be a whole number of seconds, but is 3.5. Round it, for example to 4.");
        yield return Case(n => n.Record(record => record.EndOnKey = "x"), "record.endOnKey must be one key: a digit, * or #.");
        yield return Case(n => n.Add(new RecordAction { EndOnKey = "12" }), "record.endOnKey must be one key: a digit, * or #.");
        yield return Case(n => n.Add(new RecordAction { EndOnKey = "" }), "record.endOnKey must be one key: a digit, * or #.");
        yield return Case(n => n.Record(record => record.Transcription = new() { EventUrl = { new("text", UriKind.Relative) } }), "record.transcription.eventUrl[0]" + WebUrl);

        yield return Case(n => n.Conversation(""), "conversation.name is required. Set it.");
        yield return Case(n => n.Conversation("room", conference => { conference.Mute = true; conference.CanSpeak = []; }), "conversation.mute must not be true if canSpeak is set.");
        yield return Case(n => n.Conversation("room", conference => conference.Transcription = new()), "conversation.transcription requires record to be true.");
        yield return Case(n => n.Conversation("room", conference => conference.MusicOnHoldUrl.Add(new("hold.mp3", UriKind.RelativeOrAbsolute))), "conversation.musicOnHoldUrl[0]" + WebUrl);
        yield return Case(n => n.Conversation("room", conference => conference.EventUrl.Add(new("events", UriKind.RelativeOrAbsolute))), "conversation.eventUrl[0]" + WebUrl);

        var phone = new ConnectPhoneEndpoint("447700900002");
        yield return Case(n => n.Connect(null!), "connect.endpoint[0] is null. Remove it or set it.");
        yield return Case(n => n.Add(new ConnectAction()), "connect.endpoint must contain exactly 1 item, but contains 0.");
        yield return Case(n => n.Add(new ConnectAction { Endpoint = { phone, phone } }), "connect.endpoint must contain exactly 1 item, but contains 2.");
        yield return Case(n => n.Connect(phone, connect => { connect.From = "447700900000"; connect.RandomFromNumber = true; }), "connect.randomFromNumber must not be true if from is set.");
        yield return Case(n => n.Connect(phone, connect => connect.Timeout = TimeSpan.FromSeconds(2)), "connect.timeout must be 3 to 7200 seconds, but is 2.");
        yield return Case(n => n.Connect(phone, connect => connect.Timeout = TimeSpan.FromSeconds(3.5)), "connect.timeout must be a whole number of seconds, but is 3.5. Round it, for example to 4.");
        yield return Case(n => n.Connect(phone, connect => connect.Limit = TimeSpan.FromSeconds(7201)), "connect.limit must be 1 to 7200 seconds, but is 7201.");
        yield return Case(n => n.Connect(phone, connect => connect.Limit = TimeSpan.FromSeconds(1.5)), "connect.limit must be a whole number of seconds, but is 1.5. Round it, for example to 2.");
        yield return Case(
            n => n.Connect(phone, connect => connect.AdvancedMachineDetection = new() { BeepTimeout = TimeSpan.FromSeconds(44) }),
            "connect.advancedMachineDetection.beep_timeout must be 45 to 120 seconds, but is 44.");
        yield return Case(
            n => n.Connect(phone, connect => connect.AdvancedMachineDetection = new() { BeepTimeout = TimeSpan.FromSeconds(121) }),
            "connect.advancedMachineDetection.beep_timeout must be 30 to 120 seconds, but is 121.");
        yield return Case(
            n => n.Connect(phone, connect => connect.AdvancedMachineDetection = new() { BeepTimeout = TimeSpan.FromSeconds(45.5) }),
            "connect.advancedMachineDetection.beep_timeout must be a whole number of seconds, but is 45.5. Round it, for example to 46.");
        yield return Case(n => n.Connect(phone, connect => connect.RingbackTone = new("ring.wav", UriKind.RelativeOrAbsolute)), "connect.ringbackTone" + WebUrl);
        yield return Case(n => n.Connect(phone, connect => connect.EventUrl.Add(new("events", UriKind.RelativeOrAbsolute))), "connect.eventUrl[0]" + WebUrl);
        yield return Case(n => n.Add(new ConnectAction { Endpoint = { phone }, RingbackTone = new("ring.wav", UriKind.Relative) }), "connect.ringbackTone" + WebUrl);

        yield return Case(n => n.Connect(new ConnectPhoneEndpoint()), "connect.endpoint[0].number is required. Set it.");
        yield return Case(n => n.Connect(new ConnectPhoneEndpoint("07700 900002")), StartOf("connect.endpoint[0].number must be a phone number in E.164 format"));
        yield return Case(n => n.Connect(new ConnectPhoneEndpoint("447700900002") { OnAnswer = new() }), "connect.endpoint[0].onAnswer.url is required. Set it.");
        yield return Case(n => n.Connect(new ConnectPhoneEndpoint("447700900002") { OnAnswer = new(new Uri("x", UriKind.Relative)) }), "connect.endpoint[0].onAnswer.url" + WebUrl);
        yield return Case(n => n.Connect(new ConnectAppEndpoint("")), "connect.endpoint[0].user is required. Set it.");
        yield return Case(n => n.Connect(new ConnectVbcEndpoint("")), "connect.endpoint[0].extension is required. Set it.");
        yield return Case(n => n.Connect(new ConnectWebsocketEndpoint()), "connect.endpoint[0].uri is required. Set it.");
        yield return Case(n => n.Connect(new ConnectWebsocketEndpoint { Uri = new Uri("wss://example.com") }), "connect.endpoint[0].content-type is required. Set it.");
        yield return Case(n => n.Connect(Socket("https://example.com")), "connect.endpoint[0].uri must start with ws:// or wss://.");
        yield return Case(n => n.Connect(Socket(authorization: new())), "connect.endpoint[0].authorization.type is required in a connect action: vonage or custom.");
        yield return Case(n => n.Connect(Socket(authorization: new() { Type = WebsocketAuthorizationType.Custom })), "connect.endpoint[0].authorization.value is required. Set it.");
        yield return Case(
            n => n.Connect(Socket(authorization: new() { Type = WebsocketAuthorizationType.Custom, Value = "Bearer\n1" })),
            "connect.endpoint[0].authorization.value must contain only printable ASCII characters.");
        yield return Case(
            n => n.Connect(Socket(authorization: new() { Type = WebsocketAuthorizationType.Custom, Value = new string('x', 8192) })),
            "connect.endpoint[0].authorization.value must have 0 to 8191 characters, but has 8192.");
        yield return Case(n => n.Connect(new ConnectSipEndpoint()), "connect.endpoint[0].uri is required unless domain is set.");
        yield return Case(n => n.Connect(new ConnectSipEndpoint(new Uri("sip:a@example.com")) { Domain = "example.com" }), "connect.endpoint[0].domain must not be set if uri is set.");
        yield return Case(n => n.Connect(new ConnectSipEndpoint(new Uri("sip:a@example.com")) { User = "a" }), "connect.endpoint[0].user requires domain.");
        yield return Case(n => n.Connect(new ConnectSipEndpoint(new Uri("sip:a@example.com")) { StandardHeaders = new() }), "connect.endpoint[0].standardHeaders.User-to-User is required. Set it.");

        yield return Case(n => n.Notify(new { }, new("events", UriKind.RelativeOrAbsolute)), "notify.eventUrl[0]" + WebUrl);
        yield return Case(n => n.Notify(new List<int> { 1 }, Url), "notify.payload must be a JSON object, such as the one that new { step = 2 } becomes.");
        yield return Case(n => n.Notify("text", Url), "notify.payload must be a JSON object, such as the one that new { step = 2 } becomes.");
        yield return Case(n => n.Add(new NotifyAction()), "notify.eventUrl must contain exactly 1 item, but contains 0.");
        yield return Case(n => n.Add(new NotifyAction { EventUrl = { new("x", UriKind.Relative) } }), "notify.eventUrl[0]" + WebUrl);

        yield return Case(n => n.Wait(TimeSpan.FromSeconds(0.05)), "wait.timeout must be 0.1 to 7200 seconds, but is 0.05.");
        yield return Case(n => n.Wait(TimeSpan.FromSeconds(7201)), "wait.timeout must be 0.1 to 7200 seconds, but is 7201.");
        yield return Case(n => n.Transfer(""), "transfer.conversationId is required. Set it.");
#pragma warning disable CS0618 // Deprecated, and still to be had.
        yield return Case(n => n.Add(new PayAction { Amount = -1 }), "pay.amount must be at least 0, but is -1.");
        yield return Case(n => n.Pay(-1), "pay.amount must be at least 0, but is -1.");
        yield return Case(n => n.Add(new PayAction { Amount = 1.001m }), "pay.amount must have at most two decimal places.");
        yield return Case(n => n.Add(new PayAction { EventUrl = { new("x", UriKind.Relative) } }), "pay.eventUrl[0]" + WebUrl);
#pragma warning restore CS0618
        yield return Case(n => n.Add(new UnknownNccoAction(string.Empty)), "[unknown].action is required. Set it.");

        static TestCaseData Case(Action<Ncco> build, string message) => new TestCaseData(build, message).SetArgDisplayNames(message);

        static string StartOf(string message) => message + "…";

        static ConnectWebsocketEndpoint Socket(string uri = "wss://example.com/ws", WebsocketAuthorization? authorization = null) =>
            new(new Uri(uri), WebsocketContentType.L16At24000Hz) { Authorization = authorization };
    }

    [TestCaseSource(nameof(Broken))]
    public void Says_action_field_and_rule(Action<Ncco> build, string message)
    {
        var ncco = Ncco.Create();
        var error = Assert.Throws<InvalidRequestException>(() => build(ncco));
        using (Assert.EnterMultipleScope())
        {
            Assert.That(error!.Message.Split(" (Parameter")[0], message.EndsWith('…') ? Does.StartWith(message[..^1]) : Is.EqualTo(message));
            Assert.That(ncco, Is.Empty, "what breaks a rule is not added");
        }
    }

    [Test]
    public void The_limits_themselves_are_allowed() => Assert.That(
        Ncco.Create()
            .Talk(new string('x', 1500), talk => talk.Level = 1)
            .Talk("x", talk => talk.Level = -1)
            .Input(i => i.Dtmf(maxDigits: 1, timeout: TimeSpan.Zero).Speech(speech => { speech.Sensitivity = 100; speech.EndOnSilence = TimeSpan.FromSeconds(10); speech.StartTimeout = TimeSpan.FromSeconds(60); speech.MaxDuration = TimeSpan.FromSeconds(1); }))
            .Record(record => { record.Split = RecordingSplit.Conversation; record.Channels = 32; record.EndOnSilence = TimeSpan.FromSeconds(10); record.Timeout = TimeSpan.FromSeconds(3); record.EndOnKey = "*"; })
            .Connect(new ConnectPhoneEndpoint("sip:me@example.com"), connect => { connect.Timeout = TimeSpan.FromSeconds(7200); connect.Limit = TimeSpan.FromSeconds(1); connect.AdvancedMachineDetection = new() { BeepTimeout = TimeSpan.FromSeconds(120) }; })
            .Wait(TimeSpan.FromSeconds(7200)),
        Has.Count.EqualTo(6));
}
