using Vonage.Simulation;
using Vonage.Testing.Control;

namespace Vonage.Testing.Page;

/// <summary>The requests of the application, and one of them in full.</summary>
internal sealed class RequestsView(VonageSimulator simulator)
{
    public Html Render(PageRequest request)
    {
        var query = new SearchQuery(request.Search);
        var all = simulator.Requests.ToList();
        var listed = query.IsEmpty ? all : all.FindAll(query.Matches);
        var selected = request.Id is { } id ? all.Find(each => $"{each.Id}" == id) : listed.LastOrDefault();
        return Html.Of($"""
            <section class="list wide{(request.Id is null ? "" : " behind")}" aria-label="Requests">
            <div class="tools"><h1 class="unseen">Requests</h1>{Parts.Search(request, "Search: operation: http:4xx is:refused …")}</div>
            <ul class="rows">{listed.AsEnumerable().Reverse().Take(request.Limit).Select(each => Row(request, each, each == selected))}</ul>
            {Parts.More(request, listed.Count)}
            <p class="faint foot">Export <a href="/_simulator/v1/export?format=json" download="simulator.json">JSON</a> <a href="/_simulator/v1/export?format=har" download="simulator.har">HAR</a> <a href="/_simulator/v1/export?format=curl" download="simulator.sh">curl</a></p>
            </section>
            <section class="detail" aria-label="Request">{(selected is null ? Parts.Empty("No requests yet", Html.Of($"Point your application at <code>{simulator.Address.GetLeftPart(UriPartial.Authority)}</code>. Every request appears here, with the reason if it is refused.")) : Detail(request, selected))}</section>
            """);
    }

    private static Html Row(PageRequest request, ReceivedRequest received, bool isSelected) => Html.Of($"""
        <li><a class="row" data-row href="{request.With(("id", $"{received.Id}"))}"{(isSelected ? Html.Of($" aria-current=\"true\"") : Html.None)}>
        <span class="line"><span>{Parts.Status(received.StatusCode, Reason(received) is not null)} <b>{received.Operation ?? "no operation"}</b></span>{Parts.Time(received.ReceivedAt)}</span>
        <span class="line"><span class="text mono">{received.Method} {received.Host}{received.Path}</span><span class="faint">{Parts.Milliseconds(received.Duration)}</span></span>
        {Html.If(Reason(received) is not null, () => Html.Of($"""<span class="line"><span class="text bad">{Reason(received)}</span></span>"""))}</a></li>
        """);

    private static Html Detail(PageRequest request, ReceivedRequest received) => Html.Of($"""
        <header class="who">{Parts.Back(request)}<div><h2>{received.Operation ?? "No operation"}</h2><p class="mono">{received.Method} {received.Host}{received.Path}{Masked.Query(received)}</p></div>
        <p class="actions"><button type="button" data-copy-from="/_simulator/v1/requests/{received.Id}/curl">Copy as curl</button><button type="button" data-copy-from="/_simulator/v1/requests/{received.Id}/csharp">Copy as C#</button></p></header>
        <div class="scroll" tabindex="0" role="region" aria-label="Request {received.Id}">
        <dl class="facts"><dt>Status</dt><dd>{Parts.Status(received.StatusCode, Reason(received) is not null)}</dd><dt>Duration</dt><dd>{Parts.Milliseconds(received.Duration)}</dd>
        <dt>Authentication</dt><dd>{(received.AuthenticationError is { } error ? Html.Of($"""<span class="bad">{error}</span>""") : Html.Of($"{Scheme(received)}"))}</dd>
        <dt>Session</dt><dd>{SessionKey.Of(received) ?? "none"}</dd></dl>
        {Html.If(received.Violations.Count > 0, () => Html.Of($"""<h3>What is wrong</h3><ul class="violations">{received.Violations.Select(violation => Html.Of($"<li><code>{violation.Field}</code> {violation.Reason}</li>"))}</ul>"""))}
        <h3>Body</h3>{Parts.Code(Masked.Body(received))}
        <h3>Reply</h3>{Parts.Code(received.Reply?.Body, received.Reply is null ? "The connection was closed without a reply." : "Empty.")}
        <h3>Headers</h3><dl class="headers">{Masked.Headers(received).Select(header => Html.Of($"<dt>{header.Key}</dt><dd>{header.Value}</dd>"))}</dl>
        </div>
        """);

    private static string? Reason(ReceivedRequest received) => received.AuthenticationError
        ?? (received.Violations.Count > 0 ? string.Join("; ", received.Violations) : received.Operation is null ? "No document contains this path and method." : null);

    private static string Scheme(ReceivedRequest received) => received.Headers.Authorization.ToString() is { Length: > 0 } header
        ? header.StartsWith("Basic", StringComparison.OrdinalIgnoreCase) ? "API key and secret" : "Token of the application"
        : "In the parameters, or not required";
}
