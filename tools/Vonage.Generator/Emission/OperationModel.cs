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
    private static readonly string[] Places = ["query", "header", "cookie"];

    private readonly ApiModel _api;
    private readonly OpenApiOperation _operation;
    private readonly JObject _json;
    private readonly string _path;
    private readonly CSharpTypes _types;
    private readonly IReadOnlyList<ParameterView> _unasked;
    private readonly FieldPath? _list;
    private readonly (string MediaType, BodyKind Kind, JObject Schema)? _body;
    private string? _reader;

    public OperationModel(OpenApiOperation operation, ApiModel api, CSharpClientGeneratorSettings settings, CSharpGeneratorBase generator, CSharpTypeResolver resolver, CSharpTypes types)
        : base(operation, settings, generator, resolver)
    {
        _api = api;
        _operation = operation;
        (_path, HttpVerb, _json) = api.Spec.Operations().Single(o => (string?)o.Operation["operationId"] == operation.OperationId);
        HttpVerb = HttpVerb.ToUpperInvariant();
        _types = types;
        _body = MediaTypes.Choose(api.Spec, BodyContent);
        BodyType = FindBodyType();
        var parameters = DeclaredParameters();
        Inputs = [.. parameters.Where(p => p.Constant is null && !p.IsApplication)];
        _unasked = [.. parameters.Except(Inputs)];
        foreach (var application in _unasked.Where(p => p.IsApplication))
            application.ReadFromCredentials(api.Target.Provider, DescriptionField);
        Access = (string?)_json["x-access"] switch
        {
            null => MethodAccess.Interface,
            "class" => MethodAccess.Class,
            "none" => MethodAccess.None,
            _ => MethodAccess.Private,
        };
        ReplyType = FindReplyType();
        Paging = PagingView.Of(this, api, _json);
        Options = OptionsView.Of(this, api, _json);
        _list = (string?)_json["x-list"] is { } list ? FieldPath.Of(api.Spec, ReplyType ?? throw new SpecException($"{OperationId} has x-list, but no reply.", _json["x-list"]), list) : null;
        Envelope = EnvelopeView.Of(this, api, types, _json);
    }

    /// <summary>The operation as the spec has it.</summary>
    public JObject Json => _json;

    public string OperationId => _operation.OperationId;

    public string HttpVerb { get; }

    /// <summary>The path as the spec has it.</summary>
    public string WirePath => _path;

    /// <summary>The path as a C# literal.</summary>
    public string PathLiteral => Literal.Of(_path);

    public MethodAccess Access { get; }

    /// <summary>Whether there is a method. A request without one is made by hand, or by others.</summary>
    public bool HasMethod => Access != MethodAccess.None;

    /// <summary>The method's name. Hand-written code calls a private one, whose name is therefore another.</summary>
    public string MethodName => Names.Pascal(OperationId) + (Access == MethodAccess.Private ? "CoreAsync" : "Async");

    /// <summary>The name of the method for whole documents, where the other one is for their content.</summary>
    public string DocumentName => Names.Pascal(OperationId) + "DocumentAsync";

    /// <summary>The method that sends the request.</summary>
    public MethodView Method => Envelope is null
        ? new(this, MethodName, ReturnType, Access, BodyType, null)
        : new(this, DocumentName, ReturnType, Access == MethodAccess.Private ? MethodAccess.Private : MethodAccess.Class, BodyType, "Takes and returns complete documents, not only their content.");

    /// <summary>The method for the content of documents; null where there is no envelope.</summary>
    public MethodView? ContentMethod => Envelope is null ? null : new(this, MethodName, Envelope.ReturnType, Access, Envelope.BodyType, null);

    public IEnumerable<MethodView> InterfaceMethods => new[] { ContentMethod, Method }.OfType<MethodView>().Where(m => m.Access == MethodAccess.Interface);

    public string DescriptionField => Names.Pascal(_operation.OperationId) + "Operation";

    public string NameLiteral => Literal.Of(_api.Target.Api + "." + _operation.OperationId);

    public IReadOnlyList<ParameterView> Inputs { get; }

    /// <summary>All parameters, those included that the operation sets itself.</summary>
    public IEnumerable<ParameterView> AllInputs => Inputs.Concat(_unasked);

    public PagingView? Paging { get; }

    public OptionsView? Options { get; }

    /// <summary>The inputs that are parameters of the method.</summary>
    public IEnumerable<ParameterView> Positional => Inputs.Where(i => i != Paging?.Position && Options?.Members.Contains(i) != true);

    public EnvelopeView? Envelope { get; }

    public string? Obsolete => Deprecation.Of(_json);

    /// <summary>The server and the accepted schemes, as arguments of the operation's description.</summary>
    public string ServerField { get; set; } = string.Empty;

    /// <summary>The example of the client, as a comment, if it is this operation's; otherwise null.</summary>
    public string? Example { get; set; }

    public JArray Servers => _api.ServersOf(_path, _json);

    public string Authentication => string.Concat(_api.AuthenticationOf(_json).Select(scheme => ", " + scheme.Code));

    /// <summary>What sets an operation apart from others of its method, as an object initializer; empty if nothing does.</summary>
    public string Initializer => string.Join(", ", Distinctions()) is { Length: > 0 } set ? $" {{ {set} }}" : string.Empty;

    public JObject? BodyContent => _json["requestBody"] is JObject body ? (JObject?)_api.Spec.Dereference(body)["content"] : null;

    public bool IsBodyRequired => _json["requestBody"] is JObject body && (bool?)(_api.Spec.Dereference(body) is var dereferenced ? dereferenced["x-required"] ?? dereferenced["required"] : null) == true;

    /// <summary>The media type that was chosen for the body, and its schema.</summary>
    public (string MediaType, BodyKind Kind, JObject Schema)? Body => _body;

    public string? BodyType { get; }

    public string BodyName => BodyType is null ? string.Empty : BodyNameOf(BodyType);

    public string? BodyDescription => (string?)_api.Spec.Dereference((JObject)_json["requestBody"]!)["description"];

    public string BodyCall
    {
        get
        {
            var (mediaType, kind, schema) = _body!.Value;
            return kind switch
            {
                BodyKind.Form => $".Form({BodyName})",
                BodyKind.Multipart => $".Multipart({BodyName})",
                BodyKind.Text => $".Text({BodyName}, {Literal.Of(mediaType)})",
                BodyKind.Bytes => $".File({BodyName}, {(MediaTypes.Bare(mediaType).EndsWith("/*", StringComparison.Ordinal) ? "null" : Literal.Of(mediaType))})",
                _ when MediaTypes.IsAny(mediaType) || mediaType == "application/json" => $".Json({JsonBody(schema)})",
                _ => $".Json({JsonBody(schema)}, {Literal.Of(mediaType)})",
            };
        }
    }

    // Core takes models, lists of them and JSON as they are; of everything else, JSON is made first.
    private string JsonBody(JObject schema) => _types.Of(schema) switch
    {
        { Kind: TypeKind.Model or TypeKind.Choice or TypeKind.Json } => BodyName,
        { IsList: true, Item.Kind: TypeKind.Model } => BodyName,
        { Kind: TypeKind.Map, Item.Kind: TypeKind.Json } => BodyName,
        var type => $"JsonWrite.Tree({BodyName}, {JsonCode.WriteItem(type)})",
    };

    public bool HasOptionalBody => BodyType is not null && !IsBodyRequired;

    /// <summary>The reply's type; null where there is nothing to read, or the reply is a file.</summary>
    public string? ReplyType { get; }

    public bool IsDownload { get; private set; }

    /// <summary>Some documented success has no body: the method may return null.</summary>
    public bool IsReplyOptional { get; private set; }

    /// <summary>The media types of the reply, if it is not the usual one.</summary>
    public string? AcceptLiteral { get; private set; }

    public string ReturnType => this switch
    {
        { Paging: { } paging } => $"PagedList<{paging.ItemType}>",
        { _list: { } list } => $"Task<IReadOnlyList<{list.ItemType}>>",
        { ReplyType: null } => "Task",
        _ => IsReplyOptional ? $"Task<{ReplyType}?>" : $"Task<{ReplyType}>",
    };

    public string ReplyDescription { get; private set; } = "The API's response.";

    /// <summary>The statement that sends the request, after its description was made.</summary>
    public string SendCall => this switch
    {
        { IsDownload: true } => $"_apiClient.DownloadAsync(call, destination, {(Options is null ? "progress" : "options?.Progress")}, cancellationToken)",
        { ReplyType: null } => "_apiClient.SendAsync(call, cancellationToken)",
        { _list: { } list } => $"Paging.ItemsAsync({ReadCall}, static reply => reply{(IsReplyOptional ? "?" : "")}{list.Expression})",
        _ => ReadCall,
    };

    private string ReadCall => $"_apiClient.{(IsReplyOptional ? "SendOptionalAsync" : "SendAsync")}(call, {_reader}, cancellationToken)";

    /// <summary>The list of a paged operation, as a C# expression.</summary>
    public string? PagedCall => Paging?.CallOf($"_apiClient.SendAsync({RequestTo("path")}, {_reader}, pageToken)");

    public string Request => RequestTo(PathExpression);

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
                var input = Inputs.Concat(_unasked).FirstOrDefault(i => i.In == "path" && i.WireName == rest[(open + 1)..close])
                    ?? throw new SpecException($"{OperationId} does not declare the path parameter '{rest[(open + 1)..close]}'.", _json);
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

    private string QueryCalls => string.Concat(Places
        .SelectMany(place => Inputs.Concat(_unasked).Where(i => i.In == place)).Select(i => "\n                " + i.Call));

    public IEnumerable<string> Checks => Inputs.Where(i => i != Paging?.Position).SelectMany(i => i.Checks);

    public string? SummaryText => (string?)_json["summary"];

    public string? DescriptionText => (string?)_json["description"];

    /// <summary>The exceptions that hand-written code throws for some of the API's replies, and when (<c>x-throws</c>).</summary>
    public IEnumerable<(string Type, string Reason)> Exceptions => (_json["x-throws"] as JObject ?? []).Properties().Select(exception => (exception.Name, (string)exception.Value!));

    /// <summary>The exception for every other error of the API.</summary>
    public string ErrorType => _api.Target.Provider + (_api.Target.IsAlone ? "Exception" : "ApiException");

    /// <summary>R3 of the naming rules: a request is called so, everything else by its last noun.</summary>
    public static string BodyNameOf(string type)
    {
        if (type.Contains('<', StringComparison.Ordinal))
            return "body";
        var noun = Names.Camel(type[type.Select((c, i) => char.IsUpper(c) ? i : 0).Max()..]);
        return Names.IsOfMethod(noun) ? "request" : noun;
    }

    /// <summary>The parameters of a method with a body of the given type.</summary>
    public IEnumerable<string> SignatureParts(string? bodyType)
    {
        foreach (var input in Positional.Where(i => i.IsRequired))
            yield return input.Declaration;
        if (bodyType is not null && IsBodyRequired)
            yield return $"{bodyType} {BodyNameOf(bodyType)}";
        if (IsDownload)
            yield return "System.IO.Stream destination";
        foreach (var input in Positional.Where(i => !i.IsRequired))
            yield return input.Declaration;
        if (HasOptionalBody)
            yield return $"{bodyType}? {BodyNameOf(bodyType!)} = null";
        if (Options is not null)
            yield return $"{Options.Name}? options = null";
        else if (IsDownload)
            yield return "IProgress<long>? progress = null";
        yield return "RequestOptions? requestOptions = null";
        yield return "CancellationToken cancellationToken = default";
    }

    private string RequestTo(string path) =>
        $"new ApiRequest({DescriptionField}, {path}, requestOptions){(AcceptLiteral is null ? string.Empty : $" {{ Accept = {AcceptLiteral} }}")}{QueryCalls}";

    private IEnumerable<string> Distinctions()
    {
        if (ApiModel.EffectOf(HttpVerb, _json) is var effect && effect != ApiModel.DefaultEffectOf(HttpVerb))
            yield return $"Effect = OperationEffect.{effect}";
        if (_json["x-throttled"] is not null)
            yield return "RefusesUnprocessed = true";
    }

    // A parameter of the operation replaces one of the path. Each has a name of its own, and none has the body's.
    private List<ParameterView> DeclaredParameters()
    {
        var onPath = _api.Spec.Root["paths"]![_path]!["parameters"] as JArray ?? [];
        var declared = onPath.Concat(_json["parameters"] as JArray ?? []).Cast<JObject>().Select(_api.Spec.Dereference)
            .Where(p => !ParameterView.IsIgnored(p))
            .GroupBy(p => ((string?)p["name"], (string?)p["in"])).Select(same => same.Last())
            .Select(p => new ParameterView(_api.Spec, _types, p, (string?)_json["x-paging"]?["size"])).ToList();
        foreach (var stray in declared.Where(p => p.In == "path" && !_path.Contains($"{{{p.WireName}}}", StringComparison.Ordinal)))
            throw new SpecException($"{OperationId} has the path parameter '{stray.WireName}', but there is no {{{stray.WireName}}} in its path {_path}. Write it there, or remove the parameter.", stray.Json);
        var taken = new HashSet<string>(StringComparer.Ordinal) { BodyName };
        foreach (var parameter in declared.OrderBy(p => p.In == "path" ? 0 : 1))
            parameter.Rename(Unique.Name(parameter.Property, taken, Names.Parameter));
        return declared;
    }

    private string? FindBodyType() => _body switch
    {
        null => null,
        (_, BodyKind.Text, _) => "string",
        (var mediaType, BodyKind.Bytes, _) when MediaTypes.Bare(mediaType).StartsWith("multipart/", StringComparison.Ordinal) =>
            throw new SpecException($"A body of type {mediaType} is not supported. Use multipart/form-data.", BodyContent!.Property(mediaType)),
        (_, BodyKind.Bytes, _) => "FileContent",
        (var mediaType, BodyKind.Form or BodyKind.Multipart, var schema) => _types.Of(schema) is { Kind: TypeKind.Model } form
            ? form.Name
            : throw new SpecException($"A body of type {mediaType} must be an object with properties. Write 'type: object' and its 'properties' here.", schema),
        (_, _, var schema) => _types.Input(_types.Of(schema)),
    };

    private string? FindReplyType()
    {
        string? type = null;
        foreach (var response in _api.Spec.SuccessesOf(_json))
        {
            var content = (response["content"] as JObject ?? []).Properties().ToList();
            // What may be a file as well as JSON is read as it comes.
            if (content.Find(c => MediaTypes.KindOf(_api.Spec, c) == BodyKind.Json) is { } json && !content.Exists(c => MediaTypes.IsFile(_api.Spec, c)))
            {
                if (type is null)
                {
                    var reply = _types.Of(json.Value["schema"] as JObject ?? []);
                    type = _types.Output(reply);
                    _reader = JsonCode.Reader(reply, isReply: true);
                    IsReplyOptional |= reply.IsClass && json.Value["schema"] is JObject schema && _types.IsNullable(schema);
                }
                ReplyDescription = (string?)response["description"] ?? ReplyDescription;
                IsReplyOptional |= response["x-may-be-empty"] is not null;
                if (!MediaTypes.IsAny(json.Name) && MediaTypes.Bare(json.Name) is not "application/json" and var other)
                    AcceptLiteral = Literal.Of(other);
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
