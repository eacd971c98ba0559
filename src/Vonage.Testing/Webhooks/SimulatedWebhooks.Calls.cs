using System.Text.Json.Nodes;
using Vonage.Testing.State;
using Vonage.Testing.Webhooks;

namespace Vonage.Testing;

/// <content>Calls.</content>
public sealed partial class SimulatedWebhooks
{
    private readonly List<PhoneCall> _calls = [];

    /// <summary>All calls so far, in order: those that came in, those that were made, and those of connect actions.</summary>
    public IReadOnlyList<PhoneCall> Calls
    {
        get
        {
            lock (_calls)
                return [.. _calls];
        }
    }

    /// <summary>Somebody calls a number of the account: <see cref="Answer"/> is asked what to do.</summary>
    /// <param name="from">The caller's number.</param>
    /// <param name="to">The account's number.</param>
    /// <param name="cancellationToken">Ends the wait until the call is answered, not the call.</param>
    /// <returns>The call, in which the caller can press keys, speak and hang up. It is over where the application has given no NCCO.</returns>
    /// <exception cref="InvalidOperationException"><see cref="Answer"/> is not set.</exception>
    public async Task<PhoneCall> ReceiveCallAsync(string from, string to, CancellationToken cancellationToken = default)
    {
        var answer = new Hook(Answer ?? throw NotSet(nameof(Answer)), AnswerMethod);
        var call = Add(new SimulatedCall(Phone(to), Phone(from), "inbound", Now) { Status = "ringing" }, StandardEvents, null);
        await call.ComeInAsync(answer).WaitAsync(cancellationToken).ConfigureAwait(false);
        return call;
    }

    /// <summary>A call that was made through the simulator, once it does what it was told to.</summary>
    /// <param name="uuid">The call's id.</param>
    /// <param name="cancellationToken">Ends the wait.</param>
    /// <exception cref="ArgumentException">There is no such call.</exception>
    public async Task<PhoneCall> FindCallAsync(string uuid, CancellationToken cancellationToken = default)
    {
        var call = Calls.FirstOrDefault(call => call.Uuid == uuid) ?? throw new ArgumentException("No call has this id.", nameof(uuid));
        await SettleAsync(cancellationToken).ConfigureAwait(false);
        return call;
    }

    private Hook? StandardEvents => Hook.Of(CallEvent, CallEventMethod);

    /// <summary>A call that the Voice API was asked for. The state knows it already.</summary>
    internal void Called(JsonObject request, SimulatedCall made)
    {
        var call = Add(new PhoneCall(this, made, Hook.Named(request["event_url"], request["event_method"], HttpMethod.Post, StandardEvents)));
        if (!call.Ring(request))
            return;
        if (request["ncco"] is JsonArray ncco)
            call.Play(ncco.DeepClone().AsArray());
        else if (Hook.Named(request["answer_url"], request["answer_method"], HttpMethod.Get, null) is { } answer)
            call.Ask(answer);
    }

    /// <summary>A call that another one's NCCO asks for.</summary>
    internal PhoneCall Dial(PhoneCall caller, JsonObject endpoint, string? from, Hook? events) => Add(
        new SimulatedCall(endpoint.DeepClone().AsObject(), Phone(from), "outbound", Now, caller.ConversationUuid), events, caller);

    internal PhoneCall Find(SimulatedCall state) => Calls.Single(call => call.Uuid == state.Uuid);

    /// <summary>Ends a call, at its price, unless it has ended.</summary>
    internal bool TryEnd(SimulatedCall state)
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

    private PhoneCall Add(SimulatedCall state, Hook? events, PhoneCall? caller)
    {
        lock (_shared.Gate)
            _shared.Calls.Add(state);
        return Add(new PhoneCall(this, state, events, caller));
    }

    private PhoneCall Add(PhoneCall call)
    {
        lock (_calls)
            _calls.Add(call);
        return call;
    }
}
