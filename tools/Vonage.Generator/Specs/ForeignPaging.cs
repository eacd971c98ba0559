using System.Text.RegularExpressions;
using Newtonsoft.Json.Linq;

namespace Vonage.Generator.Specs;

/// <summary>
/// Understands what documents of other makers say of pages, and writes it as <c>x-paging</c>. What has no counterpart is a warning: the
/// operation then returns one page.
/// </summary>
internal sealed partial class ForeignPaging
{
    private const string Ours = "x-paging";

    // Parameters that take what a link to the next page has in its query, for documents that name the link alone.
    private static readonly HashSet<string> Positions = new(StringComparer.OrdinalIgnoreCase) { "$skiptoken", "skiptoken", "continuationToken", "continuation_token", "cursor", "pageToken", "page_token", "nextToken", "next_token", "marker", "after" };

    private readonly Spec _spec;
    private readonly JObject _operation;
    private readonly List<JObject> _parameters;

    private ForeignPaging(Spec spec, JObject operation)
    {
        _spec = spec;
        _operation = operation;
        _parameters = [.. (operation["parameters"] as JArray ?? []).Concat((operation.Parent?.Parent as JObject)?["parameters"] as JArray ?? []).OfType<JObject>().Select(Resolve)];
    }

    public static void Translate(Spec spec)
    {
        foreach (var operation in (spec.Root["paths"] as JObject ?? []).PropertyValues().OfType<JObject>().SelectMany(path => path.PropertyValues()).OfType<JObject>())
        {
            var paging = new ForeignPaging(spec, operation);
            paging.Read("x-ms-pageable", paging.Linked);
            paging.Read("x-speakeasy-pagination", paging.Typed);
            paging.Read("x-fern-pagination", paging.Requested);
        }
    }

    private void Read(string theirs, Func<JObject, JObject?> translate)
    {
        if (_operation[theirs] is not JObject said)
            return;
        if (translate(said) is not { } paging)
            _spec.Warn($"'{theirs}' has no effect here: the method returns one page. Say with {Ours} which parameter has the position and which field the items.", said);
        else if (_operation[Ours] is null)
            _operation[Ours] = paging;
        // Ours may say more: its total, or the size.
        else if (paging.Properties().FirstOrDefault(p => _operation[Ours] is not JObject own || own[p.Name] is { } value && !JToken.DeepEquals(value, p.Value) || p.Name is "style" or "items" && own[p.Name] is null) is not null)
            throw new SpecException($"'{Ours}' and '{theirs}' say different things. Keep one of them.", said);
    }

    // { itemName: value, nextLinkName: nextLink }
    private JObject? Linked(JObject said)
    {
        var position = _parameters.Find(p => Text(p["in"]) == "query" && Positions.Contains(Text(p["name"])));
        return Text(said["nextLinkName"]) is { Length: > 0 } next && position is not null ? Paging("cursor", Text(position["name"]), Text(said["itemName"]) is { Length: > 0 } items ? items : "value", next: next) : null;
    }

    // { type: cursor, inputs: [ { name, in, type } ], outputs: { results, nextCursor, numPages } }
    private JObject? Typed(JObject said)
    {
        var inputs = (said["inputs"] as JArray ?? []).OfType<JObject>().Where(input => Text(input["in"]) == "parameters").ToList();
        var (outputs, results) = (said["outputs"] as JObject ?? [], Field((said["outputs"] as JObject)?["results"]));
        var style = Text(said["type"]) switch
        {
            "cursor" => "cursor",
            "offsetLimit" when Input("page") is not null => "page",
            "offsetLimit" => "offset",
            _ => null,
        };
        var next = Field(outputs["nextCursor"]);
        if (style is null || results is null || Input(style) is not { } position || style == "cursor" && next is null)
            return null;
        return Paging(style, position, results, Input("limit"), next: style == "cursor" ? next : null, total: Field(outputs["numPages"]));

        string? Input(string type) => inputs.Where(input => Text(input["type"]) == type).Select(input => Parameter(Text(input["name"]))).FirstOrDefault();
    }

    // { cursor: $request.after, next_cursor: $response.next, results: $response.data }
    private JObject? Requested(JObject said)
    {
        var (results, size, next) = (Field(said["results"]), Parameter(Name(said["step"])), Field(said["next_cursor"]));
        if (results is null)
            return null;
        if (Parameter(Name(said["cursor"])) is { } cursor)
            return next is null ? null : Paging("cursor", cursor, results, next: next);
        return Parameter(Name(said["offset"])) is { } position ? Paging(said["step"] is null ? "page" : "offset", position, results, size) : null;
    }

    private static JObject Paging(string style, string position, string items, string? size = null, string? next = null, string? total = null)
    {
        var paging = new JObject { ["style"] = style, [style] = position, ["items"] = items };
        foreach (var (name, value) in new[] { ("size", size), ("next", next), ("total", total) })
            if (value is not null)
                paging[name] = value;
        return paging;
    }

    /// <summary>A parameter that the operation has.</summary>
    private string? Parameter(string? name) => name is not null && _parameters.Exists(p => Text(p["name"]) == name) ? name : null;

    private JObject Resolve(JObject parameter) =>
        Text(parameter["$ref"]) is var reference && reference.StartsWith("#/", StringComparison.Ordinal) && reference[2..].Split('/').Aggregate((JToken?)_spec.Root, (at, part) => (at as JObject)?[part]) is JObject target ? target : parameter;

    private static string? Name(JToken? path) => RequestPath().Match(Text(path)) is { Success: true } match ? match.Groups[1].Value : null;

    private static string? Field(JToken? path) => ResponsePath().Match(Text(path)) is { Success: true } match ? match.Groups[1].Value : null;

    private static string Text(JToken? value) => value is JValue { Value: string text } ? text : string.Empty;

    [GeneratedRegex(@"^\$request\.(?:query\.)?([\w$-]+)$")]
    private static partial Regex RequestPath();

    [GeneratedRegex(@"^\$(?:response)?\.([\w-]+(?:\.[\w-]+)*)$")]
    private static partial Regex ResponsePath();
}
