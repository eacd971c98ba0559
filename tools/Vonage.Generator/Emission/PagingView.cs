using Newtonsoft.Json.Linq;
using Vonage.Generator.Specs;

namespace Vonage.Generator.Emission;

/// <summary>How a list is followed from page to page, as the spec's <c>x-paging</c> says.</summary>
internal sealed class PagingView
{
    private readonly string _pageMethod;

    private PagingView(OperationModel operation, ApiModel api, JObject paging)
    {
        var page = operation.ReplyType ?? throw new SpecException($"{api.Spec.Name}: {operation.OperationId} is paged, but has no reply.");
        Style = (string)paging["style"]!;
        var position = (string?)paging[Style] ?? throw new SpecException($"{api.Spec.Name}: {operation.OperationId}: x-paging lacks '{Style}'.");
        Position = operation.Inputs.FirstOrDefault(i => i.WireName == position) ?? throw new SpecException($"{api.Spec.Name}: {operation.OperationId}: no parameter '{position}'.");
        PositionWireName = Literal.Of(position);
        (Items, ItemType) = Follow(api.Spec, page, (string)paging["items"]!);
        Next = paging["next"] is { } next ? Follow(api.Spec, page, (string)next!).Expression : null;
        Total = paging["total"] is { } total ? Follow(api.Spec, page, (string)total!).Expression : null;
        Count = paging["count"] is { } count ? Follow(api.Spec, page, (string)count!).Expression : null;
        First = (int?)paging["first"] ?? (Style == "page" ? 1 : 0);
        _pageMethod = Names.Pascal(operation.OperationId) + "PageAsync";
        MethodName = Names.Pascal(operation.OperationId) + "Async";
        PageType = page;
        Signature = string.Join(", ", operation.Inputs.OrderByDescending(i => i.IsRequired).Where(i => i != Position).Select(i => i.Declaration)
            .Append("RequestOptions? options = null").Append("CancellationToken cancellationToken = default"));
        Arguments = string.Join(", ", operation.Inputs.OrderByDescending(i => i.IsRequired).Select(i => i == Position ? $"{i.Name}: nextPosition" : $"{i.Name}: {i.Name}").Append("options: options").Append("cancellationToken: pageToken"));
        OtherInputs = [.. operation.Inputs.Where(i => i != Position)];
    }

    public string Style { get; }

    public ParameterView Position { get; }

    public string PositionWireName { get; }

    public string Items { get; }

    public string ItemType { get; }

    public string PageType { get; }

    public string? Next { get; }

    public string? Total { get; }

    public string? Count { get; }

    public int First { get; }

    public string MethodName { get; }

    public string Signature { get; }

    public string Arguments { get; }

    public IReadOnlyList<ParameterView> OtherInputs { get; }

    /// <summary>The call of Core's shared mechanism.</summary>
    public string FullCall
    {
        get
        {
            var fetch = $"(nextPosition, pageToken) => {_pageMethod}({Arguments})";
            var items = $"page => page{Items}";
            var total = Total is null ? "null" : $"page => page{Total}";
            var count = Count is null ? "null" : $"page => page{Count}";
            return Style switch
            {
                "page" => $"Paging.ByPage<{PageType}, {ItemType}>({fetch}, {items}, {total}, {count}, {First}, cancellationToken)",
                "offset" when Next is not null => $"Paging.ByNextOffset<{PageType}, {ItemType}>({fetch}, {items}, page => Paging.ParameterOf(page{Next}, {PositionWireName}), cancellationToken)",
                "offset" => $"Paging.ByOffset<{PageType}, {ItemType}>({fetch}, {items}, {total}, cancellationToken)",
                _ => $"Paging.ByCursor<{PageType}, {ItemType}>({fetch}, {items}, page => Paging.ParameterOf(page{Next}, {PositionWireName}), cancellationToken)",
            };
        }
    }

    public static PagingView? Of(OperationModel operation, ApiModel api, JObject json) =>
        json["x-paging"] is JObject paging ? new PagingView(operation, api, paging) : null;

    // `_embedded.calls` → (?.Embedded?.Calls, Call); `data[].data` → (?.Data?.Select(item => item.Data), Call)
    private static (string Expression, string ItemType) Follow(Spec spec, string type, string path)
    {
        var expression = string.Empty;
        var schema = spec.Schema(type);
        var name = type;
        if (path.IndexOf("[].", StringComparison.Ordinal) is var list and > 0)
        {
            var (outer, item) = Follow(spec, type, path[..list]);
            var (inner, innerType) = Follow(spec, item, path[(list + 3)..]);
            return ($"{outer}?.Select(item => item{inner})", innerType);
        }
        foreach (var part in path.Split('.'))
        {
            var property = schema["properties"]?[part] as JObject ?? throw new SpecException($"{spec.Name}: x-paging: '{name}' has no field '{part}'.");
            expression += (expression.Length == 0 ? "." : "?.") + Names.Property(part, property, name);
            name = Spec.ReferenceOf(property) ?? string.Empty;
            schema = spec.Resolve(property);
        }
        return (expression, schema["items"] is JObject items ? Spec.ReferenceOf(items) ?? "string" : name);
    }
}
