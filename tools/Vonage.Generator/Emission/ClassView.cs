using Newtonsoft.Json.Linq;
using NJsonSchema.CodeGeneration.CSharp.Models;
using Vonage.Generator.Specs;

namespace Vonage.Generator.Emission;

/// <summary>A model class, as <c>Class.liquid</c> sees it.</summary>
internal sealed class ClassView
{
    public ClassView(ApiModel api, ClassTemplateModel model)
    {
        var schema = api.Spec.Schema(model.ClassName);
        Name = model.ClassName;
        Base = (string?)schema["x-parent"];
        Doc = Emission.Doc.Xml((string?)schema["description"], Name + ".");
        Obsolete = Deprecation.Of(schema);
        IsRequest = api.Requests.Contains(Name);
        IsForm = api.Forms.Contains(Name);
        IsMultipart = api.Multiparts.Contains(Name);
        var properties = schema["properties"] as JObject ?? [];
        Properties = [.. model.Properties.Select(p => View(p, (JObject)properties[p.Name]!))];
        UnionProperty = (string?)schema["x-union"]?["property"];
        UnionChildren = [.. ((JObject?)schema["x-union"]?["children"] ?? []).Properties().Select(c => new UnionChild((string)c.Value!, c.Name))];
        Constants = [.. ((JObject?)schema["x-constants"] ?? []).Properties().Select(c => new ConstantView(Names.Member(c.Name, Name), Literal.Of(c.Value)))];
        foreach (var twins in Properties.GroupBy(p => p.Name).Where(g => g.Count() > 1))
            throw new SpecException($"{api.Spec.Name}: {Name} has two fields that would both be called {twins.Key}: {string.Join(", ", twins.Select(t => t.WireName))}. Give one an x-name.");

        PropertyView View(PropertyModel p, JObject property) => new(
            api.Spec, Name, p.Name, property, p.Type, ((JArray?)schema["required"] ?? []).Any(r => (string?)r == p.Name));
    }

    public string Name { get; }

    public string? Base { get; }

    public string Doc { get; }

    public string? Obsolete { get; }

    public bool IsRequest { get; }

    public bool IsForm { get; }

    public bool IsMultipart { get; }

    public IReadOnlyList<PropertyView> Properties { get; }

    /// <summary>What stands in JSON, in the order in which it is written.</summary>
    public IEnumerable<PropertyView> JsonProperties => Properties.Where(p => p.IsInJson).OrderBy(p => p.IsDiscriminator ? 0 : 1);

    public string? UnionProperty { get; }

    public IReadOnlyList<UnionChild> UnionChildren { get; }

    public IReadOnlyList<ConstantView> Constants { get; }

    public PropertyView? Discriminator => Properties.FirstOrDefault(p => p.IsDiscriminator);

    public IReadOnlyList<string> Checks => IsRequest ? [.. Properties.SelectMany(p => p.Checks)] : [];

    /// <summary>What stands after the colon of the declaration.</summary>
    public string Heritage
    {
        get
        {
            var parts = new List<string>();
            if (Base is not null)
                parts.Add(Base);
            else
                parts.Add("IJsonModel");
            if (Base is null && IsRequest)
                parts.Add("IValidatable");
            if (IsForm)
                parts.Add("IFormContent");
            if (IsMultipart)
                parts.Add("IMultipartContent");
            return parts.Count == 0 ? string.Empty : " : " + string.Join(", ", parts);
        }
    }

    /// <summary>The one text that a request of this class needs, if it is exactly one: it gets a constructor.</summary>
    public PropertyView? SimpleRequired =>
        IsRequest && UnionProperty is null && Properties.Where(p => p.IsRequired && !p.IsConstant && !p.IsFlat).ToList() is [{ IsSimple: true } only] ? only : null;

    public bool NeedsConstructor => Constants.Count > 0 || SimpleRequired is not null || UnionProperty is not null;
}

/// <summary>A value of a union's discriminator, and the class that stands for it.</summary>
internal sealed record UnionChild(string Type, string Value)
{
    public string ValueLiteral => Literal.Of(Value);
}

/// <summary>A discriminator's value that a class writes by itself.</summary>
internal sealed record ConstantView(string Name, string Value);
