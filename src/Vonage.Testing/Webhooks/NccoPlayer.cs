using System.Collections.Concurrent;
using System.Text.Json.Nodes;
using Vonage.Testing.State;

namespace Vonage.Testing.Webhooks;

/// <summary>Carries out an NCCO, action by action, until one waits for somebody: an input, or a call that has been connected.</summary>
internal sealed class NccoPlayer(PhoneCall call, SimulatedCall state, CallReporter reporter, SimulatedWebhooks webhooks)
{
    private readonly ConcurrentQueue<(JsonObject Action, DateTimeOffset StartedAt)> _recordings = [];
    private int _next;

    /// <summary>What the application last said the call shall do.</summary>
    public JsonArray Ncco { get; private set; } = [];

    /// <summary>The input action that waits.</summary>
    public JsonObject? Input { get; private set; }

    /// <summary>The call that this one has been connected with.</summary>
    public PhoneCall? Connected { get; private set; }

    /// <summary>Where each key is told at once, without waiting for an input to be complete.</summary>
    public Hook? Keys { get; set; }

    public bool IsAtEnd => _next >= Ncco.Count;

    public Task PlayAsync(JsonArray ncco)
    {
        Replace(ncco);
        return GoOnAsync();
    }

    /// <summary>Goes on behind the action that has waited.</summary>
    public async Task GoOnAsync()
    {
        Input = null;
        while (!state.IsOver && !IsAtEnd)
        {
            if (Ncco[_next++] is JsonObject action && await WaitsAfterAsync(action).ConfigureAwait(false))
                return;
        }
    }

    /// <summary>Ends what goes on: recordings, and the call that this one is connected with.</summary>
    public void Stop()
    {
        (_next, Input) = (Ncco.Count, null);
        while (_recordings.TryDequeue(out var recording))
            reporter.Recorded(recording.Action, recording.StartedAt);
        Disconnect();
    }

    /// <summary>Lets go of the call that this one is connected with, which ends it.</summary>
    public void Disconnect()
    {
        var connected = Connected;
        Connected = null;
        connected?.End(Voice.CallDisconnectedBy.Platform);
    }

    private void Replace(JsonArray ncco) => (Ncco, _next) = (ncco, 0);

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
                await AskAsync(reporter.Send(WebhookKind.Notify, HookOf(action), reporter.OfConversation(new() { ["payload"] = action["payload"]?.DeepClone() }))).ConfigureAwait(false);
                return false;
            case "connect":
                return await ConnectAsync(action).ConfigureAwait(false);
            case "record":
                Record(action);
                return false;
            case "conversation":
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

    /// <summary>A recording that says when it ends holds the NCCO up until then, which is at once here; any other ends with the call.</summary>
    private void Record(JsonObject action)
    {
        if (action.ContainsKey("endOnSilence") || action.ContainsKey("endOnKey") || action.ContainsKey("timeOut"))
            reporter.Recorded(action, webhooks.Now);
        else
            _recordings.Enqueue((action, webhooks.Now));
    }

    private async Task<bool> ConnectAsync(JsonObject action)
    {
        var from = action["from"]?.ToString() ?? SimulatedCall.NameOf(state.From);
        var leg = webhooks.Dial(call, action["endpoint"]![0]!.AsObject(), from, HookOf(action));
        if (leg.Ring(action))
        {
            Connected = leg;
            // Somebody may have hung up meanwhile.
            if (state.IsOver)
                Disconnect();
            return true;
        }
        if (action["eventType"]?.ToString() == "synchronous")
            await AskAsync(leg.Missed).ConfigureAwait(false);
        return false;
    }

    /// <summary>An application that is told of something may answer with another NCCO, and need not.</summary>
    private async Task AskAsync(Task<SentWebhook>? asked)
    {
        if (asked is not null && NccoReader.Read(await asked.ConfigureAwait(false)).Ncco is { } ncco)
            Replace(ncco);
    }

    private Hook? HookOf(JsonObject action) => Hook.Named(action["eventUrl"], action["eventMethod"], HttpMethod.Post, reporter.Events);
}
