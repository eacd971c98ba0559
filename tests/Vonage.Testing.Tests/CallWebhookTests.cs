using System.Net;
using System.Text.Json.Nodes;
using Vonage.Testing.Tests.Support;
using Vonage.Voice;

namespace Vonage.Testing.Tests;

/// <summary>Calls in the simulator, as the application sees them that they call back.</summary>
internal sealed class CallWebhookTests : WebhookTest
{
    private const string Caller = "447700900000";
    private const string Own = "447700900001";
    private const string Other = "447700900002";

    [SetUp]
    public void SetUrls() => (Webhooks.Answer, Webhooks.CallEvent) = (Receiver.At("/answer"), Receiver.At("/event"));

    [Test]
    public async Task Words_are_heard()
    {
        var call = await ReceiveAsync(Ncco.Create().Input(i => i.Speech(speech => speech.SaveAudio = true).Dtmf().PostTo(Url("/input"))));
        Receiver.Answers["/input"] = """[{"action":"talk","text":"Thank you"}]""";

        await call.SayAsync("Sales");

        var heard = Receiver.Read<InputEvent>("/input").Single();
        using (Assert.EnterMultipleScope())
        {
            Assert.That((heard.Uuid, heard.From, heard.To), Is.EqualTo((call.Uuid, Caller, Own)));
            Assert.That(heard.Speech!.Results.Single().Text, Is.EqualTo("Sales"));
            Assert.That(heard.Speech.Results.Single().Confidence, Is.InRange(0.5m, 1m));
            Assert.That(heard.Speech.TimeoutReason, Is.EqualTo(SpeechTimeoutReason.EndOnSilenceTimeout));
            Assert.That(heard.Speech.RecordingUrl, Is.Not.Null);
            Assert.That((heard.Dtmf!.Digits, heard.Dtmf.TimedOut), Is.EqualTo(((string?)null, (bool?)false)));
            Assert.That(Actions(call), Is.EqualTo(["talk"]));
        }
    }

    [Test]
    public async Task Nothing_is_said_in_time()
    {
        var call = await ReceiveAsync(Ncco.Create().Input(i => i.Speech().PostTo(Url("/input"))));

        await call.SayAsync("");

        var heard = Receiver.Read<InputEvent>("/input").Single();
        Assert.That((heard.Speech!.TimeoutReason, heard.Speech.Results.Count, heard.Dtmf), Is.EqualTo(((SpeechTimeoutReason?)SpeechTimeoutReason.StartTimeout, 0, (DtmfResult?)null)));
    }

    [Test]
    public async Task The_recogniser_can_be_told_what_it_hears()
    {
        var call = await ReceiveAsync(Ncco.Create().Input(i => i.Speech().PostTo(Url("/input"))));

        await call.SendSpeechAsync(new SpeechResult
        {
            TimeoutReason = SpeechTimeoutReason.MaxDuration,
            Results = [new SpeechRecognition { Text = "Sales", Confidence = 0.9m }, new SpeechRecognition { Text = "Sails", Confidence = 0.7m }],
        });

        var heard = Receiver.Read<InputEvent>("/input").Single();
        Assert.That(heard.Speech!.TimeoutReason, Is.EqualTo(SpeechTimeoutReason.MaxDuration));
        Assert.That(heard.Speech.Results.Select(r => r.Text), Is.EqualTo(["Sales", "Sails"]));
    }

    [Test]
    public async Task Keys_go_before_words_and_are_taken_as_far_as_wanted()
    {
        var call = await ReceiveAsync(Ncco.Create().Input(i => i.Speech().Dtmf(maxDigits: 3, submitOnHash: true).PostTo(Url("/input"))));

        await call.PressAsync("12#9");

        var input = Receiver.Read<InputEvent>("/input").Single();
        Assert.That((input.Dtmf!.Digits, input.Speech!.Error), Is.EqualTo(("12", "Speech overridden by DTMF")));
    }

    [Test]
    public async Task An_input_takes_only_what_it_asks_for()
    {
        var call = await ReceiveAsync(Ncco.Create().Input(i => i.Dtmf().PostTo(Url("/input"))));
        Assert.That(() => call.SayAsync("Hello"), Throws.InvalidOperationException.With.Message.Contains("does not wait for words").And.Message.Contains("input of dtmf"));
        await call.PressAsync("1");
        Assert.That(Receiver.Read<InputEvent>("/input"), Has.Count.EqualTo(1));
    }

    [TestCase("GET")]
    [TestCase("POST")]
    public async Task An_action_says_how_its_url_is_asked(string method)
    {
        var call = await ReceiveAsync(Ncco.Create().Input(i => i.Dtmf().SendTo(Url("/input"), method)));

        await call.PressAsync("42");

        Assert.That(Receiver.Received, Has.Member($"{method} /input"));
        Assert.That(Receiver.Read<InputEvent>("/input").Single().Dtmf!.Digits, Is.EqualTo("42"));
    }

    [Test]
    public async Task An_answer_without_a_body_lets_the_ncco_go_on()
    {
        var call = await ReceiveAsync(Ncco.Create().Input(i => i.Dtmf().PostTo(Url("/first"))).Talk("And now").Input(i => i.Dtmf().PostTo(Url("/second"))));

        await call.PressAsync("1");
        await call.PressAsync("2");

        Assert.That(Receiver.Read<InputEvent>("/first").Single().Dtmf!.Digits, Is.EqualTo("1"));
        Assert.That(Receiver.Read<InputEvent>("/second").Single().Dtmf!.Digits, Is.EqualTo("2"));
        Assert.That(() => call.PressAsync("3"), Throws.InvalidOperationException);
        Assert.That(call.IsOver, Is.False);
    }

    [Test]
    public async Task A_recording_is_told_of_when_the_call_ends_and_can_be_fetched()
    {
        var call = await ReceiveAsync(Ncco.Create().Record(record => { record.EventUrl.Add(Url("/recorded")); record.EventMethod = WebhookMethod.Get; }).Talk("Speak"));
        Assert.That(Receiver.Received, Has.None.Contain("/recorded"));

        await call.HangUpAsync();

        var recording = Receiver.Read<RecordingEvent>("/recorded").Single();
        using var sound = new MemoryStream();
        await Client.Voice.DownloadRecordingByIdAsync(recording.RecordingUrl!.Segments[^1], sound);
        Assert.That(Receiver.Received, Has.Member("GET /recorded"));
        Assert.That((recording.Size, recording.ConversationUuid), Is.EqualTo((sound.Length, call.ConversationUuid)));
        Assert.That(recording.EndTime, Is.GreaterThanOrEqualTo(recording.StartTime!));
        Assert.That(Story(), Is.EqualTo(["CallEvent started", "CallEvent ringing", "Answer", "CallEvent answered", "Recording", "CallEvent completed"]));
    }

    [Test]
    public async Task A_recording_that_ends_by_itself_is_told_of_before_the_ncco_goes_on_with_its_transcript()
    {
        var call = await ReceiveAsync(Ncco.Create()
            .Record(record => { record.EventUrl.Add(Url("/recorded")); record.EndOnKey = "#"; record.Transcription = new TranscriptionSettings { EventUrl = { Receiver.At("/transcribed") } }; })
            .Notify(new { done = true }, Url("/notified")));

        Assert.That(Receiver.Received.SkipWhile(path => path != "POST /recorded"), Is.EqualTo(["POST /recorded", "POST /transcribed", "POST /notified"]));
        Assert.That(Receiver.Read<TranscriptionEvent>("/transcribed").Single().RecordingUuid, Is.EqualTo(Receiver.Read<RecordingEvent>("/recorded").Single().RecordingUuid));
        Assert.That(call.IsOver, Is.False);
    }

    [Test]
    public async Task A_notification_brings_its_payload_and_may_change_the_ncco()
    {
        Receiver.Answers["/notified"] = """[{"action":"talk","text":"Something else"}]""";

        var call = await ReceiveAsync(Ncco.Create().Notify(new { bar = "foo" }, Url("/notified")).Talk("Never said"));

        var told = Receiver.Read<NotifyEvent>("/notified").Single();
        Assert.That((told.ConversationUuid, (string?)told.Payload?["bar"]), Is.EqualTo((call.ConversationUuid, "foo")));
        Assert.That(call.Ncco.Single()!["text"]!.ToString(), Is.EqualTo("Something else"));
    }

    [Test]
    public async Task A_connected_call_has_events_of_its_own_and_ends_with_the_first()
    {
        var call = await ReceiveAsync(Ncco.Create().Connect(new ConnectPhoneEndpoint(Other), connect => connect.EventUrl.Add(Url("/leg"))));
        var leg = call.ConnectedTo!;
        Assert.That((leg.To, leg.ConversationUuid, leg.Uuid), Is.EqualTo((Other, call.ConversationUuid, Receiver.Read<CallEvent>("/leg")[0].Uuid)));

        await call.HangUpAsync();

        Assert.That(Receiver.Read<CallEvent>("/leg").Select(e => e.Status), Is.EqualTo([CallEventStatus.Started, CallEventStatus.Ringing, CallEventStatus.Answered, CallEventStatus.Completed]));
        Assert.That(Receiver.Read<CallEvent>("/event").Select(e => (e.Status, e.DisconnectedBy)).Last(), Is.EqualTo((CallEventStatus.Completed, (CallDisconnectedBy?)CallDisconnectedBy.User)));
        Assert.That((call.IsOver, leg.IsOver, call.ConnectedTo), Is.EqualTo((true, true, (SimulatedCall?)null)));
    }

    [Test]
    public async Task The_ncco_goes_on_when_the_other_party_hangs_up_and_the_call_ends_with_it()
    {
        var call = await ReceiveAsync(Ncco.Create().Connect(new ConnectPhoneEndpoint(Other)).Input(i => i.Dtmf().PostTo(Url("/rating"))).Connect(new ConnectPhoneEndpoint(Other)));
        await call.ConnectedTo!.HangUpAsync();
        await call.PressAsync("5");
        Assert.That(Receiver.Read<InputEvent>("/rating").Single().Dtmf!.Digits, Is.EqualTo("5"));

        await call.ConnectedTo!.HangUpAsync();

        Assert.That(call.IsOver, Is.True);
        Assert.That(Receiver.Read<CallEvent>("/event").Single(e => e.Uuid == call.Uuid && e.Status == CallEventStatus.Completed).DisconnectedBy, Is.EqualTo(CallDisconnectedBy.Platform));
    }

    [Test]
    public async Task A_connection_that_fails_lets_the_ncco_go_on()
    {
        Webhooks.Outcomes.Calls[Other] = CallOutcome.Timeout;
        var call = await ReceiveAsync(Ncco.Create().Connect(new ConnectPhoneEndpoint(Other)).Input(i => i.Dtmf().PostTo(Url("/input"))));
        Assert.That(call.ConnectedTo, Is.Null);
        Assert.That(Receiver.Read<CallEvent>("/event").Where(e => e.To == Other).Select(e => e.Status), Is.EqualTo([CallEventStatus.Started, CallEventStatus.Ringing, CallEventStatus.Timeout]));
        await call.PressAsync("1");
    }

    [Test]
    public async Task A_synchronous_connection_that_fails_may_change_the_ncco()
    {
        Webhooks.Outcomes.Calls[Other] = CallOutcome.Busy;
        Receiver.Answers["/leg"] = """[{"action":"talk","text":"Busy"}]""";

        var call = await ReceiveAsync(Ncco.Create().Connect(new ConnectPhoneEndpoint(Other), connect => { connect.EventUrl.Add(Url("/leg")); connect.EventType = ConnectEventType.Synchronous; }).Talk("Never said"));

        Assert.That(call.Ncco.Single()!["text"]!.ToString(), Is.EqualTo("Busy"));
    }

    [Test]
    public async Task A_transfer_is_told_of_and_asks_the_new_url()
    {
        var call = await ReceiveAsync(Ncco.Create().Connect(new ConnectPhoneEndpoint(Other)));
        var (before, leg) = (call.ConversationUuid, call.ConnectedTo!);
        Receiver.Answers["/transfer"] = """[{"action":"input","type":["dtmf"]}]""";

        await Client.Voice.TransferToUrlAsync(call.Uuid, Receiver.At("/transfer"));
        await Webhooks.SettleAsync();

        var told = Receiver.Read<TransferEvent>("/event").Single(e => e.ConversationUuidFrom is not null);
        Assert.That((told.Uuid, told.ConversationUuidFrom, told.ConversationUuidTo), Is.EqualTo((call.Uuid, before, call.ConversationUuid)));
        Assert.That((call.ConversationUuid == before, leg.IsOver, Receiver.Received[^1]), Is.EqualTo((false, true, "GET /transfer")));
        await call.PressAsync("1");
        Assert.That(Receiver.Read<InputEvent>("/event").Single(e => e.Dtmf is not null).ConversationUuid, Is.EqualTo(call.ConversationUuid));
    }

    [Test]
    public async Task After_a_transfer_the_old_ncco_is_no_more()
    {
        var call = await ReceiveAsync(Ncco.Create().Input(i => i.Dtmf()));
        await Client.Voice.TransferAsync(call.Uuid, Ncco.Create().Input(i => i.Speech()));
        await Webhooks.SettleAsync();
        Assert.That(() => call.PressAsync("1"), Throws.InvalidOperationException.With.Message.Contains("input of speech"));

        await Client.Voice.TransferToUrlAsync(call.Uuid, new("https://example.com/ncco"));
        await Webhooks.SettleAsync();
        Assert.That(() => call.SayAsync("Hello"), Throws.InvalidOperationException.With.Message.Contains("nothing to do"));
    }

    [Test]
    public async Task A_call_that_came_in_is_one_of_the_api()
    {
        var call = await ReceiveAsync(Ncco.Create().Talk("Hello"));

        var described = await Client.Voice.GetCallAsync(call.Uuid);
        await Client.Voice.HangUpAsync(call.Uuid);
        await Webhooks.SettleAsync();

        Assert.That((described.Status, described.Direction), Is.EqualTo((CallStatus.Answered, CallDirection.Inbound)));
        Assert.That(Receiver.Read<CallEvent>("/event")[^1].DisconnectedBy, Is.EqualTo(CallDisconnectedBy.Platform));
        Assert.That((await Client.Voice.GetCallAsync(call.Uuid)).Status, Is.EqualTo(CallStatus.Completed));
        Assert.That(() => call.PressAsync("1"), Throws.InvalidOperationException.With.Message.Contains("over"));
    }

    [Test]
    public async Task Single_keys_are_told_to_who_has_subscribed()
    {
        var call = await ReceiveAsync(Ncco.Create().Talk("Hello"));
        await Client.Voice.SubscribeDtmfAsync(call.Uuid, new SubscribeDtmfRequest { EventUrl = { Receiver.At("/keys") } });
        await call.PressAsync("42");
        await Client.Voice.UnsubscribeDtmfAsync(call.Uuid);

        Assert.That(Receiver.Read<InputEvent>("/keys").Select(e => e.Dtmf!.Digits), Is.EqualTo(["4", "2"]));
        Assert.That(() => call.PressAsync("1"), Throws.InvalidOperationException);
    }

    [Test]
    public async Task An_asynchronous_input_waits_for_nothing_and_tells_each_key()
    {
        var call = await ReceiveAsync(Ncco.Create().Input(i => i.Dtmf().Asynchronous().PostTo(Url("/keys"))).Notify(new { next = true }, Url("/notified")));
        await call.PressAsync("12");
        Assert.That(Receiver.Received.TakeLast(3), Is.EqualTo(["POST /notified", "POST /keys", "POST /keys"]));
        Assert.That(Receiver.Read<InputEvent>("/keys").Select(e => e.Dtmf!.Digits), Is.EqualTo(["1", "2"]));
    }

    [Test]
    public async Task An_ncco_may_move_the_call_to_another_conversation_and_record_one()
    {
        const string Meeting = "CON-f972836a-550f-45fa-956c-12a2ab5b7d22";
        var call = await ReceiveAsync([new TransferAction(Meeting), new ConversationAction("meeting") { Record = true, EventUrl = { Receiver.At("/recorded") } }]);
        Assert.That(Receiver.Read<TransferEvent>("/event").Single(e => e.ConversationUuidTo is not null).ConversationUuidTo, Is.EqualTo(Meeting));

        await call.HangUpAsync();

        Assert.That(Receiver.Read<RecordingEvent>("/recorded").Single().ConversationUuid, Is.EqualTo(Meeting));
    }

    [TestCase("""{"action":"talk"}""")]
    [TestCase("""[{"action":"shout","text":"Hello"}]""")]
    [TestCase("""[{"action":"talk"}]""")]
    [TestCase("<html></html>")]
    [TestCase("")]
    [TestCase("""[{"action":"connect","endpoint":{"type":"phone","number":"447700900009"}}]""")]
    [TestCase("""[{"action":"connect","endpoint":[{"type":"phone","number":"447700900009"}],"advancedMachineDetection":""}]""")]
    [TestCase("""[{"action":"conversation","name":"a","record":[]}]""")]
    [TestCase("""[{"action":"input","type":"dtmf"}]""")]
    [TestCase("""[{"action":"talk","action":"talk","text":"Hello"}]""")]
    [TestCase("""[{"action":"talk","text":"\ud800"}]""")]
    public async Task An_answer_that_is_no_ncco_is_an_error_and_ends_the_call(string answer)
    {
        Receiver.Answers["/answer"] = answer;

        var call = await Webhooks.ReceiveCallAsync(Caller, Own);
        await Webhooks.SettleAsync();

        var error = Receiver.Read<CallErrorEvent>("/event").Single(e => e.Reason is not null);
        Assert.That((error.ConversationUuid, error.Reason), Is.EqualTo((call.ConversationUuid, error.Reason)));
        Assert.That(error.Reason, Does.Contain("NCCO"));
        Assert.That(Story(), Is.EqualTo(["CallEvent started", "CallEvent ringing", "Answer", "CallError", "CallEvent completed"]));
        Assert.That((call.IsOver, call.Ncco.Count), Is.EqualTo((true, 0)));
    }

    [TestCase("GET")]
    [TestCase("POST")]
    public async Task The_fallback_url_is_asked_where_the_answer_url_fails(string method)
    {
        Receiver.Statuses["/answer"] = (int)HttpStatusCode.InternalServerError;
        Receiver.Answers["/fallback"] = """[{"action":"talk","text":"Sorry"}]""";
        (Webhooks.FallbackAnswer, Webhooks.FallbackAnswerMethod) = (Receiver.At("/fallback"), new HttpMethod(method));

        var call = await Webhooks.ReceiveCallAsync(Caller, Own);

        var asked = Receiver.Read<FallbackEvent>("/fallback").Single();
        using (Assert.EnterMultipleScope())
        {
            Assert.That(Receiver.Received, Has.Member($"{method} /fallback"));
            Assert.That((asked.Uuid, asked.From, asked.To, asked.Direction), Is.EqualTo((call.Uuid, Caller, Own, (CallDirection?)CallDirection.Inbound)));
            Assert.That((asked.OriginalRequest!.Url, asked.OriginalRequest.Type), Is.EqualTo((Url("/answer"), (FallbackRequestType?)FallbackRequestType.Answer)));
            Assert.That(asked.Reason, Does.Contain("500"));
            Assert.That((Actions(call).Single(), call.IsOver), Is.EqualTo(("talk", false)));
        }
    }

    [Test]
    public async Task The_fallback_url_is_asked_where_the_url_of_an_input_fails()
    {
        var call = await ReceiveAsync(Ncco.Create().Input(i => i.Dtmf().PostTo(Url("/input"))));
        (Receiver.Answers["/input"], Receiver.Answers["/fallback"]) = ("no NCCO", """[{"action":"talk","text":"Sorry"}]""");
        Webhooks.FallbackAnswer = Receiver.At("/fallback");

        await call.PressAsync("1");

        Assert.That(Receiver.Read<FallbackEvent>("/fallback").Single().OriginalRequest!.Type, Is.EqualTo(FallbackRequestType.Event));
        Assert.That(Actions(call), Is.EqualTo(["talk"]));
    }

    [Test]
    public async Task A_call_ends_where_the_fallback_url_fails_too()
    {
        (Receiver.Statuses["/answer"], Receiver.Statuses["/fallback"]) = (404, 503);
        Webhooks.FallbackAnswer = Receiver.At("/fallback");

        var call = await Webhooks.ReceiveCallAsync(Caller, Own);
        await Webhooks.SettleAsync();

        Assert.That(call.IsOver, Is.True);
        Assert.That(Story(), Is.EqualTo(["CallEvent started", "CallEvent ringing", "Answer", "Fallback", "CallError", "CallEvent completed"]));
    }

    [TestCase("busy", "started busy", 486)]
    [TestCase("rejected", "started rejected", 603)]
    [TestCase("failed", "started failed", 404)]
    [TestCase("unanswered", "started ringing unanswered", 480)]
    [TestCase("timeout", "started ringing timeout", null)]
    [TestCase("cancelled", "started ringing cancelled", null)]
    public async Task A_call_that_does_not_come_about(string outcome, string events, int? sipCode)
    {
        Webhooks.Outcomes.Calls[Other] = new[] { CallOutcome.Busy, CallOutcome.Rejected, CallOutcome.Failed, CallOutcome.Unanswered, CallOutcome.Timeout, CallOutcome.Cancelled }
            .Single(each => each.Status.Value == outcome);
        var made = await Client.Voice.CreateCallAsync(Outbound(Ncco.Create().Talk("Hello")));
        var call = await Webhooks.FindCallAsync(made.Uuid);

        Assert.That(string.Join(" ", Receiver.Read<CallEvent>("/event").Select(e => e.Status)), Is.EqualTo(events));
        Assert.That(Receiver.Read<CallEvent>("/event")[^1].SipCode, Is.EqualTo(sipCode));
        Assert.That((call.IsOver, (await Client.Voice.GetCallAsync(made.Uuid)).Status.Value), Is.EqualTo((true, outcome)));
        Assert.That(Simulator.Balance, Is.EqualTo(100m));
    }

    [TestCase("continue", "started ringing answered machine", false)]
    [TestCase("hangup", "started ringing answered machine completed", true)]
    public async Task A_machine_is_told_of_and_hung_up_on_where_that_is_wanted(string behavior, string events, bool isOver)
    {
        Webhooks.Outcomes.Calls[Other] = CallOutcome.Machine;
        var request = Outbound(Ncco.Create().Talk("Hello"));
        request.AdvancedMachineDetection = new() { Behavior = behavior, Mode = MachineDetectionMode.DetectBeep };

        var call = await Webhooks.FindCallAsync((await Client.Voice.CreateCallAsync(request)).Uuid);

        var told = Receiver.Read<CallEvent>("/event");
        var machine = told.Single(e => e.Status == CallEventStatus.Machine);
        Assert.That(string.Join(" ", told.Select(e => e.Status)), Is.EqualTo(events));
        Assert.That((machine.CallUuid, machine.Uuid, machine.SubState), Is.EqualTo((call.Uuid, (string?)null, (MachineSubState?)MachineSubState.BeepStart)));
        Assert.That(call.IsOver, Is.EqualTo(isOver));
    }

    [Test]
    public async Task A_human_is_told_of_where_machines_are_looked_for()
    {
        var request = Outbound(Ncco.Create().Talk("Hello"));
        request.MachineDetection = MachineDetectionBehavior.HangUp;
        await Webhooks.FindCallAsync((await Client.Voice.CreateCallAsync(request)).Uuid);
        Assert.That(Receiver.Read<CallEvent>("/event")[^1].Status, Is.EqualTo(CallEventStatus.Human));
    }

    [Test]
    public async Task Events_come_by_get_where_that_is_set()
    {
        Webhooks.CallEventMethod = HttpMethod.Get;
        var call = await Webhooks.FindCallAsync((await Client.Voice.CreateCallAsync(Outbound(Ncco.Create().Talk("Hello")))).Uuid);
        await call.HangUpAsync();
        Assert.That(Receiver.Received, Is.All.EqualTo("GET /event"));
        Assert.That(Receiver.Read<CallEvent>().Select(e => e.Status), Is.EqualTo([CallEventStatus.Started, CallEventStatus.Ringing, CallEventStatus.Answered, CallEventStatus.Completed]));
    }

    [Test]
    public async Task A_call_that_is_hung_up_costs_what_its_event_says()
    {
        var call = await Webhooks.FindCallAsync((await Client.Voice.CreateCallAsync(Outbound(Ncco.Create().Talk("Hello")))).Uuid);
        await call.HangUpAsync();
        await call.HangUpAsync();
        Assert.That(Receiver.Read<CallEvent>()[^1].Price, Is.EqualTo(100m - Simulator.Balance).And.GreaterThan(0));
    }

    [Test]
    public void No_call_ends_in_a_state_that_is_no_outcome() =>
        Assert.That(() => new CallOutcome(CallEventStatus.Ringing), Throws.ArgumentException.With.Message.Contains("busy"));

    private static CreateCallRequest Outbound(Ncco ncco) => new() { From = new PhoneEndpoint(Own), To = { new PhoneEndpoint(Other) }, Ncco = ncco };

    private static IEnumerable<string> Actions(SimulatedCall call) => call.Ncco.OfType<JsonObject>().Select(action => action["action"]!.ToString());

    private Uri Url(string path) => Receiver.At(path);

    private async Task<SimulatedCall> ReceiveAsync(Ncco ncco)
    {
        Receiver.Answers["/answer"] = ncco.ToJson();
        var call = await Webhooks.ReceiveCallAsync(Caller, Own);
        await Webhooks.SettleAsync();
        return call;
    }
}
