using System.Globalization;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace Vonage.Testing.Page;

/// <summary>Pieces that several views have.</summary>
internal static class Parts
{
    private const int MaxShown = 64 * 1024;
    private static readonly JsonSerializerOptions Indented = new() { WriteIndented = true, Encoder = System.Text.Encodings.Web.JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    public static Html Search(PageRequest request, string hint) => Html.Of($"""
        <form class="search" role="search" method="get" action="/" hx-morph-skip>
        <input type="hidden" name="view" value="{request.View}">{Html.If(request.Filter is not null, () => Html.Of($"""<input type="hidden" name="channel" value="{request.Filter}">"""))}
        <label class="unseen" for="q">Search</label><input id="q" name="q" type="search" value="{request.Search}" placeholder="{hint}" autocomplete="off" spellcheck="false">
        </form>
        """);

    public static Html Empty(string title, Html text) => Html.Of($"""<div class="empty"><h2>{title}</h2><p>{text}</p></div>""");

    public static Html More(PageRequest request, int total, params ReadOnlySpan<(string, string?)> selected)
    {
        if (total <= request.Limit || request.Limit >= 1000)
            return Html.None;
        var fields = new List<(string, string?)>(selected.ToArray()) { ("limit", $"{Math.Min(1000, 2 * request.Limit)}") };
        return Html.Of($"""<p class="more"><a href="{request.With([.. fields])}">Show more of {total}</a></p>""");
    }

    public static Html Time(DateTimeOffset time) => Html.Of($"""<time datetime="{time.UtcDateTime.ToString("O", CultureInfo.InvariantCulture)}">{time.ToString("HH:mm:ss", CultureInfo.InvariantCulture)}</time>""");

    /// <summary>A text of any length in a box. JSON is indented.</summary>
    public static Html Code(string? text, string empty = "Empty.")
    {
        if (string.IsNullOrEmpty(text))
            return Html.Of($"""<p class="faint">{empty}</p>""");
        var shown = Pretty(text);
        var cut = shown.Length > MaxShown;
        return Html.Of($"""<pre tabindex="0">{Start(shown, MaxShown)}</pre>{Html.If(cut, () => Html.Of($"""<p class="faint">The first {MaxShown} of {shown.Length} characters.</p>"""))}""");
    }

    public static string Pretty(string text)
    {
        try
        {
            return text.Length <= 8 * MaxShown && text.AsSpan().TrimStart() is ['{' or '[', ..] ? JsonNode.Parse(text)!.ToJsonString(Indented) : text;
        }
        catch (Exception error) when (error is JsonException or InvalidOperationException)
        {
            return text;
        }
    }

    /// <summary>The beginning of a text that is too long. It ends with a whole character.</summary>
    public static string Start(string text, int length) => text.Length <= length ? text : text[..(char.IsHighSurrogate(text[length - 1]) ? length - 1 : length)];

    public static Html Status(int? code, bool isRefused = false) => Html.Of($"""<span class="status {(code is >= 200 and < 300 && !isRefused ? "good" : "bad")}">{(code is null or 0 ? "none" : code.Value.ToString(CultureInfo.InvariantCulture))}</span>""");

    public static string Milliseconds(TimeSpan? time) => time is { } known ? known.TotalMilliseconds.ToString(known.TotalMilliseconds < 10 ? "0.0" : "0", CultureInfo.InvariantCulture) + " ms" : "…";

    public static Html Back(PageRequest request) => Html.Of($"""<a class="back" href="{request.With()}">‹ <span>Back to the list</span></a>""");

    /// <summary>How many messages nobody has looked at.</summary>
    public static Html Unread(int count) => Html.If(count > 0, () => Html.Of($"""<span class="new">{count}<span class="unseen"> unread</span></span>"""));

    public static Html Channels(string? selected, IEnumerable<string> channels) =>
        Html.Join(channels.Select(channel => Html.Of($"""<option value="{channel}"{(channel == selected ? Html.Of($" selected") : Html.None)}>{ChannelName(channel)}</option>""")));

    public static string ChannelName(string channel) => channel switch
    {
        "sms" => "SMS",
        "mms" => "MMS",
        "rcs" => "RCS",
        "whatsapp" or "whatsapp_interactive" => "WhatsApp",
        "messenger" => "Messenger",
        "viber_service" => "Viber",
        "email" => "Email",
        "voice" => "Voice",
        _ => channel,
    };
}
