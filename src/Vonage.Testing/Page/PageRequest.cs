using System.Globalization;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.Extensions;

namespace Vonage.Testing.Page;

/// <summary>What the address of the page says: the view, the search, what is selected, and how much to list.</summary>
internal sealed class PageRequest(IQueryCollection query)
{
    /// <summary>The number of entries that a list has until more are asked for.</summary>
    public const int ListLength = 100;

    private static readonly string[] Views = ["inbox", "phone", "requests", "webhooks", "outcomes"];

    public string View => Views.Contains(Text("view")) ? Text("view")! : "inbox";

    public string? Search => Text("q");

    public string? Id => Text("id");

    public string? Channel => Text("channel");

    public string? Ours => Text("ours");

    public string? Theirs => Text("theirs");

    /// <summary>The channel to which the list is limited; that of a conversation limits nothing.</summary>
    public string? Filter => Theirs is null ? Channel : null;

    public int Limit => int.TryParse(Text("limit"), NumberStyles.None, CultureInfo.InvariantCulture, out var limit) ? Math.Clamp(limit, ListLength, 1000) : ListLength;

    /// <summary>The address of the page as it is.</summary>
    public string Self => $"/{new QueryBuilder(query.Select(each => KeyValuePair.Create(each.Key, each.Value.ToString())))}";

    /// <summary>The address of this view with the same search.</summary>
    public string With(params ReadOnlySpan<(string Name, string? Value)> fields)
    {
        var builder = new QueryBuilder { { "view", View } };
        if (Search is { } search)
            builder.Add("q", search);
        foreach (var (name, value) in fields)
        {
            if (value is not null)
                builder.Add(name, value);
        }
        return $"/{builder}";
    }

    private string? Text(string name) => query[name].FirstOrDefault() is { Length: > 0 } text ? text : null;
}
