using Newtonsoft.Json.Linq;
using Vonage.Generator.Emission;

namespace Vonage.Generator.Specs;

/// <summary>
/// Gives objects and unions that a document writes where they are used a name, and puts them among the components: a class needs one. They
/// are named from where they stand: <c>CreatePetRequest</c>, <c>GetPetResponse</c>, <c>PetOwner</c>, <c>PetTagsItem</c>. Equal unions share a class.
/// </summary>
internal sealed class InlineSchemas
{
    private static readonly string[] Texts = ["description", "example", "title", "nullable", "readOnly", "writeOnly", "deprecated", "default"];

    private readonly Spec _spec;
    private readonly HashSet<string> _taken;
    private readonly List<(JObject Schema, string Name)> _named = [];

    private InlineSchemas(Spec spec, Target target)
    {
        _spec = spec;
        _taken = [.. spec.Schemas.Properties().Select(s => s.Name), .. target.Types];
    }

    public static void Name(Spec spec, Target target)
    {
        var inline = new InlineSchemas(spec, target);
        foreach (var schema in spec.Schemas.Properties().ToList())
            inline.Parts((JObject)schema.Value, schema.Name);
        foreach (var (_, _, operation) in spec.Operations())
        {
            var name = Names.Pascal((string)operation["operationId"]!);
            foreach (var parameter in (operation["parameters"] as JArray ?? []).Concat((operation.Parent?.Parent as JObject)?["parameters"] as JArray ?? []).Cast<JObject>().Select(spec.Dereference))
                foreach (var holder in ((JObject?)parameter["content"] ?? []).PropertyValues().OfType<JObject>().Prepend(parameter))
                    inline.Take(holder, "schema", name + Names.Pascal((string)parameter["name"]!));
            if (operation["requestBody"] is JObject body)
                inline.Contents(spec.Dereference(body), name + "Request");
            foreach (var response in spec.SuccessesOf(operation))
                inline.Contents(response, name + "Response");
            inline.Callbacks(operation["callbacks"] as JObject);
        }
        inline.Errors();
        inline.Callbacks(spec.Root["components"]?["callbacks"] as JObject);
    }

    private void Callbacks(JObject? callbacks)
    {
        foreach (var callback in (callbacks ?? []).Properties())
            foreach (var called in _spec.Dereference((JObject)callback.Value).PropertyValues().OfType<JObject>().SelectMany(path => path.PropertyValues()).OfType<JObject>())
                if (called["requestBody"] is JObject sent)
                    Contents(_spec.Dereference(sent), Names.Pascal(callback.Name) + "Event");
    }

    // The same error of several operations has one class.
    private void Errors()
    {
        var errors = _spec.Operations().SelectMany(o => _spec.ErrorsOf(o.Operation).SelectMany(MediaOf).Select(media => (Id: (string)o.Operation["operationId"]!, Media: media))).Where(error => error.Media["schema"] is JObject).ToList();
        foreach (var same in errors.GroupBy(error => (JToken)Bare((JObject)error.Media["schema"]!), JToken.EqualityComparer).ToList())
        {
            var ids = same.Select(error => error.Id).Distinct().ToList();
            foreach (var (_, media) in same)
                Take(media, "schema", ids.Count == 1 ? Names.Pascal(ids[0]) + "Error" : "Error", isShared: true);
        }
    }

    private void Contents(JObject holder, string name)
    {
        foreach (var media in ((JObject?)holder["content"] ?? []).Properties().Where(media => media.Value is JObject))
        {
            Take((JObject)media.Value, "schema", name);
            if (IsBareForm(media))
                media.Value["schema"] = Named((JObject)media.Value["schema"]!, name);
        }
    }

    private static IEnumerable<JObject> MediaOf(JObject holder) => ((JObject?)holder["content"] ?? []).PropertyValues().OfType<JObject>();

    // A form of which the document names no field is an object, too: what it has is in AdditionalProperties.
    private bool IsBareForm(JProperty media)
    {
        if (MediaTypes.KindOf(_spec, media) is not (BodyKind.Form or BodyKind.Multipart) || media.Value["schema"] is not JObject form || form["properties"] is JObject { Count: > 0 } || (string?)form["type"] != "object"
            || (form["additionalProperties"] is JObject values && _spec.Resolve(values)["format"] is JValue { Value: "binary" }))
            return false;
        form["properties"] = new JObject();
        return true;
    }

    // What a schema is made of, which is named after it.
    private void Parts(JObject schema, string name)
    {
        foreach (var property in (schema["properties"] as JObject ?? []).Properties().ToList())
            Take((JObject)schema["properties"]!, property.Name, name + Names.Pascal((string?)property.Value["x-name"] ?? property.Name));
        Take(schema, "items", name + "Item");
        Take(schema, "additionalProperties", name + "Value");
        foreach (var part in (schema["allOf"] as JArray ?? []).OfType<JObject>())
            Parts(part, name);
        foreach (var list in new[] { "oneOf", "anyOf" })
        {
            var branches = schema[list] as JArray ?? [];
            for (var i = 0; i < branches.Count; i++)
                Branch(branches, i, $"{name}Option{i + 1}");
        }
    }

    private void Branch(JArray branches, int index, string name)
    {
        if (branches[index] is not JObject branch)
            return;
        Parts(branch, name);
        if (IsType(branch))
            branches[index] = Named(branch, (string?)branch["title"] is { Length: > 0 and < 50 } title ? Names.Pascal(title) : name);
    }

    private void Take(JObject holder, string key, string name, bool isShared = false)
    {
        if (holder[key] is not JObject schema)
            return;
        Parts(schema, name);
        if (IsType(schema))
            holder[key] = Named(schema, NameOfUnion(schema) ?? name, isShared);
    }

    // An object with members of its own, or one of several things.
    private bool IsType(JObject schema) =>
        schema["$ref"] is null
        && (schema["properties"] is JObject { Count: > 0 } || Choices.IsUnion(_spec, schema) || schema["allOf"] is JArray { Count: > 1 } || schema["allOf"] is JArray { Count: 1 } all && all[0]["$ref"] is null && IsType((JObject)all[0]));

    // The same union in several places has one class, whichever comes first.
    private static string? NameOfUnion(JObject schema) =>
        schema["properties"] is null && (schema["oneOf"] ?? schema["anyOf"]) is JArray branches && branches.Select(b => b is JObject branch ? Spec.ReferenceOf(branch) : null).ToList() is { Count: <= 3 } names && names.TrueForAll(n => n is not null)
            ? string.Join("Or", names)
            : null;

    private static JObject Bare(JObject schema)
    {
        var bare = (JObject)schema.DeepClone();
        foreach (var text in Texts)
            bare.Remove(text);
        return bare;
    }

    private JObject Named(JObject schema, string name, bool isShared = false)
    {
        var bare = Bare(schema);
        var known = isShared || Choices.IsUnion(_spec, schema) ? _named.Find(n => JToken.DeepEquals(n.Schema, bare)).Name : null;
        if (known is null)
        {
            known = Unique.Name(SchemaNames.Free(name), _taken);
            _named.Add((bare, known));
            var component = (JObject)schema.DeepClone();
            foreach (var flag in new[] { "nullable", "readOnly", "writeOnly", "default" })
                component.Remove(flag);
            _spec.Schemas[known] = component;
        }
        var use = new JObject { ["allOf"] = new JArray(new JObject { ["$ref"] = "#/components/schemas/" + known }) };
        foreach (var text in Texts)
            if (text is not "example" and not "title" && schema[text] is { } value)
                use[text] = value.DeepClone();
        foreach (var extension in schema.Properties().Where(p => p.Name.StartsWith("x-", StringComparison.Ordinal)))
            use[extension.Name] = extension.Value.DeepClone();
        foreach (var place in schema.Annotations<Place>())
            use.AddAnnotation(place);
        return use;
    }
}
