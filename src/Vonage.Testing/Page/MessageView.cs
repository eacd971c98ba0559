using System.Text.Json.Nodes;
using Vonage.Testing.Control;

namespace Vonage.Testing.Page;

/// <summary>A message as the phone shows it. Nothing is fetched: media are named, not loaded.</summary>
internal static class MessageView
{
    private static readonly string[] Media = ["image", "video", "audio", "file", "vcard", "sticker"];

    public static Html Render(InboxMessage message) => Html.Of($"""
        <li class="message {(message.IsInbound ? "in" : "out")} {message.Channel}{(message.HasFailed ? " failed" : "")}" id="m{message.Id}">
        <div class="bubble" dir="auto">{Body(message)}</div>
        <p class="meta">{Parts.Time(message.Time)}{Html.If(message.Parts > 0, () => Html.Of($"""<span>{message.Parts} {(message.Parts == 1 ? "part" : "parts")}, {message.Encoding}</span>"""))}{Status(message)}{Html.If(message.RequestId is not null, () => Html.Of($"""<a href="/?view=requests&amp;id={message.RequestId!.Value}">Request</a>"""))}</p>
        {Problem(message)}
        </li>
        """);

    private static Html Body(InboxMessage message)
    {
        var content = message.Content;
        if (message.Code is { } code)
            return Html.Of($"""<p>{message.Text}</p><p class="code"><output>{code}</output><button type="button" data-copy="{code}">Copy</button></p>""");
        foreach (var name in Media)
        {
            if (content[name] is JsonObject media)
                return Html.Of($"""{OfMedia(name, media)}{Buttons(message)}""");
        }
        return message.MessageType switch
        {
            "template" => OfTemplate(message),
            "card" => Html.Of($"""{Card(message, content["card"] as JsonObject)}{Buttons(message)}"""),
            "carousel" => Html.Of($"""<div class="carousel" tabindex="0" role="group" aria-label="Cards">{MessageText.Items(content.At("carousel", "cards")).Select(card => Card(message, card))}</div>{Buttons(message)}"""),
            "content" => Html.Of($"""{Subject(content)}{MessageText.Items(content["content"]).Select(Content)}"""),
            "html" => Html.Of($"""{Subject(content)}<pre class="source">{content.TextAt("html", "body")}</pre>"""),
            "reaction" => Html.Of($"""<p class="emoji">{message.Text}</p>"""),
            "custom" when content.At("custom", "interactive") is JsonObject interactive => Interactive(message, interactive),
            "custom" => Html.Of($"""<p>{message.Text}</p>{Parts.Code(content["custom"]?.ToJsonString())}"""),
            _ => Html.Of($"""{Subject(content)}<p>{message.Text}</p>{Buttons(message)}"""),
        };
    }

    private static Html Subject(JsonObject content) =>
        content.TextAt("email", "subject") is { } subject ? Html.Of($"""<p class="subject">{subject}</p>""") : Html.None;

    private static Html Content(JsonObject part) => part["type"]?.ToString() switch
    {
        "text" => Html.Of($"""<p>{part["text"]?.ToString()}</p>"""),
        "html" => Html.Of($"""<pre class="source">{part["body"]?.ToString()}</pre>"""),
        var type => OfMedia(type ?? "file", part),
    };

    private static Html OfMedia(string kind, JsonObject media)
    {
        var url = media["url"]?.ToString() ?? "";
        var name = media["name"]?.ToString() ?? NameOf(url);
        return Html.Of($"""
            <figure class="media {kind}"><div class="picture"><span aria-hidden="true">{Icon(kind)}</span><span>{kind}</span>{Link(url, name)}</div>
            {Html.If(media["caption"] is not null, () => Html.Of($"<figcaption>{media["caption"]!.ToString()}</figcaption>"))}</figure>
            """);
    }

    private static Html OfTemplate(InboxMessage message) => Html.Of($"""
        <p class="kind">Template <b>{message.Content.TextAt("template", "name")}</b> {message.Content.TextAt("whatsapp", "locale")}</p>
        {(message.IsFilled ? Html.Of($"<p>{message.Text}</p>") : Html.Of($"""<ol class="filled">{MessageText.Parameters(message.Content).Select(value => Html.Of($"<li>{value}</li>"))}</ol>"""))}
        """);

    private static Html Card(InboxMessage message, JsonObject? card) => card is null ? Html.None : Html.Of($"""
        <article class="card">{Html.If(card["media_url"] is not null, () => Html.Of($"""<div class="picture"><span aria-hidden="true">▦</span>{Link(card["media_url"]!.ToString(), card["media_description"]?.ToString() ?? NameOf(card["media_url"]!.ToString()))}</div>"""))}
        <h3>{card["title"]?.ToString()}</h3><p>{card["text"]?.ToString()}</p>
        {Suggestions(message, MessageText.Items(card["suggestions"]))}</article>
        """);

    private static Html Buttons(InboxMessage message)
    {
        var action = message.Content.At("viber_service", "action");
        return Html.Of($"""
            {Suggestions(message, MessageText.Items(message.Content["suggestions"]))}
            {Html.If(action is not null, () => Html.Of($"""<p class="buttons">{Link(action.TextAt("url") ?? "", action.TextAt("text") ?? "Open")}</p>"""))}
            """);
    }

    private static Html Suggestions(InboxMessage message, IEnumerable<JsonObject> suggestions)
    {
        var all = suggestions.Select(suggestion => suggestion["type"]?.ToString() == "open_url" && suggestion["url"]?.ToString() is { } url
            ? Link(url, suggestion["text"]?.ToString() ?? url)
            : Tap(message, suggestion["text"]?.ToString(), new JsonObject { ["message_type"] = "reply", ["reply"] = new JsonObject { ["id"] = suggestion["postback_data"]?.ToString(), ["title"] = suggestion["text"]?.ToString() } })).ToList();
        return all.Count == 0 ? Html.None : Html.Of($"""<div class="buttons">{all}</div>""");
    }

    private static Html Interactive(InboxMessage message, JsonObject interactive)
    {
        var buttons = MessageText.Items(interactive.At("action", "buttons")).Select(button => button["reply"] as JsonObject)
            .Concat(MessageText.Items(interactive.At("action", "sections")).SelectMany(section => MessageText.Items(section["rows"])))
            .OfType<JsonObject>()
            .Select(reply => Tap(message, reply["title"]?.ToString(), new JsonObject { ["message_type"] = "reply", ["reply"] = reply.DeepClone() })).ToList();
        return Html.Of($"""
            {Html.If(interactive.At("header", "text") is not null, () => Html.Of($"""<p class="subject">{interactive.TextAt("header", "text")}</p>"""))}
            <p>{interactive.TextAt("body", "text")}</p>
            {Html.If(interactive.At("footer", "text") is not null, () => Html.Of($"""<p class="faint">{interactive.TextAt("footer", "text")}</p>"""))}
            {Html.If(buttons.Count > 0, () => Html.Of($"""<div class="buttons">{buttons}</div>"""))}
            """);
    }

    // A tap is an inbound message with what the button says.
    private static Html Tap(InboxMessage message, string? title, JsonObject content) => Html.Of($"""
        <form hx-post="/_simulator/v1/messages" hx-swap="none"><input type="hidden" name="channel" value="{message.Channel}"><input type="hidden" name="from" value="{message.To}">
        <input type="hidden" name="to" value="{message.From}"><input type="hidden" name="content" value="{content.ToJsonString()}"><button>{title ?? "…"}</button></form>
        """);

    private static Html Status(InboxMessage message)
    {
        if (message.IsInbound)
            return Html.None;
        var tick = message.Status switch
        {
            "read" or "delivered" => "✓✓",
            _ when message.HasFailed => "✕",
            _ => "✓",
        };
        return Html.Of($"""<span class="tick {message.Status}"><span aria-hidden="true">{tick}</span> {message.Status}</span>""");
    }

    private static Html Problem(InboxMessage message)
    {
        var reason = message.Refusal ?? message.Steps.Select(step => step.Error).LastOrDefault(error => error is not null);
        return reason is null ? Html.None : Html.Of($"""<p class="problem">{reason}</p>""");
    }

    private static Html Link(string url, string text) => Uri.TryCreate(url, UriKind.Absolute, out var address) && address.Scheme is "http" or "https"
        ? Html.Of($"""<a href="{address.AbsoluteUri}" target="_blank" rel="noreferrer noopener">{text}</a>""")
        : Html.Of($"""<span>{text}</span>""");

    private static string NameOf(string url) => Uri.TryCreate(url, UriKind.Absolute, out var address) && address.Segments is [.., var last] && last != "/" ? Uri.UnescapeDataString(last) : url;

    private static string Icon(string kind) => kind switch
    {
        "video" => "▶",
        "audio" => "♪",
        "file" => "▤",
        "vcard" => "☰",
        _ => "▦",
    };
}
