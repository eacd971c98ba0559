using System.Text.RegularExpressions;
using Newtonsoft.Json.Linq;
using NJsonSchema;
using NSwag;
using Vonage.Generator.Specs;

namespace Vonage.Generator.Emission;

/// <summary>A spec made ready for NSwag, and what the templates need to know about it as a whole.</summary>
internal sealed partial class ApiModel
{
    private readonly Dictionary<string, string> _namespaces;
    private readonly ILookup<string, string> _carried;

    private ApiModel(Spec spec, Target target, OpenApiDocument document, IReadOnlyList<string> errors, IReadOnlyList<ServerVariable> variables)
    {
        Spec = spec;
        Target = target;
        Errors = errors;
        ServerVariables = variables;
        Document = document;
        Forms = BodySchemas(kind => kind == BodyKind.Form);
        Multiparts = BodySchemas(kind => kind == BodyKind.Multipart);
        Requests = Reachable(spec, BodySchemas(_ => true).Concat(ParameterSchemas()));
        var callbacks = CallbackSchemas(spec);
        Webhooks = Family(spec, callbacks);
        _namespaces = Namespaces(spec, callbacks);
        _carried = spec.Operations().SelectMany(o => Carried(spec, o.Operation)).ToLookup(step => step.Schema, step => step.Field, StringComparer.Ordinal);
        var marked = spec.Schemas.Properties().Where(s => (bool?)s.Value["x-both-ways"] == true).Select(s => s.Name).ToList();
        Documents = [.. spec.Operations().Where(o => o.Operation["x-envelope"] is not null)
            .SelectMany(o => spec.RootsOf(o.Operation).SelectMany(Referred).Where(name => spec.Schema(name)["properties"]?[(string)o.Operation["x-envelope"]!] is not null))];
        var isShared = !spec.Operations().Any();
        Arriving = isShared ? AllSchemas(spec) : Family(spec, [.. ReplySchemas(), .. WebhookSchemas(spec), .. errors]);
        Read = isShared ? Arriving : Family(spec, [.. Arriving, .. callbacks, .. marked]);
        Written = isShared ? AllSchemas(spec) : Family(spec, [.. JsonBodySchemas(), .. callbacks, .. marked, .. Narrowing(spec)]);
        Public = isShared ? AllSchemas(spec) : Family(spec, [.. spec.Operations().SelectMany(o => PublicSchemas(o.Operation)), .. callbacks, .. marked, .. errors, .. variables.Select(v => v.Enum).OfType<string>()]);
    }

    public Spec Spec { get; }

    public Target Target { get; }

    public OpenApiDocument Document { get; }

    /// <summary>The name of the client: the API's, unless the spec names another (<c>info.x-name</c>).</summary>
    public string ClientName => ((string?)Spec.Root["info"]?["x-name"] ?? Target.Api) + "Client";

    /// <summary>The identifier of the diagnostic by which users opt in to an API that may still change (<c>info.x-experimental</c>).</summary>
    public string? Experimental
    {
        get
        {
            var id = Spec.Root["info"]?["x-experimental"];
            return id is null || DiagnosticId().IsMatch((string)id!) ? (string?)id : throw new SpecException("info.x-experimental is the identifier of a diagnostic: capital letters, then digits, such as MYAPI001.", id);
        }
    }

    /// <summary>Schemas of documented errors. Where a provider's package has the exception, it reads them itself: there are none.</summary>
    public IReadOnlyList<string> Errors { get; }

    /// <summary>The variables of servers that are options.</summary>
    public IReadOnlyList<ServerVariable> ServerVariables { get; }

    /// <summary>Schemas of form bodies.</summary>
    public HashSet<string> Forms { get; }

    /// <summary>Schemas of multipart bodies.</summary>
    public HashSet<string> Multiparts { get; }

    /// <summary>Schemas that are sent: their classes check their fields.</summary>
    public HashSet<string> Requests { get; }

    /// <summary>Schemas of webhooks, which are never refused for a field that is missing.</summary>
    public HashSet<string> Webhooks { get; }

    /// <summary>Schemas of which methods take or give the content alone (<c>x-envelope</c>).</summary>
    public HashSet<string> Documents { get; }

    /// <summary>Schemas that arrive as JSON, in replies and webhooks.</summary>
    public HashSet<string> Arriving { get; }

    /// <summary>Schemas that are read from JSON: those that arrive, and those that hand-written code reads.</summary>
    public HashSet<string> Read { get; }

    /// <summary>Schemas that are sent as JSON, in requests and, by a simulator, in webhooks.</summary>
    public HashSet<string> Written { get; }

    /// <summary>Schemas that a method or a webhook gives or takes. What only carries them on the wire, such as a page, is internal.</summary>
    public HashSet<string> Public { get; }

    public string AccessOf(string schema) => Public.Contains(schema) || Spec.SharedSchemas.Contains(schema) ? "public" : "internal";

    /// <summary>The package's namespace, or one below it (<c>x-namespace</c>).</summary>
    public string NamespaceOf(string schema) => _namespaces.TryGetValue(schema, out var name) ? $"{Target.Namespace}.{name}" : Target.Namespace;

    /// <summary>The fields of a schema that lead to the items of a list, or to the content of a document.</summary>
    public IReadOnlySet<string> CarriedBy(string schema) => _carried[schema].ToHashSet(StringComparer.Ordinal);

    public bool IsList(string schema) => (string?)Spec.Schema(schema)["type"] == "array";

    /// <summary>The servers of an operation: its own, its path's or the document's.</summary>
    public JArray ServersOf(string path, JObject operation) =>
        new[] { operation, Spec.Root["paths"]![path]!, Spec.Root }.Select(place => place["servers"]).OfType<JArray>().FirstOrDefault(servers => servers.Count > 0) ?? [new JObject { ["url"] = "/" }];

    /// <summary>The requirements of which an operation needs one.</summary>
    public IEnumerable<JObject> SecurityOf(JObject operation) => (operation["security"] as JArray ?? Spec.Root["security"] as JArray ?? []).Cast<JObject>();

    /// <summary>The schemes that an operation accepts, in order of preference.</summary>
    public IReadOnlyList<SecurityScheme> AuthenticationOf(JObject operation)
    {
        // A request that needs no proof is sent without one only if there is none.
        var schemes = SecurityOf(operation).OrderBy(requirement => requirement.Count == 0).Select(requirement => SecuritySchemes.Of(Spec, requirement)).Distinct().ToList();
        return schemes is [var only] && only == SecurityScheme.None ? [] : schemes;
    }

    /// <summary>What a request of an operation changes: <c>None</c>, <c>Idempotent</c> or <c>Once</c> (<c>x-effect</c>), by default according to its method.</summary>
    public static string EffectOf(string method, JObject operation) => (string?)operation["x-effect"] switch
    {
        null => DefaultEffectOf(method),
        "none" => "None",
        "idempotent" => "Idempotent",
        _ => "Once",
    };

    /// <summary>What the library assumes without <c>x-effect</c>.</summary>
    public static string DefaultEffectOf(string method) => method.ToUpperInvariant() switch
    {
        "GET" or "HEAD" => "None",
        "PUT" or "DELETE" => "Idempotent",
        _ => "Once",
    };

    public static async Task<ApiModel> LoadAsync(Spec spec, Target target)
    {
        var variables = Servers.Resolve(spec, target);
        Composition.Simplify(spec);
        References.Check(spec);
        BodyForms.Choose(spec);
        Aliases.Resolve(spec);
        OperationIds.Complete(spec);
        Replies.Unite(spec);
        SchemaNames.Rewrite(spec, target);
        InlineSchemas.Name(spec, target);
        var errors = target.IsAlone ? ErrorSchemas(spec) : [];
        Inheritance.Rewrite(spec);
        AllOf.Flatten(spec, target);
        Flat.Rewrite(spec);
        Twins.Name(spec, target);
        FormEncodings.Note(spec);
        spec.CheckWords(target.IsOwn);
        Choices.Rewrite(spec, target);
        Unions.Rewrite(spec);
        Scalars.Rewrite(spec);
        Prune(spec, [.. errors, .. variables.Select(v => v.Enum).OfType<string>()]);
        var document = await OpenApiDocument.FromJsonAsync(ForNSwag(spec).ToString(), target.SpecPath, SchemaType.OpenApi3);
        return new ApiModel(spec, target, document, errors, variables);
    }

    // NSwag gets what it decides: which types and methods there are, and which type derives from which. What is in them, the views know.
    private static JObject ForNSwag(Spec spec)
    {
        var paths = new JObject();
        foreach (var (path, method, operation) in spec.Operations())
            ((JObject)(paths[path] ??= new JObject()))[method] = new JObject { ["operationId"] = operation["operationId"], ["responses"] = new JObject() };
        return new JObject
        {
            ["openapi"] = "3.0.3",
            ["info"] = new JObject { ["title"] = spec.Name, ["version"] = "1" },
            ["paths"] = paths,
            ["components"] = new JObject { ["schemas"] = new JObject(spec.Schemas.Properties().Select(s => new JProperty(s.Name, Outline(s.Name, (JObject)s.Value)))) },
        };
    }

    private static JObject Outline(string name, JObject schema)
    {
        if (schema["enum"] is { } words)
            return new JObject { ["type"] = schema["type"], ["enum"] = words };
        // What has properties is an object, whatever its type says.
        if ((string?)schema["type"] is not (null or "object") and var type && schema["properties"] is not JObject { Count: > 0 })
            return new JObject { ["type"] = type, ["items"] = type == "array" ? new JObject { ["type"] = "string" } : null };
        if (schema["type"] is null && schema["properties"] is null && schema["x-union"] is null && schema[Choices.Mark] is null)
            return [];
        var outline = new JObject { ["type"] = "object" };
        if (schema["properties"] is not null || schema["additionalProperties"] is null or JValue { Value: false })
            outline["properties"] = new JObject { [name] = new JObject { ["type"] = "string" } };
        else
            outline["additionalProperties"] = true;
        return schema["x-parent"] is { } parent ? new JObject { ["allOf"] = new JArray(new JObject { ["$ref"] = "#/components/schemas/" + parent }, outline) } : outline;
    }

    private static List<string> ErrorSchemas(Spec spec) =>
        [.. spec.Operations().SelectMany(o => spec.ErrorsOf(o.Operation)).SelectMany(response => (response["content"] as JObject ?? []).Properties()).Where(content => MediaTypes.IsJson(content.Name))
            .Select(content => content.Value["schema"] is JObject schema ? Spec.ReferenceOf(schema) : null).OfType<string>().Distinct()];

    // Mixins have done their work, and error bodies are read by the provider's exception: neither becomes a class.
    private static void Prune(Spec spec, IEnumerable<string> kept)
    {
        if (!spec.Operations().Any())
            return;
        var roots = spec.Operations().SelectMany(o => spec.RootsOf(o.Operation)).SelectMany(Referred).Concat(CallbackSchemas(spec)).Concat(kept);
        var wanted = Reachable(spec, roots);
        foreach (var schema in spec.Schemas.Properties().Where(s => !wanted.Contains(s.Name)).ToList())
            schema.Remove();
    }

    private HashSet<string> BodySchemas(Func<BodyKind, bool> isWanted)
    {
        var names = new HashSet<string>(StringComparer.Ordinal);
        foreach (var (_, _, operation) in Spec.Operations())
        {
            if (operation["requestBody"] is not JObject body)
                continue;
            if (MediaTypes.Choose(Spec, Spec.Dereference(body)["content"] as JObject) is var (_, kind, schema) && isWanted(kind))
                names.UnionWith(Referred(schema));
        }
        return names;
    }

    // A schema takes with it what nothing else needs.
    private static Dictionary<string, string> Namespaces(Spec spec, List<string> callbacks)
    {
        var moved = spec.Schemas.Properties().Where(s => s.Value["x-namespace"] is not null).ToDictionary(s => s.Name, s => (string)s.Value["x-namespace"]!, StringComparer.Ordinal);
        var others = Family(spec, spec.Operations().SelectMany(o => spec.RootsOf(o.Operation)).SelectMany(Referred).Concat(callbacks).Where(name => !moved.ContainsKey(name)));
        return moved.SelectMany(m => Family(spec, [m.Key]).Where(name => !others.Contains(name)).Select(name => (Name: name, Space: m.Value)))
            .ToDictionary(m => m.Name, m => m.Space, StringComparer.Ordinal);
    }

    private static HashSet<string> AllSchemas(Spec spec) => [.. spec.Schemas.Properties().Select(s => s.Name)];

    private static IEnumerable<JContainer> Callbacks(Spec spec) =>
        spec.Operations().SelectMany(o => (o.Operation["callbacks"] as JObject ?? []).PropertyValues()).Select(c => spec.Dereference((JObject)c))
            .Concat((spec.Root["components"]?["callbacks"] as JObject ?? []).PropertyValues()).Cast<JContainer>();

    private static List<string> CallbackSchemas(Spec spec) => [.. Callbacks(spec).SelectMany(Referred)];

    // What a webhook contains, without what answers it.
    private static IEnumerable<string> WebhookSchemas(Spec spec) =>
        Callbacks(spec).SelectMany(c => c.Descendants().OfType<JProperty>()).Where(p => p.Name == "requestBody").SelectMany(p => Referred(spec.Dereference((JObject)p.Value)));

    private IEnumerable<string> ReplySchemas() =>
        Spec.Operations().SelectMany(o => Spec.SuccessesOf(o.Operation)).SelectMany(Referred);

    // A method gives nothing else of such a reply.
    private static IEnumerable<FieldStep> Carried(Spec spec, JObject operation)
    {
        var list = (string?)operation["x-list"] ?? (string?)operation["x-paging"]?["items"];
        foreach (var reply in spec.SuccessesOf(operation).SelectMany(Referred))
        {
            if (list is not null)
            {
                foreach (var step in FieldPath.Of(spec, reply, list).Steps)
                    yield return step;
            }
            else if ((string?)operation["x-envelope"] is { } content && spec.Schema(reply)["properties"]?[content] is not null)
                yield return new(reply, content, string.Empty);
        }
    }

    // What a union has as any JSON is made of what its branch knows.
    private static IEnumerable<string> Narrowing(Spec spec) =>
        spec.Schemas.PropertyValues().SelectMany(s => (s["properties"] as JObject ?? []).PropertyValues()).Where(p => p[Unions.Narrows] is not null).Cast<JObject>().SelectMany(Referred);

    private IEnumerable<string> PublicSchemas(JObject operation)
    {
        if ((string?)operation["x-access"] == "none")
            yield break;
        var isPrivate = (string?)operation["x-access"] == "private";
        var list = (string?)operation["x-list"] ?? (string?)operation["x-paging"]?["items"];
        foreach (var root in Spec.RootsOf(operation))
        {
            var isReply = root["content"] is not null && !ReferenceEquals(root, Spec.Dereference(operation["requestBody"] as JObject ?? []));
            if (root["content"] is null || !isPrivate && !isReply)
                foreach (var name in Referred(root))
                    yield return name;
            else if (isReply && !(isPrivate && operation["x-envelope"] is not null))
                foreach (var name in Referred(root))
                    if ((list is null ? name : FieldPath.Of(Spec, name, list).ItemType) is var type && Spec.Schemas.ContainsKey(type))
                        yield return type;
        }
    }

    // An object in a parameter is made of its JSON.
    private IEnumerable<string> ParameterSchemas() =>
        Spec.Operations().SelectMany(o => Spec.RootsOf(o.Operation)).Where(root => root["in"] is not null).SelectMany(Referred);

    // A form or a multipart body is no JSON, but an object in it is.
    private IEnumerable<string> JsonBodySchemas() =>
        BodySchemas(kind => kind == BodyKind.Json).Concat(ParameterSchemas()).Concat(Forms.Concat(Multiparts).SelectMany(b => Referred(Spec.Schema(b))));

    // A union reads and writes all of its branches, and a branch its union's fields.
    private static HashSet<string> Family(Spec spec, IEnumerable<string> roots)
    {
        var family = Reachable(spec, roots);
        while (family.Select(name => (string?)spec.Schema(name)["x-parent"]).OfType<string>().Where(parent => !family.Contains(parent)).ToList() is { Count: > 0 } parents)
            family.UnionWith(Reachable(spec, parents));
        return family;
    }

    private static HashSet<string> Reachable(Spec spec, IEnumerable<string> roots)
    {
        var seen = new HashSet<string>(StringComparer.Ordinal);
        var next = new Stack<string>(roots);
        while (next.TryPop(out var name))
        {
            if (!seen.Add(name))
                continue;
            var schema = spec.Schema(name);
            foreach (var other in Referred(schema))
                next.Push(other);
            foreach (var child in ((JObject?)schema["x-union"]?["children"] ?? []).PropertyValues())
                next.Push((string)child!);
        }
        return seen;
    }

    private static IEnumerable<string> Referred(JContainer tree)
    {
        const string Prefix = "#/components/schemas/";
        return tree.DescendantsAndSelf().OfType<JProperty>().Where(p => p.Name == "$ref" && p.Value.Type == JTokenType.String)
            .Select(p => (string)p.Value!)
            .Where(reference => reference.StartsWith(Prefix, StringComparison.Ordinal))
            .Select(reference => reference[Prefix.Length..]);
    }

    [GeneratedRegex("^[A-Z]+[0-9]+$")]
    private static partial Regex DiagnosticId();
}
