using Newtonsoft.Json.Linq;
using Vonage.Generator.Specs;

namespace Vonage.Generator.Emission;

/// <summary>A model class, as <c>Class.liquid</c> and <c>ClassJson.liquid</c> see it.</summary>
internal sealed class ClassView
{
    // They say how an object may arrive.
    private static readonly string[] ReadingWords = ["x-scalar", "x-within"];

    private const int MostParameters = 4;

    private readonly List<string> _required;
    private readonly IReadOnlySet<string> _carried;
    private readonly bool _arrives;

    public ClassView(ApiModel api, CSharpTypes types, string name)
    {
        var schema = api.Spec.Schema(name);
        _required = [.. (schema["required"] as JArray ?? []).Select(r => (string)r!)];
        Name = name;
        Access = api.AccessOf(name);
        Base = (string?)schema["x-parent"];
        Doc = Emission.Doc.Of((string?)schema["description"], Name + ".");
        Obsolete = Deprecation.Of(schema);
        IsHidden = schema[Flat.Part] is not null || api.Documents.Contains(name);
        IsRequest = api.Requests.Contains(Name);
        IsForm = api.Forms.Contains(Name);
        IsMultipart = api.Multiparts.Contains(Name);
        IsRead = api.Read.Contains(Name);
        _arrives = api.Arriving.Contains(Name);
        _carried = api.CarriedBy(Name);
        IsWritten = api.Written.Contains(Name);
        Properties = Views("properties");
        Inherited = Views(Unions.Inherited);
        foreach (var word in ReadingWords.Where(word => schema[word] is not null && !IsRead))
            throw new SpecException($"{word} has no effect on {Name}, which no response or webhook contains. Remove it.", schema[word]);
        if (IsRead && (string?)schema["x-scalar"] is { } scalar)
            Scalar = Properties.FirstOrDefault(p => p.WireName == scalar && p.FromText is not null)
                ?? throw new SpecException($"x-scalar: '{scalar}' is not a property of {Name} that is a string or an enum.", schema["x-scalar"]);
        if (IsRead && (string?)schema["x-within"] is { } within)
            Within = Properties.Any(p => p.WireLiterals.Contains(Literal.Of(within)))
                ? throw new SpecException($"x-within: '{within}' is a property of {Name} itself. Name a field that it does not have.", schema["x-within"])
                : Literal.Of(within);
        UnionProperty = (string?)schema["x-union"]?["property"] is { } property ? Literal.Of(property) : null;
        UnionChildren = [.. ((JObject?)schema["x-union"]?["children"] ?? []).Properties().Select(c => new UnionChild((string)c.Value!, c.Name))];
        Constants = [.. ((JObject?)schema["x-constants"] ?? []).Properties().Select(c => new ConstantView(Names.Property(c.Name, [], Owner(c.Name)), Literal.Of(c.Value)))];
        GuaranteedBits = [.. Properties.Where(p => p.IsNoted).Chunk(31).Select((properties, i) => new BitsView(i == 0 ? "_read" : $"_read{i + 1}", properties))];
        foreach (var twins in Properties.SelectMany(p => p.WireLiterals).GroupBy(name => name).Where(g => g.Count() > 1))
            throw new SpecException($"{Name} has two fields that are read by the name {twins.Key}. Remove the name from x-also.", schema);
        foreach (var twins in Properties.GroupBy(p => p.Name).Where(g => g.Count() > 1))
            throw new SpecException($"{Name} has two fields that would both be called {twins.Key}: {string.Join(", ", twins.Select(t => t.WireName))}. Give one an x-name.", schema);

        IReadOnlyList<PropertyView> Views(string part) =>
            [.. (schema[part] as JObject ?? []).Properties().Select(p => new PropertyView(api, types, Name, p.Name, (JObject)p.Value, Spec.IsRequired(schema, p.Name), part == Unions.Inherited ? Owner(p.Name) : Name))];

        // The class that declares a field, by which it is named.
        string Owner(string field)
        {
            var owner = Name;
            while (api.Spec.Schema(owner)["properties"]?[field] is null && (string?)api.Spec.Schema(owner)["x-parent"] is { } parent)
                owner = parent;
            return owner;
        }
    }

    public string Name { get; }

    public string Access { get; }

    public string? Base { get; }

    public string Doc { get; }

    public string? Obsolete { get; }

    /// <summary>It is of interest only to who needs the wire format.</summary>
    public bool IsHidden { get; }

    /// <summary>It is sent, and checks its fields.</summary>
    public bool IsRequest { get; }

    public bool IsForm { get; }

    public bool IsMultipart { get; }

    /// <summary>It arrives as JSON, and reads its fields.</summary>
    public bool IsRead { get; }

    /// <summary>It is sent as JSON, and writes its fields.</summary>
    public bool IsWritten { get; }

    public IReadOnlyList<PropertyView> Properties { get; }

    /// <summary>Properties of the base that have limits of their own here.</summary>
    public IReadOnlyList<PropertyView> Inherited { get; }

    /// <summary>What stands in JSON, in the order in which it is written.</summary>
    public IEnumerable<PropertyView> JsonProperties => Properties.Where(p => p.IsInJson).OrderBy(p => p.IsDiscriminator ? 0 : 1);

    /// <summary>What is written of it.</summary>
    public IEnumerable<PropertyView> WrittenProperties => JsonProperties.Where(p => p.IsWritten);

    /// <summary>The property that a single value in place of the object becomes (<c>x-scalar</c>); else null.</summary>
    public PropertyView? Scalar { get; }

    /// <summary>The field within which the object also arrives (<c>x-within</c>), as a C# literal; else null.</summary>
    public string? Within { get; }

    /// <summary>The fields that say what was read of what a reply must contain.</summary>
    public IReadOnlyList<BitsView> GuaranteedBits { get; }

    /// <summary>An expression for the name of what a reply must contain, and does not; null where it need not contain anything.</summary>
    public string? MissingField => string.Join(" ?? ", GuaranteedBits.Select(bits => bits.Missing).Prepend(MissingKind).OfType<string>()) is { Length: > 0 } missing ? missing : null;

    private string? MissingKind => UnionProperty is not null && Discriminator is { IsGuaranteed: true } kind ? $"({kind.Name}.Length > 0 ? null : {kind.WireLiteral})" : null;

    /// <summary>
    /// The C# condition under which a field that cannot be read is an error; null where the base class knows. Nothing else is lost of what
    /// arrives: what may be missing may be odd, and is kept as it is, as is JSON that a user wrote, and a kind of a union that this version
    /// does not know. What leads to the items of a list is seen by nobody, so that those would be missed.
    /// </summary>
    public string? Requires
    {
        get
        {
            var names = JsonProperties.Where(p => (p.IsNoted && _arrives) || _carried.Contains(p.WireName)).SelectMany(p => p.WireLiterals).ToList();
            if (names.Count == 0)
                return null;
            var isOne = $"name is {string.Join(" or ", names)}";
            return (UnionProperty is null ? isOne : $"GetType() != typeof({Name}) && {isOne}") + (Base is null ? "" : " || base.Requires(name)");
        }
    }

    /// <summary>The discriminator's name as a C# literal; null where the class is no union.</summary>
    public string? UnionProperty { get; }

    /// <summary>The class for a kind of a union that this version does not know, where one can be sent; else null.</summary>
    public string? UnknownChild => UnionProperty is not null && IsRequest ? "Unknown" + Name : null;

    public IReadOnlyList<UnionChild> UnionChildren { get; }

    public IReadOnlyList<ConstantView> Constants { get; }

    /// <summary>The body of the constructor without parameters.</summary>
    public string ConstantsBody => Constants switch
    {
        [] => "{ }",
        [var only] => $"=> {only.Name} = {only.Value};",
        _ => $"{{ {string.Concat(Constants.Select(c => $"{c.Name} = {c.Value}; "))}}}",
    };

    public PropertyView? Discriminator => Properties.FirstOrDefault(p => p.IsDiscriminator);

    public IReadOnlyList<string> Checks => IsRequest ? [.. Inherited.Concat(Properties).SelectMany(p => p.Checks)] : [];

    /// <summary>What stands after the colon of the declaration.</summary>
    public string Heritage
    {
        get
        {
            var parts = new List<string>();
            parts.Add(Base ?? "ApiModel");
            if (Base is null && IsRequest)
                parts.Add("IValidatable");
            if (IsForm)
                parts.Add("IFormContent");
            if (IsMultipart)
                parts.Add("IMultipartContent");
            return " : " + string.Join(", ", parts);
        }
    }

    /// <summary>What stands after the colon of the declaration of its JSON part.</summary>
    public string JsonHeritage
    {
        get
        {
            string?[] parts = [IsRead ? "IJsonReadable" : null, Scalar is null ? null : "IJsonScalar", IsWritten ? "IJsonWritable" : null];
            return parts.OfType<string>().ToList() is { Count: > 0 } some ? " : " + string.Join(", ", some) : string.Empty;
        }
    }

    /// <summary>
    /// A constructor for each number of required values, in the order of the spec's list: a field that becomes required adds a constructor
    /// and takes none away.
    /// </summary>
    public IReadOnlyList<ConstructorView> Constructors
    {
        get
        {
            if (!IsRequest || UnionProperty is not null)
                return [];
            var required = Inherited.Concat(Properties).Where(p => p.IsParameter).OrderBy(p => _required.IndexOf(p.WireName)).Take(MostParameters).ToList();
            return [.. Enumerable.Range(1, required.Count).Select(count => new ConstructorView(required[..count]))];
        }
    }

    public bool NeedsConstructor => Constants.Count > 0 || Constructors.Count > 0 || UnionProperty is not null;
}

/// <summary>A constructor that takes one value more than the one before it.</summary>
internal sealed record ConstructorView(IReadOnlyList<PropertyView> Parameters)
{
    public string Signature => string.Join(", ", Parameters.Select(p => $"{p.TypeName} {p.Parameter}"));

    public string Before => string.Join(", ", Parameters.SkipLast(1).Select(p => p.Parameter));

    public PropertyView Last => Parameters[^1];
}

/// <summary>A field with a bit for each property that must arrive.</summary>
internal sealed class BitsView
{
    public BitsView(string field, PropertyView[] properties)
    {
        Field = field;
        for (var i = 0; i < properties.Length; i++)
            properties[i].Bit = new(field, 1 << i);
        Missing = $"({field} == {(1L << properties.Length) - 1} ? null : JsonRead.Missing({field}{string.Concat(properties.Select(p => ", " + p.WireLiteral))}))";
    }

    public string Field { get; }

    /// <summary>The expression for the name of one that is missing; null if none is.</summary>
    public string Missing { get; }
}

/// <summary>The bit of a property that must arrive.</summary>
internal sealed record Bit(string Field, int Value)
{
    /// <summary>A variable of its own.</summary>
    public string Variable => $"value{Field["_read".Length..]}{(Field == "_read" ? "" : "x")}{Value}";
}

/// <summary>A value of a union's discriminator, and the class that stands for it.</summary>
internal sealed record UnionChild(string Type, string Value)
{
    public string ValueLiteral => Literal.Of(Value);
}

/// <summary>A discriminator's value that a class writes by itself.</summary>
internal sealed record ConstantView(string Name, string Value);
