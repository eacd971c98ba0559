using Newtonsoft.Json.Linq;
using Vonage.Voice;

namespace Vonage.Contract.Tests.Apis.Voice;

[TestFixture]
public class ActionJsonTests
{
    private static IEnumerable<TestCaseData> Actions()
    {
        yield return Case("talk", n => n.Talk("Hello"), """{"action":"talk","text":"Hello"}""");
        yield return Case(
            "talk with everything",
            n => n.Talk("Hello", talk =>
            {
                talk.BargeIn = true;
                talk.Loop = 0;
                talk.Level = -0.5m;
                talk.Language = "en-GB";
                talk.Style = 2;
                talk.Premium = true;
                talk.Provider = TalkProvider.Google;
                talk.ProviderOptions["speed"] = "1";
            }),
            """{"action":"talk","text":"Hello","bargeIn":true,"loop":0,"level":-0.5,"language":"en-GB","style":2,"premium":true,"provider":"Google","providerOptions":{"speed":"1"}}""");
        yield return Case("stream", n => n.Stream(new("https://example.com/a.mp3")), """{"action":"stream","streamUrl":["https://example.com/a.mp3"]}""");
        yield return Case(
            "stream with everything",
            n => n.Stream(new("https://example.com/a.mp3"), stream => { stream.BargeIn = false; stream.Loop = 3; stream.Level = 0.5m; }),
            """{"action":"stream","streamUrl":["https://example.com/a.mp3"],"bargeIn":false,"loop":3,"level":0.5}""");
        yield return Case("input of keys", n => n.Input(i => i.Dtmf()), """{"action":"input","type":["dtmf"]}""");
        yield return Case("input of words", n => n.Input(i => i.Speech()), """{"action":"input","type":["speech"]}""");
        yield return Case(
            "input of both with everything",
            n => n.Input(i => i
                .Dtmf(maxDigits: 20, timeout: TimeSpan.FromSeconds(10), submitOnHash: true)
                .Speech(speech =>
                {
                    speech.Language = SpeechLanguage.EnGB;
                    speech.Context = ["dog", "cat"];
                    speech.EndOnSilence = TimeSpan.FromSeconds(0.4);
                    speech.StartTimeout = TimeSpan.FromSeconds(1);
                    speech.MaxDuration = TimeSpan.FromSeconds(60);
                    speech.Sensitivity = 10;
                    speech.SaveAudio = true;
                    speech.Uuid.Add("leg");
                    speech.Provider = SpeechProvider.Deepgram;
                    speech.ProviderOptions["model"] = "nova";
                })
                .SendTo(new("https://example.com/input"), WebhookMethod.Get)),
            """
            {"action":"input","type":["dtmf","speech"],
             "dtmf":{"maxDigits":20,"timeOut":10,"submitOnHash":true},
             "speech":{"language":"en-GB","context":["dog","cat"],"endOnSilence":0.4,"startTimeout":1,"maxDuration":60,"sensitivity":10,"saveAudio":true,
                       "uuid":["leg"],"provider":"deepgram","providerOptions":{"model":"nova"}},
             "eventUrl":["https://example.com/input"],"eventMethod":"GET"}
            """);
        yield return Case(
            "input, asynchronous",
            n => n.Input(i => i.Dtmf().Asynchronous().PostTo(new("https://example.com/input"))),
            """{"action":"input","type":["dtmf"],"mode":"asynchronous","eventUrl":["https://example.com/input"]}""");
        yield return Case(
            "input, the last word counts",
            n => n.Input(i => i.Dtmf(maxDigits: 1).Dtmf(maxDigits: 2).SendTo(new("https://example.com/a"), WebhookMethod.Get).PostTo(new("https://example.com/b"))),
            """{"action":"input","type":["dtmf"],"dtmf":{"maxDigits":2},"eventUrl":["https://example.com/b"]}""");
        yield return Case("record", n => n.Record(), """{"action":"record"}""");
        yield return Case(
            "record with everything",
            n => n.Record(record =>
            {
                record.EventUrl.Add(new("https://example.com/record"));
                record.Format = RecordingFormat.Wav;
                record.Split = RecordingSplit.Conversation;
                record.Channels = 2;
                record.EndOnSilence = TimeSpan.FromSeconds(3);
                record.EndOnKey = "#";
                record.Timeout = TimeSpan.FromHours(2);
                record.BeepStart = true;
                record.Transcription = new() { Language = SpeechLanguage.EnUS, EventUrl = { new("https://example.com/text") }, EventMethod = WebhookMethod.Post, SentimentAnalysis = true };
                record.EventMethod = WebhookMethod.Get;
            }),
            """
            {"action":"record","eventUrl":["https://example.com/record"],"format":"wav","split":"conversation","channels":2,"endOnSilence":3,"endOnKey":"#",
             "timeOut":7200,"beepStart":true,
             "transcription":{"language":"en-US","eventUrl":["https://example.com/text"],"eventMethod":"POST","sentimentAnalysis":true},"eventMethod":"GET"}
            """);
        yield return Case("record, transcribed as usual", n => n.Record(record => record.Transcription = new()), """{"action":"record","transcription":{}}""");
        yield return Case("conversation", n => n.Conversation("room"), """{"action":"conversation","name":"room"}""");
        yield return Case(
            "conversation with everything",
            n => n.Conversation("room", conference =>
            {
                conference.StartOnEnter = false;
                conference.EndOnExit = true;
                conference.Record = true;
                conference.Mute = false;
                conference.CanSpeak = ["a"];
                conference.CanHear = [];
                conference.MusicOnHoldUrl.Add(new("https://example.com/hold.mp3"));
                conference.Transcription = new();
                conference.EventUrl.Add(new("https://example.com/events"));
                conference.EventMethod = WebhookMethod.Post;
            }),
            """
            {"action":"conversation","name":"room","startOnEnter":false,"endOnExit":true,"record":true,"mute":false,"canSpeak":["a"],"canHear":[],
             "musicOnHoldUrl":["https://example.com/hold.mp3"],"transcription":{},"eventUrl":["https://example.com/events"],"eventMethod":"POST"}
            """);
        yield return Case(
            "connect",
            n => n.Connect(new ConnectPhoneEndpoint("447700900002")),
            """{"action":"connect","endpoint":[{"type":"phone","number":"447700900002"}]}""");
        yield return Case(
            "connect with everything",
            n => n.Connect(new ConnectAppEndpoint("steve"), connect =>
            {
                connect.From = "447700900000";
                connect.RandomFromNumber = false;
                connect.Timeout = TimeSpan.FromSeconds(3);
                connect.Limit = TimeSpan.FromSeconds(7200);
                connect.MachineDetection = MachineDetectionBehavior.HangUp;
                connect.AdvancedMachineDetection = new() { Behavior = MachineDetectionBehavior.Continue, Mode = MachineDetectionMode.DetectBeep, BeepTimeout = TimeSpan.FromSeconds(45) };
                connect.RingbackTone = new Uri("https://example.com/ring.wav");
                connect.EventUrl.Add(new("https://example.com/events"));
                connect.EventMethod = WebhookMethod.Get;
                connect.EventType = ConnectEventType.Synchronous;
            }),
            """
            {"action":"connect","endpoint":[{"type":"app","user":"steve"}],"from":"447700900000","randomFromNumber":false,"timeout":3,"limit":7200,
             "machineDetection":"hangup","advancedMachineDetection":{"behavior":"continue","mode":"detect_beep","beep_timeout":45},
             "ringbackTone":"https://example.com/ring.wav","eventUrl":["https://example.com/events"],"eventMethod":"GET","eventType":"synchronous"}
            """);
        yield return Case(
            "notify",
            n => n.Notify(new { step = 2, tags = Array.Empty<string>(), note = (string?)null }, new("https://example.com/events")),
            """{"action":"notify","payload":{"step":2,"tags":[],"note":null},"eventUrl":["https://example.com/events"]}""");
        yield return Case(
            "notify with nothing to say",
            n => n.Notify(new JObject(), new("https://example.com/events"), WebhookMethod.Get),
            """{"action":"notify","payload":{},"eventUrl":["https://example.com/events"],"eventMethod":"GET"}""");
        yield return Case("wait", n => n.Wait(), """{"action":"wait"}""");
        yield return Case("wait for a while", n => n.Wait(TimeSpan.FromSeconds(0.1)), """{"action":"wait","timeout":0.1}""");
        yield return Case("transfer", n => n.Transfer("CON-1"), """{"action":"transfer","conversationId":"CON-1"}""");
        yield return Case(
            "transfer with everything",
            n => n.Transfer("CON-1", transfer => { transfer.Mute = true; transfer.CanSpeak = []; transfer.CanHear = ["PAR-1"]; }),
            """{"action":"transfer","conversationId":"CON-1","mute":true,"canSpeak":[],"canHear":["PAR-1"]}""");
#pragma warning disable CS0618 // Deprecated, and still to be had.
        yield return Case(
            "talk by the voice's name",
            n => n.Add(new TalkAction("Hello") { VoiceName = "Amy" }),
            """{"action":"talk","text":"Hello","voiceName":"Amy"}""");
        yield return Case(
            "pay",
            n => n.Add(new PayAction { Amount = 12.5m, Currency = "eur", EventUrl = { new("https://example.com/paid") }, Voice = new() { Language = "en-GB", Style = 1 } }),
            """{"action":"pay","amount":12.5,"currency":"eur","eventUrl":["https://example.com/paid"],"voice":{"language":"en-GB","style":1}}""");
#pragma warning restore CS0618
        yield return Case(
            "an action of tomorrow",
            n => n.Add(new UnknownNccoAction("sing") { AdditionalProperties = { ["song"] = "Yesterday" } }),
            """{"action":"sing","song":"Yesterday"}""");

        static TestCaseData Case(string name, Action<Ncco> build, string json) => new TestCaseData(build, json).SetArgDisplayNames(name);
    }

    [TestCaseSource(nameof(Actions))]
    public void Writes(Action<Ncco> build, string json)
    {
        var ncco = Ncco.Create();
        build(ncco);
        Json.AssertEqual(ncco.ToJson(), $"[{json}]");
    }

    [TestCaseSource(nameof(Actions))]
    public void Reads_what_it_writes(Action<Ncco> build, string json)
    {
        var ncco = Ncco.Create();
        build(ncco);
        var again = Ncco.Parse(ncco.ToJson());
        using (Assert.EnterMultipleScope())
        {
            Assert.That(again, Has.Count.EqualTo(1));
            Assert.That(again[0], Is.TypeOf(ncco[0] is UnknownNccoAction ? typeof(NccoAction) : ncco[0].GetType()));
        }

        Json.AssertEqual(again.ToJson(), $"[{json}]");
    }
}
