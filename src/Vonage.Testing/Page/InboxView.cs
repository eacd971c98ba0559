using Microsoft.AspNetCore.Http.Extensions;
using Vonage.Testing.Control;
using Vonage.Testing.State;

namespace Vonage.Testing.Page;

/// <summary>The conversations, and one of them as the phone shows it.</summary>
internal sealed class InboxView(SharedState shared)
{
    public Html Render(PageRequest request)
    {
        var query = new SearchQuery(request.Search);
        var all = shared.Inbox.Messages;
        var channels = all.Select(message => message.Channel).Distinct().Order(StringComparer.Ordinal).ToList();
        var conversations = all.Where(message => (request.Filter is null || message.Channel == request.Filter) && query.Matches(message))
            .GroupBy(message => (message.Channel, message.Ours, message.Theirs))
            .Select(group => (group.Key, Last: group.Last(), Count: group.Count(), Unread: group.Count(message => message.IsUnread)))
            .OrderByDescending(group => group.Last.Id).ToList();
        var unread = conversations.Sum(conversation => conversation.Unread);
        var selected = request.Theirs is not null
            ? (Channel: request.Channel ?? "", Ours: request.Ours ?? "", Theirs: request.Theirs)
            : conversations is [var first, ..] ? first.Key : default;
        return Html.Of($"""
            <section class="list{(request.Theirs is null ? "" : " behind")}" aria-label="Conversations">
            <div class="tools">
            <h1 class="unseen">Inbox</h1>
            {Parts.Search(request, "Search: to: channel: is:failed …")}
            <button type="button" class="quiet" hx-delete="/_simulator/v1/messages{Listed(request)}" hx-swap="none" title="Remove the listed messages">Clear</button>
            </div>
            {Html.If(channels.Count > 1 || request.Filter is not null, () => Html.Of($"""<p class="chips">{Chip(request, null, "All")}{channels.Select(channel => Chip(request, channel, Parts.ChannelName(channel)))}</p>"""))}
            <ul class="rows">
            {conversations.Take(request.Limit).Select(conversation => Row(request, conversation.Key, conversation.Last, conversation.Count, conversation.Unread, conversation.Key == selected))}
            </ul>
            {Parts.More(request, conversations.Count, ("channel", request.Filter))}
            {Html.If(unread > 0, () => Html.Of($"""<p class="faint foot">{unread} unread <button type="button" id="read-all" class="quiet" hx-post="/_simulator/v1/messages/read{Listed(request)}" hx-swap="none">Mark all as read</button></p>"""))}
            {Compose()}
            </section>
            {Thread(request, all, selected)}
            """);
    }

    private static Html Thread(PageRequest request, IReadOnlyList<InboxMessage> all, (string Channel, string Ours, string Theirs) selected)
    {
        if (selected.Theirs is null)
        {
            var isWhole = request.Search is null && request.Filter is null;
            return Html.Of($"""
                <section class="detail" aria-label="Conversation">{Parts.Empty(
                    isWhole ? "Nothing has been sent yet" : "Nothing matches",
                    isWhole ? Html.Of($"Send a message with your application, and it appears here as the phone would show it. Or write to the application with <em>New message</em>.") : Html.Of($"No message matches the search and the channel."))}</section>
                """);
        }
        var messages = all.Where(message => (message.Channel, message.Ours, message.Theirs) == selected).ToList();
        var api = messages.Count > 0 ? messages[^1].Api : "messages";
        (string, string?)[] here = [("channel", selected.Channel), ("ours", selected.Ours), ("theirs", selected.Theirs)];
        return Html.Of($"""
            <section class="detail thread{(request.Theirs is null ? " preview" : "")}" aria-label="Conversation with {selected.Theirs}"{Html.If(messages.Exists(message => message.IsUnread), () => Html.Of($" data-read=\"/_simulator/v1/messages/read{new QueryBuilder { { "channel", selected.Channel }, { "from", selected.Ours }, { "to", selected.Theirs } }.ToString()}\""))}>
            <header class="who">{Parts.Back(request)}<div><h2>{selected.Theirs}</h2><p>{Parts.ChannelName(selected.Channel)} with <b>{selected.Ours}</b></p></div></header>
            <div class="scroll" id="scroll" tabindex="0" role="region" aria-label="Messages">
            {Html.If(messages.Count > request.Limit, () => Html.Of($"""<p class="more"><a href="{request.With([.. here, ("limit", $"{2 * request.Limit}")])}">Show earlier messages</a></p>"""))}
            <ol class="messages">{messages.TakeLast(request.Limit).Select(MessageView.Render)}</ol>
            </div>
            {Html.If(InboundTraffic.CanReply(selected.Channel, api), () => Reply(selected, api))}
            </section>
            """);
    }

    // The messages in the list.
    private static string Listed(PageRequest request) => $"{new QueryBuilder { { "q", request.Search ?? "" }, { "channel", request.Filter ?? "" } }}";

    private static Html Chip(PageRequest request, string? channel, string name) => Html.Of(
        $"""<a href="{request.With(("channel", channel))}"{(request.Theirs is null && request.Filter == channel ? Html.Of($" aria-current=\"true\"") : Html.None)}>{name}</a>""");

    private static Html Row(PageRequest request, (string Channel, string Ours, string Theirs) key, InboxMessage last, int count, int unread, bool isSelected) => Html.Of($"""
        <li><a class="row" data-row href="{request.With(("channel", key.Channel), ("ours", key.Ours), ("theirs", key.Theirs))}"{(isSelected ? Html.Of($" aria-current=\"true\"") : Html.None)}>
        <span class="dot {key.Channel}" aria-hidden="true"></span>
        <span class="line"><b>{key.Theirs}</b>{Parts.Time(last.Time)}</span>
        <span class="line"><span class="text{(last.HasFailed ? " bad" : "")}" dir="auto">{Short(last.Text)}</span><span class="counts">{Parts.Unread(unread)} <span class="count">{count}</span></span></span>
        <span class="line faint">{Parts.ChannelName(key.Channel)} · {key.Ours}</span></a></li>
        """);

    // The identity of the form is that of the conversation: htmx leaves a form with what is being typed alone, and replaces that of another one.
    private static Html Reply((string Channel, string Ours, string Theirs) who, string api) => Html.Of($"""
        <form class="reply" id="reply-{Uri.EscapeDataString($"{who.Channel}-{who.Ours}-{who.Theirs}")}" hx-post="/_simulator/v1/messages" hx-swap="none" data-clear hx-morph-skip>
        <input type="hidden" name="api" value="{(api == "sms" ? "sms" : "messages")}"><input type="hidden" name="channel" value="{who.Channel}">
        <input type="hidden" name="from" value="{who.Theirs}"><input type="hidden" name="to" value="{who.Ours}">
        <label class="unseen" for="reply">Reply as {who.Theirs}</label>
        <input id="reply" name="text" required dir="auto" placeholder="Reply as {who.Theirs}" autocomplete="off"><button>Send</button>
        </form>
        """);

    private static Html Compose() => Html.Of($"""
        <details class="compose" hx-morph-skip><summary>New message to the application</summary>
        <form class="fields" hx-post="/_simulator/v1/messages" hx-swap="none" data-clear>
        <label>Channel <select name="channel">{Parts.Channels("sms", InboundTraffic.Channels)}</select></label>
        <label>API <select name="api"><option value="messages">Messages</option><option value="sms">SMS (channel SMS only)</option></select></label>
        <label>From <input name="from" required value="447700900000" data-keep></label>
        <label>To <input name="to" required value="447700900001" data-keep></label>
        <label class="wide">Text <textarea name="text" required rows="2" dir="auto"></textarea></label>
        <button>Send</button>
        </form></details>
        """);

    private static string Short(string text) => text.Length > 90 ? $"{Parts.Start(text, 90)}…" : text;
}
