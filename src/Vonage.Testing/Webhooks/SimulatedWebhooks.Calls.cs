using System.Text.Json.Nodes;
using Vonage.Testing.State;
using Vonage.Testing.Webhooks;

namespace Vonage.Testing;

/// <content>Calls.</content>
public sealed partial class SimulatedWebhooks
{
    private readonly List<SimulatedCall> _calls = [];

    /// <summary>All calls in order: inbound calls, outbound calls and those of connect actions.</summary>
    public IReadOnlyList<SimulatedCall> Calls
    {
        get
        {
            lock (_calls)
                return [.. _calls];
        }
    }

    /// <summary>Simulates an inbound call to a number of the account. The simulator requests <see cref="Answer"/>.</summary>
    /// <param name="from">The number of the caller.</param>
    /// <param name="to">The account's number.</param>
    /// <param name="cancellationToken">Cancels the wait for the answer, but not the call.</param>
    /// <returns>The call, in which the caller can press keys, speak and hang up. If the application returned no NCCO, it has ended.</returns>
    /// <exception cref="InvalidOperationException"><see cref="Answer"/> is not set, and the number is not linked to an application with an answer URL on this machine.</exception>
    public async Task<SimulatedCall> ReceiveCallAsync(string from, string to, CancellationToken cancellationToken = default)
    {
        var answer = Hook.Of(Answer, AnswerMethod) ?? _shared.Linked.OfNumber(to, "voice", "answer_url", HttpMethod.Get) ?? throw NotSet(nameof(Answer));
        var state = new CallRecord(Phone(to), Phone(from), "inbound", Now) { Status = "ringing" };
        var events = StandardEvents ?? _shared.Linked.OfNumber(to, "voice", "event_url", HttpMethod.Post);
        var call = Add(state, events, _shared.Linked.OfNumber(to, "voice", "fallback_answer_url", HttpMethod.Get), null);
        await call.ComeInAsync(answer).WaitAsync(cancellationToken).ConfigureAwait(false);
        return call;
    }

    /// <summary>Gets an outbound call, after it has executed its NCCO up to the first action that waits.</summary>
    /// <param name="uuid">The UUID of the call.</param>
    /// <param name="cancellationToken">Cancels the wait.</param>
    /// <exception cref="ArgumentException">The call does not exist.</exception>
    public async Task<SimulatedCall> FindCallAsync(string uuid, CancellationToken cancellationToken = default)
    {
        var call = Calls.FirstOrDefault(call => call.Uuid == uuid) ?? throw new ArgumentException("No call has this UUID.", nameof(uuid));
        await SettleAsync(cancellationToken).ConfigureAwait(false);
        return call;
    }

    private Hook? StandardEvents => Hook.Of(CallEvent, CallEventMethod);

    /// <summary>Starts a call that the Voice API created. The state already contains it.</summary>
    internal void Called(JsonObject request, CallRecord made, string application)
    {
        var standardEvents = StandardEvents ?? _shared.Linked.OfApplication(application, "voice", "event_url", HttpMethod.Post);
        var events = Hook.Named(request["event_url"], request["event_method"], HttpMethod.Post, standardEvents);
        var call = Add(new SimulatedCall(this, made, events, _shared.Linked.OfApplication(application, "voice", "fallback_answer_url", HttpMethod.Get)));
        if (call.Ring(request, Begin))
            Begin();

        void Begin()
        {
            if (request["ncco"] is JsonArray ncco)
                call.Play(ncco.DeepClone().AsArray());
            else if (Hook.Named(request["answer_url"], request["answer_method"], HttpMethod.Get, null) is { } answer)
                call.Ask(answer);
        }
    }

    /// <summary>Removes calls that have ended.</summary>
    internal void Forget(Predicate<SimulatedCall> predicate)
    {
        lock (_calls)
            _calls.RemoveAll(call => call.IsOver && predicate(call));
    }

    /// <summary>Starts a call that the NCCO of another call created.</summary>
    internal SimulatedCall Dial(SimulatedCall caller, JsonObject endpoint, string? from, Hook? events) => Add(
        new CallRecord(endpoint.DeepClone().AsObject(), Phone(from), "outbound", Now, caller.ConversationUuid), events, caller.Fallback, caller);

    internal SimulatedCall Find(CallRecord state) => Calls.Single(call => call.Uuid == state.Uuid);

    /// <summary>Ends a call and deducts its price, unless it has already ended.</summary>
    internal bool TryEnd(CallRecord state)
    {
        lock (_shared.Gate)
        {
            if (state.IsOver)
                return false;
            _shared.Account.Balance -= state.End(Now);
            return true;
        }
    }

    private static JsonObject Phone(string? number) => new() { ["type"] = "phone", ["number"] = number };

    private SimulatedCall Add(CallRecord state, Hook? events, Hook? fallback, SimulatedCall? caller)
    {
        lock (_shared.Gate)
            _shared.Calls.Add(state);
        return Add(new SimulatedCall(this, state, events, fallback, caller), caller);
    }

    private SimulatedCall Add(SimulatedCall call, SimulatedCall? caller = null)
    {
        call.Session = caller?.Session ?? Control.SessionKey.Current;
        lock (_calls)
            _calls.Add(call);
        _shared.Changes.Tell(Control.Changes.Calls);
        return call;
    }
}
