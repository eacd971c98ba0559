using System.Collections.Concurrent;
using System.Text.Json.Nodes;
using Vonage.Testing.State;

namespace Vonage.Testing.Webhooks;

/// <summary>Executes an NCCO, action by action, until one waits: for input, or for the end of a connected call.</summary>
internal sealed class NccoPlayer(SimulatedCall call, CallRecord state, CallReporter reporter, SimulatedWebhooks webhooks)
{
    private readonly ConcurrentQueue<(JsonObject Action, DateTimeOffset StartedAt)> _recordings = [];
    private int _next;
    private bool _staysInConversation;

    /// <summary>The current NCCO.</summary>
    public JsonArray Ncco { get; private set; } = [];

    /// <summary>The input action that is waiting.</summary>
    public JsonObject? Input { get; private set; }

    /// <summary>The connected call.</summary>
    public SimulatedCall? Connected { get; private set; }

    /// <summary>The target of single keys, which are sent immediately.</summary>
    public Hook? Keys { get; set; }

    /// <summary>The actions that have not begun.</summary>
    public IEnumerable<JsonObject> Remaining => Ncco.Skip(_next).OfType<JsonObject>();

    public bool IsAtEnd => _next >= Ncco.Count;

    public Task PlayAsync(JsonArray ncco)
    {
        Replace(ncco);
        return GoOnAsync();
    }

    /// <summary>Continues after the action that was waiting.</summary>
    public async Task GoOnAsync()
    {
        Input = null;
        while (!state.IsOver && !IsAtEnd)
        {
            if (Ncco[_next++] is not JsonObject action)
                continue;
            call.Note(new CallStep(CallStepKind.Action, webhooks.Now, action));
            if (await WaitsAfterAsync(action).ConfigureAwait(false))
                return;
        }

        if (!state.IsOver && !_staysInConversation && webhooks.CallEndsAfter is { } time)
            RunOut(time);
    }

    /// <summary>Ends recordings and the connected call.</summary>
    public void Stop()
    {
        (_next, Input) = (Ncco.Count, null);
        while (_recordings.TryDequeue(out var recording))
            reporter.Recorded(recording.Action, recording.StartedAt);
        Disconnect();
    }

    /// <summary>Disconnects the connected call, which ends it.</summary>
    public void Disconnect()
    {
        var connected = Connected;
        Connected = null;
        connected?.End(Voice.CallDisconnectedBy.Platform);
    }

    private void RunOut(TimeSpan time)
    {
        if (time == TimeSpan.Zero)
            call.End(Voice.CallDisconnectedBy.Platform);
        else
            _ = EndLaterAsync(time, Ncco);
    }

    // Unless another NCCO has replaced the one that has run out.
    private async Task EndLaterAsync(TimeSpan time, JsonArray ncco)
    {
        await Task.Delay(time, webhooks.Clock).ConfigureAwait(false);
        if (Ncco == ncco && IsAtEnd && Input is null && Connected is null)
            call.End(Voice.CallDisconnectedBy.Platform);
    }

    private void Replace(JsonArray ncco) => (Ncco, _next, _staysInConversation) = (ncco, 0, false);

    private async Task<bool> WaitsAfterAsync(JsonObject action)
    {
        switch (action["action"]?.ToString())
        {
            case "input" when action["mode"]?.ToString() == "asynchronous":
                Keys ??= HookOf(action);
                return false;
            case "input":
                Input = action;
                return true;
            case "notify":
                await AskAsync(reporter.Send(WebhookType.Notify, HookOf(action), reporter.OfConversation(new() { ["payload"] = action["payload"]?.DeepClone() }))).ConfigureAwait(false);
                return false;
            case "connect":
                return await ConnectAsync(action).ConfigureAwait(false);
            case "record":
                Record(action);
                return false;
            case "conversation":
                _staysInConversation = true;
                if (action["record"]?.GetValue<bool>() == true)
                    _recordings.Enqueue((action, webhooks.Now));
                return false;
            case "transfer":
                call.MoveTo(action["conversationId"]!.ToString());
                return false;
            default:
                return false;
        }
    }

    /// <summary>A recording with an end condition blocks the NCCO until it ends, which is immediately here. Any other ends with the call.</summary>
    private void Record(JsonObject action)
    {
        if (action.ContainsKey("endOnSilence") || action.ContainsKey("endOnKey") || action.ContainsKey("timeOut"))
            reporter.Recorded(action, webhooks.Now);
        else
            _recordings.Enqueue((action, webhooks.Now));
    }

    private async Task<bool> ConnectAsync(JsonObject action)
    {
        var from = action["from"]?.ToString() ?? CallRecord.NameOf(state.From);
        var leg = webhooks.Dial(call, action["endpoint"]![0]!.AsObject(), from, HookOf(action));
        if (leg.Ring(action))
        {
            Connected = leg;
            // The call may have ended in the meantime.
            if (state.IsOver)
                Disconnect();
            return true;
        }
        if (action["eventType"]?.ToString() == "synchronous")
            await AskAsync(leg.Missed).ConfigureAwait(false);
        return false;
    }

    /// <summary>The response to some webhooks can contain another NCCO.</summary>
    private async Task AskAsync(Task<SentWebhook>? asked)
    {
        if (asked is not null && NccoReader.Read(await asked.ConfigureAwait(false), webhooks.CheckNcco).Ncco is { } ncco)
            Replace(ncco);
    }

    private Hook? HookOf(JsonObject action) => Hook.Named(action["eventUrl"], action["eventMethod"], HttpMethod.Post, reporter.Events);
}
