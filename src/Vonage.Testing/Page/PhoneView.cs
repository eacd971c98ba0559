using Vonage.Testing.Control;
using Vonage.Testing.State;

namespace Vonage.Testing.Page;

/// <summary>The calls, and one of them as its NCCO runs.</summary>
internal sealed class PhoneView(SharedState shared)
{
    public Html Render(PageRequest request)
    {
        var calls = shared.Webhooks.Calls;
        var listed = calls.Where(call => Matches(call, request.Search)).Reverse().ToList();
        var selected = request.Id is { } id ? calls.FirstOrDefault(call => call.Uuid == id) : listed.FirstOrDefault();
        return Html.Of($"""
            <section class="list{(request.Id is null ? "" : " behind")}" aria-label="Calls">
            <div class="tools"><h1 class="unseen">Phone</h1>{Parts.Search(request, "Search by number")}</div>
            <form class="switch" hx-post="/_simulator/v1/outcomes" hx-swap="none"><input type="hidden" name="kind" value="calls"><input type="hidden" name="to" value="*">
            <input type="hidden" name="status" value="{(Rings ? "answered" : "ringing")}"><button aria-pressed="{(Rings ? "true" : "false")}"><span class="knob" aria-hidden="true"></span>Ring until I answer here</button></form>
            <ul class="rows">{listed.Take(request.Limit).Select(call => Row(request, call, call == selected))}</ul>
            {Parts.More(request, listed.Count)}
            <details class="compose" hx-morph-skip><summary>Call the application</summary>
            <form class="fields" hx-post="/_simulator/v1/calls" hx-swap="none"><label>From <input name="from" required value="447700900000"></label><label>To <input name="to" required value="447700900001"></label><button>Call</button></form></details>
            </section>
            <section class="detail" aria-label="Call">{(selected is null
                ? Parts.Empty("No calls yet", Html.Of($"Create a call with your application, or call it from here. Calls ring on this page if you switch on <em>Ring until I answer here</em>."))
                : Call(request, selected))}</section>
            """);
    }

    private bool Rings => shared.Webhooks.Outcomes.Calls.TryGetValue("*", out var outcome) && outcome == CallOutcome.Ringing;

    private Html Call(PageRequest request, SimulatedCall call)
    {
        var inputs = call.Input is { } input ? Webhooks.CallInput.Types(input).ToList() : [];
        return Html.Of($"""
            <header class="who">{Parts.Back(request)}<div><h2>{call.From} <span class="arrow">→</span> {call.To}</h2><p>{call.Direction} call, <b class="state {call.Status}">{call.Status}</b>{Html.If(inputs.Count > 0, () => Html.Of($", waits for {string.Join(" or ", inputs)}"))}</p></div></header>
            {Html.If(!call.IsOver, () => Controls(call, inputs))}
            <div class="scroll" tabindex="0" role="region" aria-label="What happens in the call">
            <ol class="timeline">{CallTimeline.Of(call, shared.Webhooks.Sent).Select(moment => Moment(moment, moment.Action is not null && moment.Kind == "action" && ReferenceEquals(moment.Action, call.Input)))}</ol></div>
            """);
    }

    private static Html Controls(SimulatedCall call, List<string> inputs)
    {
        var path = $"/_simulator/v1/calls/{call.Uuid}";
        if (call.IsRinging)
            return Html.Of($"""<div class="controls ringing"><button type="button" class="go" hx-post="{path}/answer" hx-swap="none">Answer</button><button type="button" class="stop" hx-post="{path}/reject" hx-swap="none">Reject</button></div>""");
        return Html.Of($"""
            <div class="controls">
            {Html.If(inputs.Contains("dtmf"), () => Html.Of($"""<form class="pad" hx-post="{path}/press" hx-swap="none" aria-label="Keypad">{"123456789*0#".Select(key => Html.Of($"""<button name="digits" value="{key.ToString()}">{key.ToString()}</button>"""))}</form>"""))}
            <div class="side">
            {Html.If(inputs.Contains("dtmf"), () => Html.Of($"""<form class="inline" id="press" hx-post="{path}/press" hx-swap="none" data-clear hx-morph-skip><label class="unseen" for="digits">Several keys</label><input id="digits" name="digits" inputmode="numeric" pattern="[0-9*#]*" placeholder="Several keys" autocomplete="off"><button>Press</button></form>"""))}
            {Html.If(inputs.Contains("speech"), () => Html.Of($"""<form class="inline" id="say" hx-post="{path}/say" hx-swap="none" data-clear hx-morph-skip><label class="unseen" for="words">Words</label><input id="words" name="text" placeholder="Say something" autocomplete="off"><button>Say</button></form>"""))}
            <button type="button" class="stop" hx-post="{path}/hangup" hx-swap="none">Hang up</button>
            </div></div>
            """);
    }

    private static Html Moment(CallMoment moment, bool isNow) => Html.Of($"""
        <li class="{moment.Kind}{(isNow ? " now" : "")}"{(isNow ? Html.Of($" aria-current=\"step\"") : Html.None)}>
        <span class="when">{(moment.Time is { } time ? Parts.Time(time) : Html.Of($"next"))}</span>
        <span class="what">{Name(moment)}<span class="text" dir="auto">{(moment.Webhook is null ? moment.Text : $"{moment.Text}")}</span>{Html.If(moment.Webhook is not null, () => Html.Of($"""{Parts.Status(moment.Webhook!.StatusCode)}<a href="/?view=webhooks&amp;id={moment.Webhook.Id}">Details</a>"""))}</span></li>
        """);

    private static Html Name(CallMoment moment) => moment.Kind switch
    {
        "action" or "next" => Html.Of($"""<b>{moment.Action?["action"]?.ToString()}</b>"""),
        "webhook" => Html.Of($"""<b>{(moment.Webhook!.Type == WebhookType.Fallback ? "fallback" : "webhook")}</b>"""),
        "person" => Html.Of($"<b>person</b>"),
        _ => Html.Of($"<b>problem</b>"),
    };

    private static Html Row(PageRequest request, SimulatedCall call, bool isSelected) => Html.Of($"""
        <li><a class="row" data-row href="{request.With(("id", call.Uuid))}"{(isSelected ? Html.Of($" aria-current=\"true\"") : Html.None)}>
        <span class="dot {(call.IsRinging ? "ringing" : call.IsOver ? "over" : "voice")}" aria-hidden="true"></span>
        <span class="line"><b>{(call.Direction == "inbound" ? call.From : call.To)}</b>{Parts.Time(call.StartedAt)}</span>
        <span class="line"><span class="text">{call.Direction} · {call.Status}</span></span>
        <span class="line faint">{call.From} → {call.To}</span></a></li>
        """);

    private static bool Matches(SimulatedCall call, string? search) =>
        search is null || call.From?.Contains(search, StringComparison.OrdinalIgnoreCase) == true || call.To?.Contains(search, StringComparison.OrdinalIgnoreCase) == true || call.Uuid.StartsWith(search, StringComparison.OrdinalIgnoreCase);
}
