using System.Text.Json.Nodes;
using Vonage.Testing.State;
using Vonage.Testing.Webhooks;
using Vonage.Voice;

namespace Vonage.Testing;

/// <summary>A simulated call in progress. Its methods simulate the person at the other end.</summary>
public sealed class SimulatedCall
{
    private readonly SimulatedWebhooks _webhooks;
    private readonly CallRecord _state;
    private readonly CallReporter _reporter;
    private readonly NccoSource _source;
    private readonly NccoPlayer _player;
    private readonly SimulatedCall? _caller;
    private readonly Lock _gate = new();
    private readonly List<CallStep> _steps = [];
    private Task _work = Task.CompletedTask;
    private (JsonObject Settings, Action Begin)? _ringing;

    internal SimulatedCall(SimulatedWebhooks webhooks, CallRecord state, Hook? events, Hook? fallback, SimulatedCall? caller = null)
    {
        (_webhooks, _state, Fallback, _caller) = (webhooks, state, fallback, caller);
        _reporter = new CallReporter(webhooks, state, events);
        _source = new NccoSource(webhooks, _reporter, state.Direction, fallback);
        _player = new NccoPlayer(this, state, _reporter, webhooks);
    }

    /// <summary>The UUID of the call.</summary>
    public string Uuid => _state.Uuid;

    /// <summary>The UUID of the conversation.</summary>
    public string ConversationUuid => _state.ConversationUuid;

    /// <summary>The caller: a number, an address or a user name.</summary>
    public string? From => CallRecord.NameOf(_state.From);

    /// <summary>The called party: a number, an address or a user name.</summary>
    public string? To => CallRecord.NameOf(_state.To);

    /// <summary>Indicates whether the call has ended or was never connected.</summary>
    public bool IsOver => _state.IsOver;

    /// <summary>The current NCCO as JSON; empty if the application returned none.</summary>
    public JsonArray Ncco => _player.Ncco;

    /// <summary>The call that a connect action created, while the two are connected.</summary>
    public SimulatedCall? ConnectedTo => _player.Connected;

    /// <summary>What has happened, oldest first.</summary>
    internal IReadOnlyList<CallStep> Steps
    {
        get
        {
            lock (_steps)
                return [.. _steps];
        }
    }

    /// <summary>The actions of the current NCCO that have not begun.</summary>
    internal IEnumerable<JsonObject> Remaining => _player.Remaining;

    /// <summary>The input action that waits for the person.</summary>
    internal JsonObject? Input => _player.Input;

    /// <summary>Indicates whether the phone rings until somebody decides.</summary>
    internal bool IsRinging => _ringing is not null && !IsOver;

    internal string Direction => _state.Direction;

    internal string Status => _state.Status;

    internal DateTimeOffset StartedAt => _state.StartedAt;

    internal DateTimeOffset? EndedAt => IsOver ? _state.EndedAt : null;

    /// <summary>The session of the control API that the call belongs to.</summary>
    internal string? Session { get; set; }

    /// <summary>The last webhook that requested an NCCO, with its response.</summary>
    public SentWebhook? LastAnswerRequest => _source.Last;

    /// <summary>The event that reports why the call was not answered; null if it was answered or there is no target.</summary>
    internal Task<SentWebhook>? Missed { get; private set; }

    /// <summary>Answers a call whose outcome is <see cref="CallOutcome.Ringing"/>. The call then executes its NCCO.</summary>
    /// <exception cref="InvalidOperationException">The phone does not ring, or no longer.</exception>
    public void Answer()
    {
        var (settings, begin) = StopRinging();
        _state.Status = "answered";
        Note(CallStepKind.Person, "answered");
        if (PickedUp(settings, CallOutcome.Answered))
            begin();
    }

    /// <summary>Rejects a call whose outcome is <see cref="CallOutcome.Ringing"/>.</summary>
    /// <exception cref="InvalidOperationException">The phone does not ring, or no longer.</exception>
    public void Reject()
    {
        StopRinging();
        Note(CallStepKind.Person, "rejected");
        _state.Fail(CallOutcome.Rejected.Status.Value);
        Missed = _reporter.Missed(CallOutcome.Rejected);
    }

    /// <summary>Presses keys while the call waits for DTMF input, and sends the result to the URL of the input action. If the application subscribed to single keys, each key is sent.</summary>
    /// <param name="digits">The keys; empty to let the input time out.</param>
    /// <param name="cancellationToken">Cancels the wait for the next actions, which continue.</param>
    /// <exception cref="InvalidOperationException">The call has ended or does not wait for DTMF input, or its URL is neither on the local machine nor set.</exception>
    public Task PressAsync(string digits, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(digits);
        if (!digits.All(digit => char.IsAsciiDigit(digit) || digit is '*' or '#'))
            throw new ArgumentException("A phone has the keys 0 to 9, * and #.", nameof(digits));
        Note(CallStepKind.Person, digits.Length == 0 ? "pressed nothing" : $"pressed {digits}");
        return Do(() => PressNowAsync(digits)).WaitAsync(cancellationToken);
    }

    /// <summary>Speaks while the call waits for speech input, and sends the result to the URL of the input action.</summary>
    /// <param name="speech">The recognized text; empty to let the input time out.</param>
    /// <param name="cancellationToken">Cancels the wait for the next actions, which continue.</param>
    /// <exception cref="InvalidOperationException">The call has ended or does not wait for speech input, or its URL is neither on the local machine nor set.</exception>
    public Task SayAsync(string speech, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(speech);
        Note(CallStepKind.Person, speech.Length == 0 ? "said nothing" : $"said “{speech}”");
        return Do(() => SayNowAsync(CallInput.Heard(speech))).WaitAsync(cancellationToken);
    }

    /// <summary>Sends a speech recognition result with several alternatives, another end reason, or an error.</summary>
    /// <param name="speech">The result.</param>
    /// <param name="cancellationToken">Cancels the wait for the next actions, which continue.</param>
    /// <exception cref="InvalidOperationException">The call has ended or does not wait for speech input, or its URL is neither on the local machine nor set.</exception>
    public Task SendSpeechAsync(SpeechResult speech, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(speech);
        return Do(() => SayNowAsync(CallInput.Heard(speech))).WaitAsync(cancellationToken);
    }

    /// <summary>Hangs up, and waits until the events are sent.</summary>
    /// <param name="cancellationToken">Cancels the wait.</param>
    public Task HangUpAsync(CancellationToken cancellationToken = default)
    {
        if (!IsOver)
            Note(CallStepKind.Person, "hung up");
        End(CallDisconnectedBy.User);
        return _webhooks.SettleAsync(cancellationToken);
    }

    /// <summary>Returns the UUID, the parties and the current stage.</summary>
    public override string ToString() => $"{Uuid} {From} → {To}: {Stage()}";

    /// <summary>Lets the phone ring and determines the outcome.</summary>
    /// <param name="settings">The request or action that created the call, which can enable machine detection.</param>
    /// <param name="begin">What the call does once somebody has answered by hand; null if that cannot be waited for.</param>
    /// <returns>Whether the call continues now.</returns>
    internal bool Ring(JsonObject settings, Action? begin = null)
    {
        var outcome = SimulatedOutcomes.Of(_webhooks.Outcomes.Calls, To, null, CallOutcome.Answered);
        _reporter.Tell(CallEventStatus.Started);
        if (outcome.Rings)
            _reporter.Tell(CallEventStatus.Ringing);
        if (outcome.IsOpen)
        {
            if (begin is null)
                return PickedUp(settings, CallOutcome.Answered);
            (_state.Status, _ringing) = ("ringing", (settings, begin));
            return false;
        }
        if (!outcome.IsPickedUp)
        {
            _state.Fail(outcome.Status.Value);
            Missed = _reporter.Missed(outcome);
            return false;
        }
        return PickedUp(settings, outcome);
    }

    internal void Note(CallStep step)
    {
        lock (_steps)
            _steps.Add(step);
        _webhooks.Changed();
    }

    private void Note(CallStepKind kind, string text) => Note(new CallStep(kind, _webhooks.Now, Text: text));

    private (JsonObject Settings, Action Begin) StopRinging()
    {
        lock (_gate)
        {
            var ringing = !IsOver ? _ringing : null;
            _ringing = null;
            return ringing ?? throw new InvalidOperationException($"The phone does not ring. Its current stage is: {Stage()}.");
        }
    }

    private bool PickedUp(JsonObject settings, CallOutcome outcome)
    {
        _reporter.Answered();
        if (MachineDetection.Of(settings) is { } detection)
        {
            var isMachine = outcome.Status == CallEventStatus.Machine;
            _reporter.Detected(isMachine ? CallEventStatus.Machine : CallEventStatus.Human, isMachine && detection.WaitsForBeep);
            if (isMachine && detection.HangsUp)
                End(CallDisconnectedBy.Platform);
        }
        return !IsOver;
    }

    /// <summary>Executes an NCCO in an answered call.</summary>
    internal void Play(JsonArray ncco) => _webhooks.Track(Do(() => _player.PlayAsync(ncco)));

    /// <summary>Executes the NCCO of an answer URL in an answered call.</summary>
    internal void Ask(Hook answer) => _webhooks.Track(Do(async () =>
    {
        if (await AnswerAsync(answer).ConfigureAwait(false) is { } ncco)
            await _player.PlayAsync(ncco).ConfigureAwait(false);
    }));

    /// <summary>Answers an inbound call with the NCCO of an answer URL.</summary>
    internal Task ComeInAsync(Hook answer) => Do(async () =>
    {
        _reporter.Tell(CallEventStatus.Started);
        _reporter.Tell(CallEventStatus.Ringing);
        if (await AnswerAsync(answer).ConfigureAwait(false) is not { } ncco)
            return;
        _state.Status = "answered";
        _reporter.Answered();
        await _player.PlayAsync(ncco).ConfigureAwait(false);
    });

    /// <summary>Transfers the call to its own conversation, where it executes another NCCO.</summary>
    internal void Transfer(JsonObject destination)
    {
        MoveTo(CallRecord.NewConversation());
        _player.Disconnect();
        if (Hook.Named(destination["url"], null, HttpMethod.Get, null) is { } url)
            Ask(url);
        else
            Play(destination["ncco"]?.DeepClone().AsArray() ?? []);
    }

    internal void MoveTo(string conversation)
    {
        var from = _state.ConversationUuid;
        _state.ConversationUuid = conversation;
        _reporter.Transferred(from);
    }

    /// <summary>Sets the target of single keys; null for none.</summary>
    internal void Subscribe(Hook? keys) => _player.Keys = keys;

    internal Hook? Events => _reporter.Events;

    /// <summary>The fallback answer URL of the application that the call belongs to.</summary>
    internal Hook? Fallback { get; }

    internal void End(CallDisconnectedBy by)
    {
        if (!_webhooks.TryEnd(_state))
            return;
        _player.Stop();
        _reporter.Completed(by);
        _webhooks.Changed();
        _caller?.GoOnWithout(this);
    }

    private void GoOnWithout(SimulatedCall leg)
    {
        if (_player.Connected != leg)
            return;
        _player.Disconnect();
        if (_player.IsAtEnd)
            End(CallDisconnectedBy.Platform);
        else
            _webhooks.Track(Do(_player.GoOnAsync));
    }

    private async Task PressNowAsync(string digits)
    {
        var keys = _player.Keys;
        if (keys is not null && !IsOver)
        {
            foreach (var digit in digits)
                await Send(WebhookType.Input, keys, new() { ["dtmf"] = new JsonObject { ["digits"] = digit.ToString(), ["timed_out"] = false } }).ConfigureAwait(false);
        }
        if (_player.Input is { } input && CallInput.Takes(input, "dtmf"))
            await AskAfterAsync(input, CallInput.OfKeys(input, digits)).ConfigureAwait(false);
        else if (keys is null || IsOver)
            throw DoesNotWait("keys");
    }

    private async Task SayNowAsync(JsonObject speech)
    {
        if (_player.Input is not { } input || !CallInput.Takes(input, "speech"))
            throw DoesNotWait("words");
        await AskAfterAsync(input, CallInput.OfWords(input, speech)).ConfigureAwait(false);
    }

    private async Task AskAfterAsync(JsonObject input, JsonObject result)
    {
        var hook = Hook.Named(input["eventUrl"], input["eventMethod"], HttpMethod.Post, _reporter.Events)
            ?? throw new InvalidOperationException("The input action's eventUrl is not on this machine, and simulator.Webhooks.CallEvent is not set.");
        var (ncco, problem) = await _source.AskAfterInputAsync(hook, Describe(result)).ConfigureAwait(false);
        if (problem is not null)
            GiveUp(problem);
        else if (ncco is not null)
            await _player.PlayAsync(ncco).ConfigureAwait(false);
        else
            await _player.GoOnAsync().ConfigureAwait(false);
    }

    private async Task<JsonArray?> AnswerAsync(Hook answer)
    {
        var (ncco, problem) = await _source.AskForAnswerAsync(answer, Describe(new() { ["endpoint_type"] = EndpointType() })).ConfigureAwait(false);
        if (ncco is null)
            GiveUp(problem!);
        return IsOver ? null : ncco;
    }

    private void GiveUp(string reason)
    {
        if (IsOver)
            return;
        Note(CallStepKind.Problem, reason);
        _reporter.Failed(reason);
        End(CallDisconnectedBy.Platform);
    }

    private Task<SentWebhook> Send(WebhookType kind, Hook hook, JsonObject more) => _reporter.Send(kind, hook, Describe(more))!;

    private JsonObject Describe(JsonObject more)
    {
        var payload = _reporter.Describe();
        foreach (var (name, value) in more)
            payload[name] = value?.DeepClone();
        return payload;
    }

    private string? EndpointType() => (_state.Direction == "inbound" ? _state.From : _state.To)["type"]?.ToString();

    private InvalidOperationException DoesNotWait(string what) => new($"The call does not wait for {what}. Its current stage is: {Stage()}.");

    private string Stage()
    {
        if (IsOver)
            return "over";
        if (IsRinging)
            return "ringing";
        if (_player.Input is { } input)
            return $"input of {string.Join(" or ", CallInput.Types(input))}";
        if (ConnectedTo is { } other)
            return $"connected with {other.To}";
        return Ncco.Count == 0 ? "nothing to do" : $"past {string.Join(", ", Ncco.Select(action => action?["action"]?.ToString()))}";
    }

    // Steps run one at a time, regardless of whether the test, a request or the other party starts them.
    private Task Do(Func<Task> step)
    {
        lock (_gate)
            return _work = After(_work, step);
    }

    private static async Task After(Task before, Func<Task> step)
    {
        await before.ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        await step().ConfigureAwait(false);
    }
}
