using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace Vonage.Generator.Comparison;

/// <summary>What a difference breaks for those who use the client.</summary>
[Flags]
internal enum Breaks
{
    Nothing = 0,
    Source = 1,
    Binary = 2,
}

/// <summary>A public member that is new, gone or another.</summary>
/// <param name="Kind">added, removed or changed.</param>
/// <param name="What">The type or member, and what is different.</param>
/// <param name="Breaks">What it breaks.</param>
/// <param name="Calls">Of which calls it breaks the source; null for all.</param>
internal sealed record Difference(string Kind, string What, Breaks Breaks, string? Calls = null)
{
    public override string ToString() => $"{Kind,-8} {What}" + (Breaks, Calls) switch
    {
        (Breaks.Nothing, _) => string.Empty,
        (Breaks.Source, _) => "  [breaks source]",
        (Breaks.Binary, _) => "  [breaks binary]",
        (_, null) => "  [breaks source and binary]",
        _ => $"  [breaks binary, and the source of {Calls}]",
    };
}

/// <summary>Compares two surfaces.</summary>
internal sealed class SurfaceDifference
{
    private const Breaks Both = Breaks.Source | Breaks.Binary;

    private readonly Surface _old;
    private readonly Surface _new;
    private readonly List<Difference> _differences = [];

    private SurfaceDifference(Surface old, Surface @new) => (_old, _new) = (old, @new);

    public static IReadOnlyList<Difference> Between(Surface old, Surface @new)
    {
        var comparison = new SurfaceDifference(old, @new);
        foreach (var name in old.Types.Keys.Union(@new.Types.Keys).Order(StringComparer.Ordinal))
            comparison.Compare(name);
        return comparison._differences;
    }

    private void Compare(string name)
    {
        // A constant of an enum stands beside its value, and a class beside its interface.
        var isNested = name.Contains('.', StringComparison.Ordinal);
        if (!_new.Types.TryGetValue(name, out var after))
            Add(isNested ? null : "removed", name, Both);
        else if (!_old.Types.TryGetValue(name, out var before))
            Add(isNested ? null : "added", name, Breaks.Nothing);
        else
        {
            if (before.Declaration != after.Declaration)
                Add("changed", $"{name}: {before.Declaration} → {after.Declaration}", Both);
            foreach (var group in before.Members.Concat(after.Members).Select(m => m.Name).Distinct().Order(StringComparer.Ordinal))
                Compare(name, isNested, [.. Own(_old, name, before, group)], [.. Own(_new, name, after, group)]);
        }
    }

    private static IEnumerable<SurfaceMember> Own(Surface surface, string name, SurfaceType type, string group) =>
        type.Members.Where(m => m.Name == group && (m.Parameters is null || !surface.Types.TryGetValue("I" + name, out var contract) || !contract.Members.Exists(c => c.Text == m.Text)));

    private void Compare(string type, bool isNested, List<SurfaceMember> before, List<SurfaceMember> after)
    {
        foreach (var same in before.Where(old => after.Exists(m => Types(m) == Types(old))).ToList())
        {
            var other = after.Find(m => Types(m) == Types(same))!;
            Compare(type, same, other);
            before.Remove(same);
            after.Remove(other);
        }
        if (before is [var one] && after is [var only] && one.Parameters is null == only.Parameters is null)
        {
            Compare(type, one, only);
            return;
        }
        foreach (var gone in before)
            Add(isNested ? null : "removed", $"{type}.{gone.Text}", Both);
        foreach (var added in after)
            Add(isNested ? null : "added", $"{type}.{added.Text}{(_new.Types[type].Kind == "interface" ? " (classes of your own that implement the interface need it)" : string.Empty)}", Breaks.Nothing);
    }

    private void Compare(string type, SurfaceMember before, SurfaceMember after)
    {
        var where = $"{type}.{before.Name}";
        if (before.Parameters is not null && !before.Parameters.Select(Text).SequenceEqual(after.Parameters!.Select(Text)))
            CompareParameters($"{type}.{before.Text} → {after.Text}", before.Parameters, after.Parameters!);
        if (before.Type is { } old && after.Type is { } now && old.ToString() != now.ToString())
        {
            var isSame = Runtime(old) == Runtime(now);
            Add("changed", $"{where}: {old} → {now}{(isSame ? " (nullable warnings)" : string.Empty)}", isSame ? Breaks.Source : Both);
        }
        if (before.Rest != after.Rest)
            Add("changed", $"{where}: {before.Rest} → {after.Rest}", before.IsConstant ? Breaks.Binary : before.Rest.Split(' ').Except(after.Rest.Split(' ')).Any() ? Both : Breaks.Nothing);
        if (!before.IsObsolete && after.IsObsolete)
            Add("changed", $"{where} is obsolete (warnings)", Breaks.Nothing);
    }

    // Optional parameters that are inserted leave alone the calls that name what follows, or leave it out.
    private void CompareParameters(string what, IReadOnlyList<SurfaceParameter> before, IReadOnlyList<SurfaceParameter> after)
    {
        var isBinary = !before.Select(p => Runtime(p.Type)).SequenceEqual(after.Select(p => Runtime(p.Type)));
        var inserted = after.Where(p => !before.Any(old => old.Name == p.Name)).ToList();
        var isInsertion = inserted.Count > 0 && inserted.TrueForAll(p => p.IsOptional) && before.Select(Text).SequenceEqual(after.Except(inserted).Select(Text));
        if (isInsertion)
        {
            var first = after.TakeWhile(p => p != inserted[0]).Count();
            Add("changed", what, first == before.Count ? Breaks.Binary : Breaks.Source | Breaks.Binary, first == before.Count ? null : $"calls that give {before[first].Name} without its name");
            return;
        }
        var isSource = before.Count != after.Count
            || before.Zip(after).Any(pair => pair.First.Name != pair.Second.Name || pair.First.Type.ToString() != pair.Second.Type.ToString() || pair.First.IsOptional && !pair.Second.IsOptional);
        Add("changed", what, (isSource ? Breaks.Source : Breaks.Nothing) | (isBinary ? Breaks.Binary : Breaks.Nothing));
    }

    private static string Text(SurfaceParameter parameter) => $"{parameter.Type} {parameter.Name} {parameter.IsOptional}";

    private string Types(SurfaceMember member) => member.Parameters is null ? "=" : string.Join(",", member.Parameters.Select(p => Runtime(p.Type)));

    // The type as compiled code knows it: '?' after a reference type is only a note to the compiler.
    private string Runtime(TypeSyntax type) => type.ReplaceNodes(type.DescendantNodesAndSelf().OfType<NullableTypeSyntax>(), (_, nullable) => IsValue(nullable.ElementType) ? nullable : nullable.ElementType).ToString();

    private bool IsValue(TypeSyntax type) => type switch
    {
        PredefinedTypeSyntax predefined => predefined.Keyword.Kind() is not (SyntaxKind.StringKeyword or SyntaxKind.ObjectKeyword),
        _ => type.ToString() is "DateTimeOffset" or "TimeSpan" or "Guid" || IsStruct(_old, type) || IsStruct(_new, type),
    };

    private static bool IsStruct(Surface surface, TypeSyntax type) => surface.Types.TryGetValue(type.ToString(), out var known) && known.Kind == "struct";

    // Without a kind, another difference says it already.
    private void Add(string? kind, string what, Breaks breaks, string? calls = null)
    {
        if (kind is not null)
            _differences.Add(new Difference(kind, what, breaks, calls));
    }
}
