using System.Buffers.Text;
using System.Text;
using Vonage.Testing.Control;
using Vonage.Testing.State;

namespace Vonage.Testing.Page;

/// <summary>The webhooks, and one of them in full, to be sent again.</summary>
internal sealed class WebhooksView(SharedState shared)
{
    public Html Render(PageRequest request)
    {
        var query = new SearchQuery(request.Search);
        var all = shared.Webhooks.Sent;
        var listed = all.Where(query.Matches).ToList();
        var selected = request.Id is { } id ? all.FirstOrDefault(each => $"{each.Id}" == id) : listed.LastOrDefault();
        return Html.Of($"""
            <section class="list wide{(request.Id is null ? "" : " behind")}" aria-label="Webhooks">
            <div class="tools"><h1 class="unseen">Webhooks</h1>{Parts.Search(request, "Search: type: http:5xx is:failed …")}</div>
            <ul class="rows">{listed.AsEnumerable().Reverse().Take(request.Limit).Select(sent => Row(request, sent, sent == selected))}</ul>
            {Parts.More(request, listed.Count)}
            </section>
            <section class="detail" aria-label="Webhook">{(selected is null ? Parts.Empty("No webhooks yet", Html.Of($"Start the simulator with the URLs of your application, such as <code>--inbound-sms</code> and <code>--call-event</code>, or name them in requests. Each delivery appears here with the application’s answer.")) : Detail(request, selected, all))}</section>
            """);
    }

    private static Html Row(PageRequest request, SentWebhook sent, bool isSelected) => Html.Of($"""
        <li><a class="row" data-row href="{request.With(("id", $"{sent.Id}"))}"{(isSelected ? Html.Of($" aria-current=\"true\"") : Html.None)}>
        <span class="line"><span>{Parts.Status(sent.StatusCode)} <b>{sent.Type.ToString()}</b>{Html.If(sent.RepeatOf is not null, () => Html.Of($""" <span class="faint">attempt {sent.Attempt}</span>"""))}</span>{Parts.Time(sent.SentAt)}</span>
        <span class="line"><span class="text mono">{sent.Method} {sent.Url.OriginalString}</span><span class="faint">{Parts.Milliseconds(sent.Duration)}</span></span>
        {Html.If(sent.Error is not null, () => Html.Of($"""<span class="line"><span class="text bad">{sent.Error}</span></span>"""))}</a></li>
        """);

    private static Html Detail(PageRequest request, SentWebhook sent, IReadOnlyList<SentWebhook> all)
    {
        var attempts = all.Where(other => other.FirstId == sent.FirstId).ToList();
        var next = attempts.Exists(each => each.IsAccepted) ? null : attempts[^1].NextAttemptAt;
        return Html.Of($"""
            <header class="who">{Parts.Back(request)}<div><h2>{sent.Type.ToString()}</h2><p class="mono">{sent.Method} {sent.Url.OriginalString}</p></div>
            <p class="actions"><button type="button" hx-post="/_simulator/v1/webhooks/{sent.Id}/send" hx-swap="none">Send again</button></p></header>
            <div class="scroll" tabindex="0" role="region" aria-label="Webhook {sent.Id}">
            <dl class="facts"><dt>Answer</dt><dd>{Parts.Status(sent.StatusCode)}{Html.If(sent.Error is not null, () => Html.Of($""" <span class="bad">{sent.Error}</span>"""))}</dd><dt>Duration</dt><dd>{Parts.Milliseconds(sent.Duration)}</dd>
            <dt>Attempts</dt><dd>{attempts.Select(each => Html.Of($"""<a href="{request.With(("id", $"{each.Id}"))}"{(each == sent ? Html.Of($" aria-current=\"true\"") : Html.None)}>{each.Id}</a> {Parts.Status(each.StatusCode)} """))}</dd>{Html.If(next is not null, () => Html.Of($"<dt>Next attempt</dt><dd>{Parts.Time(next!.Value)}</dd>"))}</dl>
            <h3>Payload</h3>{Parts.Code(sent.Payload)}
            <details class="edit" hx-morph-skip id="edit{sent.Id}"><summary>Edit and send</summary><form class="fields" hx-post="/_simulator/v1/webhooks/{sent.Id}/send" hx-swap="none">
            <label class="wide">Payload <textarea name="payload" rows="12" spellcheck="false" class="mono">{Parts.Pretty(sent.Payload)}</textarea></label><button>Send</button></form></details>
            <h3>The application’s answer</h3>{Parts.Code(sent.ResponseBody)}
            <h3>Signature</h3>{Signature(sent.Signature)}
            </div>
            """);
    }

    private static Html Signature(string? signature)
    {
        if (signature?.Split('.') is not [var header, var claims, _])
            return signature is null ? Html.Of($"""<p class="faint">None.</p>""") : Parts.Code(signature);
        return Html.Of($"""{Parts.Code(Decode(header))}{Parts.Code(Decode(claims))}<details class="edit"><summary>Token</summary>{Parts.Code(signature)}</details>""");
    }

    private static string Decode(string part) => Encoding.UTF8.GetString(Base64Url.DecodeFromChars(part));
}
