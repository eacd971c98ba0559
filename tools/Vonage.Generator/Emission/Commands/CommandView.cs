using Newtonsoft.Json.Linq;
using Vonage.Generator.Specs;

namespace Vonage.Generator.Emission.Commands;

/// <summary>An operation as a command, as <c>Commands.liquid</c> sees it.</summary>
internal sealed class CommandView
{
    private readonly ApiModel _api;
    private readonly FieldReader _fields;

    // The operation as its author wrote it, before it was made ready for classes.
    private readonly JObject _json;
    private readonly JObject? _reply;

    public CommandView(OperationModel operation, ApiModel api, JObject document, FieldReader fields)
    {
        Operation = operation;
        _api = api;
        _fields = fields;
        var path = (JObject)document["paths"]![operation.WirePath]!;
        _json = (JObject)path[operation.HttpVerb.ToLowerInvariant()]!;
        // A command cannot be called as its group.
        Name = Names.Kebab(operation.OperationId) is var name && name == Names.Kebab(api.Target.Api) ? "request" : name;
        Parameters = [.. operation.AllInputs.Select(view => fields.Parameter(Declared(path, view), view))];
        _reply = operation.IsDownload ? null : ReplySchema();
    }

    public OperationModel Operation { get; }

    public string Name { get; }

    public string NameLiteral => Literal.Of(Name);

    public IReadOnlyList<FieldView> Parameters { get; }

    /// <summary>Shorter names, by which no other command of the group can be meant.</summary>
    public IReadOnlyList<string> Aliases { get; set; } = [];

    public IEnumerable<string> Members
    {
        get
        {
            if (Aliases.Count > 0)
                yield return $"Aliases = {FieldView.List(Aliases)}";
            yield return $"Summary = {Literal.Of(FieldReader.FirstLine(Operation.SummaryText))}";
            if ((string?)_json["description"] is { } description)
                yield return $"Remarks = {Literal.Of(description.Trim())}";
            if (Operation.Obsolete is not null)
                yield return "IsDeprecated = true";
            if (Operation.AcceptLiteral is not null)
                yield return $"Accept = {Operation.AcceptLiteral}";
            if (Operation.IsDownload)
                yield return "IsDownload = true";
            else if (Operation.ReplyType is null)
                yield return "HasNoReply = true";
            else if (Operation.IsReplyOptional)
                yield return "IsReplyOptional = true";
            if (_reply is not null && TypeOf(_reply) is { } reply)
                yield return $"Reply = {reply}";
            if (Paging is { } paging)
                yield return $"Paging = {paging}";
            else if (Items is { } items)
                yield return $"Items = {Literal.Of(items)}";
            if (Columns is { Count: > 0 } columns)
                yield return $"Columns = {FieldView.List(columns)}";
            if (Operation.HttpVerb == "GET" && Items is null && _reply is not null && _fields.StateOf(_reply) is { } state)
                yield return $"State = {Literal.Of(state)}";
        }
    }

    public BodyView? Body
    {
        get
        {
            if (Operation.Body is not var (mediaType, kind, _))
                return null;
            var schema = (JObject)_fields.Dereference((JObject)_json["requestBody"]!)["content"]![mediaType]!["schema"]!;
            var model = kind is BodyKind.Form or BodyKind.Json ? TypeOf(schema) : null;
            var fields = kind is BodyKind.Bytes or BodyKind.Text ? [] : _fields.BodyFields(schema, model is not null);
            return new(kind.ToString(), Literal.Of(mediaType), Operation.IsBodyRequired, model, [.. fields.Select(f => f.Code)]);
        }
    }

    private string? Items => (string?)_json["x-list"] ?? (string?)_json["x-paging"]?["items"];

    private IReadOnlyList<string> Columns =>
        _reply is not null && Items is { } items && _fields.At(_reply, items) is { } list ? _fields.Columns(items.Contains("[]", StringComparison.Ordinal) ? list : _fields.ItemsOf(list)) : [];

    private string? Paging
    {
        get
        {
            if (_json["x-paging"] is not JObject paging)
                return null;
            var style = (string)paging["style"]!;
            var members = new[] { ("next", "Next"), ("total", "TotalPages"), ("count", "TotalItems"), ("size", "Size") }
                .Where(m => paging[m.Item1] is not null).Select(m => $"{m.Item2} = {Literal.Of((string)paging[m.Item1]!)}").ToList();
            if ((int?)paging["first"] is { } first)
                members.Add($"First = {first}");
            return $"new({Literal.Of(style)}, {Literal.Of((string)paging[style]!)}, {Literal.Of((string)paging["items"]!)}){(members.Count == 0 ? string.Empty : $" {{ {string.Join(", ", members)} }}")}";
        }
    }

    private JObject Declared(JObject path, ParameterView view) => (path["parameters"] as JArray ?? []).Concat(_json["parameters"] as JArray ?? [])
        .Cast<JObject>().Select(_fields.Dereference).Last(p => (string?)p["name"] == view.WireName && (string?)p["in"] == view.In);

    private JObject? ReplySchema() => (_json["responses"] as JObject ?? []).Properties().Where(r => r.Name.StartsWith('2')).OrderBy(r => r.Name, StringComparer.Ordinal)
        .SelectMany(r => (_fields.Dereference((JObject)r.Value)["content"] as JObject ?? []).Properties()).Where(c => MediaTypes.IsJson(c.Name))
        .Select(c => c.Value["schema"] as JObject).FirstOrDefault(schema => schema is not null);

    // Of several forms of a body, the class is one.
    private string? NameOf(JObject schema) => (string?)_fields.Dereference(schema)["x-form"] ?? Spec.ReferenceOf(schema);

    // The class of the package, whose rules and checks the command uses; null for what others cannot see.
    private string? TypeOf(JObject schema) =>
        NameOf(schema) is { } name && _api.Spec.Schemas[name] is { } known && _api.AccessOf(name) == "public" && !_api.Spec.SharedSchemas.Contains(name)
        && ((known["properties"] ?? known["x-union"]) is not null)
            ? $"typeof({_api.NamespaceOf(name)}.{name})"
            : null;
}

/// <summary>The body of a command's request.</summary>
/// <param name="Kind">How it travels.</param>
/// <param name="MediaType">Its media type, as a literal.</param>
/// <param name="IsRequired">Whether there must be one.</param>
/// <param name="Model">The class that checks and writes it; null where it is sent as it is given.</param>
/// <param name="Fields">Its fields.</param>
internal sealed record BodyView(string Kind, string MediaType, bool IsRequired, string? Model, IReadOnlyList<string> Fields);
