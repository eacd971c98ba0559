using Newtonsoft.Json.Linq;
using NJsonSchema;
using NSwag;
using NSwag.CodeGeneration.CSharp;
using NSwag.CodeGeneration.CSharp.Models;
using Vonage.Generator.Specs;

namespace Vonage.Generator.Emission;

/// <summary>An operation with what NSwag's own model leaves out: the security and the server that the spec declares for it.</summary>
internal sealed class OperationModel : CSharpOperationModel
{
    private readonly ApiModel _api;
    private readonly OpenApiOperation _operation;
    private readonly JObject _json;
    private readonly string _path;
    private readonly Func<JsonSchema, bool, string> _typeOf;
    private readonly IReadOnlyList<ParameterView> _constants;

    public OperationModel(OpenApiOperation operation, ApiModel api, CSharpClientGeneratorSettings settings, CSharpGeneratorBase generator, NJsonSchema.CodeGeneration.CSharp.CSharpTypeResolver resolver)
        : base(operation, settings, generator, resolver)
    {
        _api = api;
        _operation = operation;
        (_path, HttpVerb, _json) = api.Spec.Operations().Single(o => (string?)o.Operation["operationId"] == operation.OperationId);
        HttpVerb = HttpVerb.ToUpperInvariant();
        _typeOf = (schema, nullable) => resolver.Resolve(schema, nullable, null);
        var parameters = ParametersOf(operation).ToList();
        Inputs = [.. parameters.Where(p => p.Constant is null)];
        _constants = [.. parameters.Where(p => p.Constant is not null)];
        ReplyType = FindReplyType();
        Paging = PagingView.Of(this, api, _json);
        Envelope = EnvelopeView.Of(this, api, _json);
    }

    public string OperationId => _operation.OperationId;

    public string HttpVerb { get; }

    /// <summary>The path as a C# literal.</summary>
    public string PathLiteral => Literal.Of(_path);

    /// <summary>The method's name. A paged list gives it to the stream of items, an envelope to its content; the page or document takes another.</summary>
    public string MethodName => Names.Pascal(_operation.OperationId) + (Paging is not null ? "PageAsync" : Envelope is not null ? "DocumentAsync" : "Async");

    public string DescriptionField => Names.Pascal(_operation.OperationId) + "Operation";

    public string NameLiteral => Literal.Of(_api.Target.Api + "." + _operation.OperationId);

    public IReadOnlyList<ParameterView> Inputs { get; }

    public PagingView? Paging { get; }

    public EnvelopeView? Envelope { get; }

    public bool IsObsolete => (bool?)_json["deprecated"] == true;

    public string SummaryDoc => Doc.Xml((string?)_json["summary"], OperationId + ".");

    public string? RemarksDoc => _json["description"] is { } text ? Doc.Xml((string?)text, string.Empty) : null;

    /// <summary>The server and the accepted schemes, as arguments of the operation's description.</summary>
    public string ServerField { get; set; } = string.Empty;

    public JArray Servers => _json["servers"] as JArray ?? _api.Spec.Root["paths"]![_path]!["servers"] as JArray ?? _api.Spec.Root["servers"] as JArray
        ?? throw new SpecException($"{_api.Spec.Name}: {OperationId} has no server.");

    public string Authentication
    {
        get
        {
            var security = _json["security"] as JArray ?? _api.Spec.Root["security"] as JArray ?? [];
            var schemes = security.Cast<JObject>().Where(s => s.Count > 0).Select(s => SecuritySchemes.ToCSharp(_api.Spec, s.Properties().First().Name)).Distinct();
            return string.Concat(schemes.Select(s => ", " + s));
        }
    }

    public JObject? BodyContent => _json["requestBody"] is JObject body ? (JObject?)_api.Spec.Dereference(body)["content"] : null;

    public bool IsBodyRequired => _json["requestBody"] is JObject body && (bool?)_api.Spec.Dereference(body)["required"] == true;

    public string BodyMediaType => BodyContent?.Properties().First().Name ?? string.Empty;

    public string? BodyType => _operation.RequestBody?.Content.Values.First().Schema is { } schema ? ListAsInput(_typeOf(schema, false)) : null;

    public string BodyName => BodyType is null ? string.Empty : BodyType.EndsWith("Request", StringComparison.Ordinal) ? "request" : "body";

    public string BodyDoc => Doc.Xml(BodyDescription, "What to send.");

    public string BodyCall
    {
        get
        {
            var call = BodyMediaType switch
            {
                "application/x-www-form-urlencoded" => $".Form({BodyName})",
                "multipart/form-data" => $".Multipart({BodyName})",
                "application/json" => $".Json({BodyName})",
                var other => $".Json({BodyName}, {Literal.Of(other)})",
            };
            return call;
        }
    }

    public bool HasOptionalBody => BodyType is not null && !IsBodyRequired;

    /// <summary>The reply's type; null where there is nothing to read, or the reply is a file.</summary>
    public string? ReplyType { get; }

    public bool IsDownload { get; private set; }

    /// <summary>Some documented success has no body: the method may return null.</summary>
    public bool IsReplyOptional { get; private set; }

    public string? AcceptLiteral { get; private set; }

    public string ReturnType => ReplyType is null ? "Task" : IsReplyOptional ? $"Task<{ReplyType}?>" : $"Task<{ReplyType}>";

    public string ReplyDoc { get; private set; } = "What the API answered.";

    public string SendCall =>
        IsDownload ? "DownloadAsync(call, destination, cancellationToken)"
        : ReplyType is null ? "SendAsync(call, cancellationToken)"
        : IsReplyOptional ? $"SendOptionalAsync<{ReplyType}>(call, cancellationToken)"
        : $"SendAsync<{ReplyType}>(call, cancellationToken)";

    public string Signature => string.Join(", ", SignatureParts(BodyType));

    public string SignatureWith(string? bodyType) => string.Join(", ", SignatureParts(bodyType));

    /// <summary>The path as a C# expression.</summary>
    public string PathExpression
    {
        get
        {
            var parts = new List<string>();
            var rest = _path;
            while (rest.IndexOf('{') is var open and >= 0)
            {
                var close = rest.IndexOf('}');
                var input = Inputs.Concat(_constants).FirstOrDefault(i => i.In == "path" && i.WireName == rest[(open + 1)..close])
                    ?? throw new SpecException($"{_api.Spec.Name}: {OperationId} does not declare the path parameter '{rest[(open + 1)..close]}'.");
                if (open > 0)
                    parts.Add(Literal.Of(rest[..open]));
                parts.Add(input.Segment);
                rest = rest[(close + 1)..];
            }
            if (rest.Length > 0)
                parts.Add(Literal.Of(rest));
            return string.Join(" + ", parts);
        }
    }

    public string QueryCalls => string.Concat(Inputs.Concat(_constants).Where(i => i.In == "query").Select(i => "\n                " + i.Query))
        + string.Concat(Inputs.Where(i => i.In == "header").Select(i => "\n                " + i.Header));

    public IEnumerable<string> Checks => Inputs.SelectMany(i => i.Checks);

    private string? BodyDescription => (string?)_api.Spec.Dereference((JObject)_json["requestBody"]!)["description"];

    private IEnumerable<string> SignatureParts(string? bodyType)
    {
        foreach (var input in Inputs.Where(i => i.IsRequired))
            yield return input.Declaration;
        if (BodyType is not null && IsBodyRequired)
            yield return $"{bodyType} {BodyName}";
        if (IsDownload)
            yield return "System.IO.Stream destination";
        foreach (var input in Inputs.Where(i => !i.IsRequired))
            yield return input.Declaration;
        if (HasOptionalBody)
            yield return $"{bodyType}? {BodyName} = null";
        yield return "RequestOptions? options = null";
        yield return "CancellationToken cancellationToken = default";
    }

    private IEnumerable<ParameterView> ParametersOf(OpenApiOperation operation)
    {
        var onPath = _api.Spec.Root["paths"]![_path]!["parameters"] as JArray ?? [];
        var types = operation.ActualParameters.Where(p => p.ActualSchema is not null).ToLookup(p => p.Name);
        foreach (var parameter in onPath.Concat(_json["parameters"] as JArray ?? []).Cast<JObject>().Select(_api.Spec.Dereference))
            yield return new ParameterView(_api.Spec, parameter, ListAsInput(_typeOf(types[(string)parameter["name"]!].First(p => p.Kind != OpenApiParameterKind.Body).Schema!, false)));
    }

    private string? FindReplyType()
    {
        string? type = null;
        foreach (var (status, response) in _operation.ActualResponses.Where(r => r.Key is ['2', ..]).OrderBy(r => r.Key, StringComparer.Ordinal))
        {
            var content = response.Content.FirstOrDefault(c => c.Key.EndsWith("json", StringComparison.Ordinal));
            if (content.Value?.Schema is { } schema)
            {
                type ??= ListAsReply(_typeOf(schema, false));
                if (response.Description is { Length: > 0 } description)
                    ReplyDoc = Doc.Xml(description, ReplyDoc);
                if (content.Key != "application/json")
                    AcceptLiteral = Literal.Of(content.Key);
            }
            else if (response.Content.Count > 0)
            {
                IsDownload = true;
                AcceptLiteral = Literal.Of(string.Join(", ", response.Content.Keys));
            }
            else
                IsReplyOptional = true;
            _ = status;
        }
        if (type is not null)
            IsDownload = false;
        return type;
    }

    private static string ListAsInput(string type) => type.Replace("IList<", "IEnumerable<");

    private static string ListAsReply(string type) => type.Replace("IList<", "IReadOnlyList<");
}
