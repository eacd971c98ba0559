using System.Globalization;
using Newtonsoft.Json.Linq;
using Vonage.Core;
using Vonage.Core.Pipeline;

namespace Vonage.Cli;

/// <summary>A list whose pages follow each other as the SDK follows them.</summary>
internal sealed class PageList(ApiClient api, ApiCommand command, PagingRule rule, RequestBuilder builder)
{
    public PagedList<JToken> Create(CancellationToken cancellationToken)
    {
        // Now: what is wrong with the request is an error before the list begins.
        builder.Create(api.Credentials);
        return rule.Style switch
        {
            "page" => Paging.ByPage(api, command.Operation, builder.Path, ByNumber, Items, Counter(rule.TotalPages), Counter(rule.TotalItems), rule.First ?? 1, cancellationToken),
            "offset" when rule.Next is not null => Paging.ByNextOffset(api, command.Operation, builder.Path, ByNumber, Items, Next, Unreadable, rule.Position, cancellationToken),
            "offset" => Paging.ByOffset(api, command.Operation, builder.Path, ByNumber, Items, Counter(rule.TotalItems), cancellationToken),
            _ => Paging.ByCursor(api, command.Operation, builder.Path, FetchAsync, Items, Counter(rule.TotalItems), Next, Unreadable, rule.Position, cancellationToken),
        };
    }

    private Task<JToken> ByNumber(int position, CancellationToken cancellationToken) => FetchAsync(position.ToString(CultureInfo.InvariantCulture), cancellationToken);

    private async Task<JToken> FetchAsync(string? position, CancellationToken cancellationToken) =>
        (await api.SendAsync(builder.Create(api.Credentials, position), json => JsonReply.Read(json, command), cancellationToken)).Json;

    private IEnumerable<JToken>? Items(JToken page) => page.Items(rule.Items);

    private string? Next(JToken page) => rule.Next is { } next && page.Wire(next) is JValue link ? WireFormat.Json(link) : null;

    private string? Unreadable(JToken page) => rule.Next is { } next && !page.LeadsTo(next) ? next : null;

    private static Func<JToken, int?>? Counter(string? path) => path is null ? null : page => page.Count(path);
}
