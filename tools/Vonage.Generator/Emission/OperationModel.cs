using Newtonsoft.Json.Linq;
using NJsonSchema.CodeGeneration.CSharp;
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
    private readonly CSharpTypes _types;
    private readonly IReadOnlyList<ParameterView> _constants;
    private string? _reader;

    public OperationModel(OpenApiOperation operation, ApiModel api, CSharpClientGeneratorSettings settings, CSharpGeneratorBase generator, CSharpTypeResolver resolver, CSharpTypes types)
        : base(operation, settings, generator, resolver)
    {
        _api = api;
        _operation = operation;
        (_path, HttpVerb, _json) = api.Spec.Operations().Single(o => (string?)o.Operation["operationId"] == operation.OperationId);
        HttpVerb = HttpVerb.ToUpperInvariant();
        _types = types;
        var parameters = DeclaredParameters().ToList();
        Inputs = [.. parameters.Where(p => p.Constant is null)];
        _constants = [.. parameters.Where(p => p.Constant is not null)];
        ReplyType = FindReplyType();
        Paging = PagingView.Of(this, api, _json);
        Envelope = EnvelopeView.Of(this, api, types, _json);
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

    public string? Obsolete => Deprecation.Of(_json);

    /// <summary>Summary and remarks of the method.</summary>
    public string SummaryDoc => DocWith(Envelope is null ? null : "Takes and returns whole documents, including everything beside their content.");

    /// <summary>Summary and remarks of the method for the content alone.</summary>
    public string ContentDoc => DocWith(null);

    /// <summary>Summary and remarks of the method for the items of all pages.</summary>
    public string ItemsDoc => DocWith("Follows the pages lazily: each page is requested when its first item is needed, and none after enumeration stops.");

    /// <summary>The server and the accepted schemes, as arguments of the operation's description.</summary>
    public string ServerField { get; set; } = string.Empty;

    public JArray Servers => _api.ServersOf(_path, _json);

    public string Authentication => string.Concat(_api.AuthenticationOf(_json).Select(scheme => ", " + scheme));

    public JObject? BodyContent => _json["requestBody"] is JObject body ? (JObject?)_api.Spec.Dereference(body)["content"] : null;

    public bool IsBodyRequired => _json["requestBody"] is JObject body && (bool?)_api.Spec.Dereference(body)["required"] == true;

    public string BodyMediaType => BodyContent?.Properties().First().Name ?? string.Empty;

    public string? BodyType => BodyContent?.Properties().First().Value["schema"] is JObject schema ? _types.Input(_types.Of(schema)) : null;

    public string BodyName => BodyType is null ? string.Empty : BodyType.EndsWith("Request", StringComparison.Ordinal) ? "request" : "body";

    public string BodyDoc => Doc.Parameter(BodyName, (string?)_api.Spec.Dereference((JObject)_json["requestBody"]!)["description"], "The request body.");

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

    public string ReplyDoc { get; private set; } = Doc.Returns(null, "The API's response.");

    public string SendCall =>
        IsDownload ? "DownloadAsync(call, destination, cancellationToken)"
        : ReplyType is null ? "SendAsync(call, cancellationToken)"
        : $"{(IsReplyOptional ? "SendOptionalAsync" : "SendAsync")}(call, {_reader}, cancellationToken)";

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

    private string DocWith(string? more) => Doc.Of((string?)_json["summary"], OperationId + ".", more, (string?)_json["description"]);

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

    private IEnumerable<ParameterView> DeclaredParameters()
    {
        var onPath = _api.Spec.Root["paths"]![_path]!["parameters"] as JArray ?? [];
        return onPath.Concat(_json["parameters"] as JArray ?? []).Cast<JObject>().Select(_api.Spec.Dereference).Select(p => new ParameterView(_api.Spec, _types, p));
    }

    private string? FindReplyType()
    {
        string? type = null;
        foreach (var response in ((JObject)_json["responses"]!).Properties().Where(r => r.Name is ['2', ..]).OrderBy(r => r.Name, StringComparer.Ordinal).Select(r => _api.Spec.Dereference((JObject)r.Value)))
        {
            var content = (response["content"] as JObject ?? []).Properties().ToList();
            if (content.Find(c => c.Name.EndsWith("json", StringComparison.Ordinal)) is { } json && json.Value["schema"] is JObject schema)
            {
                if (type is null)
                {
                    var reply = _types.Of(schema);
                    type = _types.Output(reply);
                    _reader = JsonCode.Reader(reply);
                }
                ReplyDoc = Doc.Returns((string?)response["description"], "The API's response.");
                if (json.Name != "application/json")
                    AcceptLiteral = Literal.Of(json.Name);
            }
            else if (content.Count > 0)
            {
                IsDownload = true;
                AcceptLiteral = Literal.Of(string.Join(", ", content.Select(c => c.Name)));
            }
            else
                IsReplyOptional = true;
        }
        if (type is not null)
            IsDownload = false;
        return type;
    }
}
