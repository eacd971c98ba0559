using Microsoft.AspNetCore.Http;
using Vonage.Testing.Control;
using Vonage.Testing.State;

namespace Vonage.Testing.Page;

/// <summary>The page. It is rendered here as a whole: when something changes, the browser asks for it again and htmx changes what differs.</summary>
internal sealed class SimulatorPage(VonageSimulator simulator, SharedState shared, ControlApi control)
{
    private const string Policy =
        "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self'; connect-src 'self'; form-action 'self'; base-uri 'none'; frame-ancestors 'none'";

    private const string Events = "messages from:body delay:60ms, calls from:body delay:60ms, requests from:body delay:60ms, webhooks from:body delay:60ms, outcomes from:body delay:60ms";

    public async Task WriteAsync(HttpContext context, CancellationToken cancellationToken)
    {
        var response = context.Response;
        response.ContentType = "text/html; charset=utf-8";
        response.Headers.ContentSecurityPolicy = Policy;
        response.Headers.XContentTypeOptions = "nosniff";
        response.Headers["Referrer-Policy"] = "no-referrer";
        response.Headers.CacheControl = "no-store";
        await response.WriteAsync(Render(new PageRequest(context.Request.Query)).ToString(), cancellationToken).ConfigureAwait(false);
    }

    // htmx and its extension are not deferred: htmx would begin between the two, and without the extension.
    private Html Render(PageRequest request)
    {
        var (title, view) = request.View switch
        {
            "phone" => ("Phone", new PhoneView(shared).Render(request)),
            "requests" => ("Requests", new RequestsView(simulator).Render(request)),
            "webhooks" => ("Webhooks", new WebhooksView(shared).Render(request)),
            "outcomes" => ("Outcomes", new OutcomesView(shared, control.Faults).Render()),
            _ => ("Inbox", new InboxView(shared).Render(request)),
        };
        var unread = shared.Inbox.Messages.Count(message => message.IsUnread);
        return Html.Of($"""
            <!doctype html>
            <html lang="en">
            <head>
            <meta charset="utf-8">
            <meta name="viewport" content="width=device-width, initial-scale=1">
            <meta name="htmx-config" content='includeIndicatorCSS:false history:false mode:"same-origin"'>
            <title>{(unread > 0 ? $"({unread}) " : "")}{title} – Vonage simulator</title>
            <link rel="icon" href="/_simulator/assets/icon.svg" type="image/svg+xml">
            <link rel="stylesheet" href="/_simulator/assets/page.css">
            <script src="/_simulator/assets/theme.js"></script>
            <script src="/_simulator/assets/htmx.min.js"></script>
            <script src="/_simulator/assets/hx-sse.min.js"></script>
            <script src="/_simulator/assets/page.js" defer></script>
            </head>
            <body hx-sse:connect="/_simulator/v1/events">
            <a class="skip" href="#view">Skip to the content</a>
            <header class="bar">
            <p class="brand">Simulator <span class="address">{simulator.Address.Authority}</span></p>
            <nav id="tabs" aria-label="Views">{Tabs(request.View, unread)}</nav>
            <p class="tools"><span class="live" id="live" title="Live: changes appear by themselves">Live</span><button type="button" id="theme" class="quiet">Theme</button><button type="button" id="keys" class="quiet" aria-haspopup="dialog">Keys</button></p>
            </header>
            <main id="view" tabindex="-1" class="view-{request.View}" hx-get="{request.Self}" hx-trigger="{Events}" hx-select="#view" hx-select-oob="#tabs:outerMorph" hx-swap="outerMorph">
            {view}
            </main>
            <p id="notice" role="status" aria-live="polite"></p>
            {Keys}
            </body>
            </html>
            """);
    }

    private Html Tabs(string current, int unread) => Html.Join(new (string View, string Title, int Count)[]
    {
        ("inbox", "Inbox", shared.Inbox.Messages.Count),
        ("phone", "Phone", shared.Webhooks.Calls.Count(call => !call.IsOver)),
        ("requests", "Requests", simulator.Requests.Count),
        ("webhooks", "Webhooks", shared.Webhooks.Sent.Count),
        ("outcomes", "Outcomes", OutcomeTable.List(shared.Webhooks.Outcomes).Count() + control.Faults.List().Count),
    }.Select(tab => Html.Of($"""<a href="/?view={tab.View}"{(tab.View == current ? Html.Of($" aria-current=\"page\"") : Html.None)}>{tab.Title}<span class="count">{tab.Count}</span>{Html.If(tab.View == "inbox", () => Parts.Unread(unread))}</a>""")));

    private static Html Keys => Html.Of($"""
        <dialog id="help" aria-labelledby="help-title"><h2 id="help-title">Keys</h2>
        <dl class="keys"><dt><kbd>1</kbd>–<kbd>5</kbd></dt><dd>Views</dd><dt><kbd>j</kbd> <kbd>k</kbd></dt><dd>Next and previous entry</dd><dt><kbd>Enter</kbd></dt><dd>Open</dd>
        <dt><kbd>/</kbd></dt><dd>Search</dd><dt><kbd>r</kbd></dt><dd>Reply</dd><dt><kbd>a</kbd></dt><dd>Mark all messages as read</dd><dt><kbd>Esc</kbd></dt><dd>Leave a field, go back</dd><dt><kbd>?</kbd></dt><dd>This list</dd></dl>
        <form method="dialog"><button>Close</button></form></dialog>
        """);
}
