using System.Globalization;
using Newtonsoft.Json.Linq;
using Vonage.Generator.Specs;

namespace Vonage.Generator.Emission;

/// <summary>How a list is followed from page to page, as the spec's <c>x-paging</c> says.</summary>
internal sealed class PagingView
{
    private readonly string _operation;
    private readonly string _style;
    private readonly string _parameter;
    private readonly string _items;
    private readonly string? _next;
    private readonly string? _unreadable;
    private readonly string? _totalPages;
    private readonly string? _totalItems;
    private readonly int _first;

    // A number of pages or items may be wide in the document.
    private readonly string _count;

    private PagingView(OperationModel operation, ApiModel api, JObject paging)
    {
        var page = operation.ReplyType ?? throw new SpecException($"{operation.OperationId} is paged, but has no reply.", paging);
        _operation = operation.DescriptionField;
        _style = (string)paging["style"]!;
        var position = (string?)paging[_style] ?? throw new SpecException($"{operation.OperationId}: x-paging lacks '{_style}'.", paging);
        Position = operation.Inputs.FirstOrDefault(i => i.WireName == position) ?? throw new SpecException($"{operation.OperationId}: no parameter '{position}'.", paging[_style]);
        Position.ReadFromPosition();
        _parameter = Literal.Of(position);
        var items = FieldPath.Of(api.Spec, page, (string)paging["items"]!);
        _items = items.Expression;
        ItemType = items.ItemType;
        if (Field("next") is { } next)
        {
            _next = next.Expression + (next.IsUri ? "?.OriginalString" : "");
            _unreadable = $"static page => Paging.FindUnreadable({Literal.Of((string)paging["next"]!)}{string.Concat(next.Steps.Select(step => ", page" + step.Owner))})";
        }

        _count = api.Target.HasWideIntegers ? "(int?)" : string.Empty;
        _totalPages = Field("total")?.Expression;
        _totalItems = Field("count")?.Expression;
        _first = (int?)paging["first"] ?? (_style == "page" ? 1 : 0);

        FieldPath? Field(string key) => paging[key] is { } path ? FieldPath.Of(api.Spec, page, (string)path!) : null;
    }

    public ParameterView Position { get; }

    public string ItemType { get; }

    /// <summary>The call of Core's shared mechanism.</summary>
    /// <param name="send">Sends the request for the page at a position.</param>
    public string CallOf(string send)
    {
        var fetch = $"(position, pageToken) => {send}";
        var items = Select(_items);
        var total = Select(_totalItems, _count);
        var next = Select(_next);
        return _style switch
        {
            "page" => Call("ByPage", fetch, items, Select(_totalPages, _count), total, _first.ToString(CultureInfo.InvariantCulture)),
            "offset" when _next is not null => Call("ByNextOffset", fetch, items, next, _unreadable!, _parameter),
            "offset" => Call("ByOffset", fetch, items, total),
            _ => Call("ByCursor", fetch, items, total, next, _unreadable ?? "null", _parameter),
        };
    }

    public static PagingView? Of(OperationModel operation, ApiModel api, JObject json) =>
        json["x-paging"] is JObject paging ? new PagingView(operation, api, paging) : null;

    private string Call(string method, params IEnumerable<string> arguments) =>
        $"Paging.{method}({string.Concat(arguments.Prepend($"_apiClient, {_operation}, path").Append("cancellationToken").Select((a, i) => (i == 0 ? "" : ",") + "\n            " + a))})";

    private static string Select(string? field, string cast = "") => field is null ? "null" : $"static page => {cast}page{field}";
}
