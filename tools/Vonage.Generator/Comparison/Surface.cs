using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace Vonage.Generator.Comparison;

/// <summary>
/// The public types and members of generated code, read from its syntax: generated code writes every type in one way, so its text can be
/// compared without compiling it.
/// </summary>
internal sealed class Surface
{
    // By which serializers reach a model, and which nobody names.
    private static readonly HashSet<string> Plumbing = ["ApiModel", "IExtensibleEnum", "IFormContent", "IJsonReadable", "IJsonScalar", "IJsonWritable", "IMultipartContent", "IResponseCheck", "IValidatable"];

    private readonly Dictionary<string, SurfaceType> _types = new(StringComparer.Ordinal);

    private Surface()
    {
    }

    /// <summary>The types by name.</summary>
    public IReadOnlyDictionary<string, SurfaceType> Types => _types;

    public static Surface Of(IEnumerable<string> sources)
    {
        var surface = new Surface();
        foreach (var source in sources)
            foreach (var declared in CSharpSyntaxTree.ParseText(source).GetRoot().DescendantNodes().OfType<TypeDeclarationSyntax>().Where(type => type.Parent is BaseNamespaceDeclarationSyntax))
                surface.Add(declared, string.Empty);
        foreach (var type in surface._types.Where(type => !type.Value.IsPublic).ToList())
            surface._types.Remove(type.Key);
        foreach (var type in surface._types.Values.Where(type => type is { Kind: "class", HasConstructor: false } && !type.Modifiers.Contains("static")))
            type.Members.Add(new SurfaceMember(SurfaceMember.Constructor, null, []));
        return surface;
    }

    private void Add(TypeDeclarationSyntax declared, string outer)
    {
        var name = outer + declared.Identifier.Text;
        if (!_types.TryGetValue(name, out var type))
            _types[name] = type = new SurfaceType(declared is InterfaceDeclarationSyntax ? "interface" : declared is RecordDeclarationSyntax or StructDeclarationSyntax ? "struct" : "class");
        type.IsPublic |= declared.Modifiers.Any(SyntaxKind.PublicKeyword);
        type.Modifiers.UnionWith(declared.Modifiers.Where(m => m.Kind() is SyntaxKind.SealedKeyword or SyntaxKind.AbstractKeyword or SyntaxKind.StaticKeyword).Select(m => m.Text));
        type.Bases.UnionWith((declared.BaseList?.Types ?? []).Select(b => b.Type.ToString()).Where(b => !Plumbing.Contains(b.Split('<')[0])));
        type.HasConstructor |= declared.Members.OfType<ConstructorDeclarationSyntax>().Any();
        foreach (var member in declared.Members)
            if (member is TypeDeclarationSyntax inner)
                Add(inner, name + ".");
            else if (IsVisible(member, declared) && SurfaceMember.Of(member) is { } visible)
                type.Members.Add(visible);
    }

    private static bool IsVisible(MemberDeclarationSyntax member, TypeDeclarationSyntax type) =>
        (type is InterfaceDeclarationSyntax || member.Modifiers.Any(m => m.Kind() is SyntaxKind.PublicKeyword or SyntaxKind.ProtectedKeyword) && !member.Modifiers.Any(m => m.Kind() is SyntaxKind.PrivateKeyword or SyntaxKind.OverrideKeyword))
        && !member.AttributeLists.Any(list => list.ToString().Contains("EditorBrowsableState.Never", StringComparison.Ordinal));
}

/// <summary>A type with all its parts.</summary>
/// <param name="Kind">What it is.</param>
internal sealed record SurfaceType(string Kind)
{
    public bool IsPublic { get; set; }

    public bool HasConstructor { get; set; }

    public SortedSet<string> Modifiers { get; } = new(StringComparer.Ordinal);

    public SortedSet<string> Bases { get; } = new(StringComparer.Ordinal);

    public List<SurfaceMember> Members { get; } = [];

    /// <summary>How it is declared, without its members.</summary>
    public string Declaration => string.Join(' ', Modifiers.Append(Kind)) + (Bases.Count == 0 ? string.Empty : " : " + string.Join(", ", Bases));
}

/// <summary>A parameter of a method or constructor.</summary>
internal sealed record SurfaceParameter(string Name, TypeSyntax Type, bool IsOptional);

/// <summary>A member that code outside can name.</summary>
/// <param name="Name">Its name.</param>
/// <param name="Type">What it is or returns; null for a constructor.</param>
/// <param name="Parameters">Its parameters; null for what is no method.</param>
internal sealed record SurfaceMember(string Name, TypeSyntax? Type, IReadOnlyList<SurfaceParameter>? Parameters)
{
    public const string Constructor = "new";

    /// <summary>What a property can do, or what a constant is.</summary>
    public string Rest { get; private init; } = string.Empty;

    public bool IsConstant { get; private init; }

    public bool IsObsolete { get; private init; }

    public string Text => Name + (Parameters is null ? string.Empty : $"({string.Join(", ", Parameters.Select(p => $"{p.Type} {p.Name}{(p.IsOptional ? "?" : string.Empty)}"))})");

    public static SurfaceMember? Of(MemberDeclarationSyntax member) => member switch
    {
        MethodDeclarationSyntax method => new(method.Identifier.Text, method.ReturnType, Of(method.ParameterList)) { IsObsolete = IsMarked(method) },
        ConstructorDeclarationSyntax constructor => new(Constructor, null, Of(constructor.ParameterList)),
        PropertyDeclarationSyntax property => new(property.Identifier.Text, property.Type, null)
        {
            Rest = string.Join(' ', (property.AccessorList?.Accessors ?? []).Where(a => a.Modifiers.Count == 0).Select(a => a.Keyword.Text).DefaultIfEmpty("get")),
            IsObsolete = IsMarked(property),
        },
        FieldDeclarationSyntax field when field.Modifiers.Any(SyntaxKind.ConstKeyword) => new(field.Declaration.Variables[0].Identifier.Text, field.Declaration.Type, null)
        {
            Rest = field.Declaration.Variables[0].Initializer!.Value.ToString(),
            IsConstant = true,
        },
        _ => null,
    };

    private static List<SurfaceParameter> Of(ParameterListSyntax list) => [.. list.Parameters.Select(p => new SurfaceParameter(p.Identifier.Text, p.Type!, p.Default is not null))];

    private static bool IsMarked(MemberDeclarationSyntax member) => member.AttributeLists.Any(list => list.Attributes.Any(a => a.Name.ToString() == "Obsolete"));
}
