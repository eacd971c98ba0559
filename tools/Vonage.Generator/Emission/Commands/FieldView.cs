using System.Globalization;
using Newtonsoft.Json.Linq;
using Vonage.Generator.Specs;

namespace Vonage.Generator.Emission.Commands;

/// <summary>A field of a body, or a parameter, as an option of a command.</summary>
/// <param name="Path">Its path on the wire, with slashes between the names.</param>
/// <param name="Kind">How its text becomes a value: a member of the command line's <c>ValueKind</c>.</param>
/// <param name="Summary">What it is, in one line.</param>
internal sealed record FieldView(string Path, string Kind, string Summary)
{
    /// <summary>Where it travels; null for a field of a body.</summary>
    public string? In { get; init; }

    public bool IsList { get; init; }

    public bool IsRequired { get; init; }

    /// <summary>The branches of a union that have it; empty if all have it.</summary>
    public IReadOnlyList<string> Branches { get; init; } = [];

    /// <summary>The values that the document lists.</summary>
    public IReadOnlyList<string> Values { get; init; } = [];

    /// <summary>It selects the branch of a union.</summary>
    public bool IsDiscriminator { get; init; }

    /// <summary>It can have one value only.</summary>
    public bool IsConstant { get; init; }

    /// <summary>How a parameter with several values is written.</summary>
    public string? Style { get; init; }

    /// <summary>The credential that the value comes from unless it is given.</summary>
    public string? From { get; init; }

    /// <summary>The format of a time.</summary>
    public string? Format { get; init; }

    /// <summary>The limits, as the arguments of an initializer.</summary>
    public IReadOnlyList<string> Limits { get; init; } = [];

    /// <summary>The expression that describes it.</summary>
    public string Code => $"new({Literal.Of(Names.Kebab(Path))}, {Literal.Of(Path)}, ValueKind.{Kind}){(Members().ToList() is { Count: > 0 } members ? $" {{ {string.Join(", ", members)} }}" : string.Empty)}";

    /// <summary>A list of texts as a collection expression.</summary>
    public static string List(IEnumerable<string> texts) => $"[{string.Join(", ", texts.Select(Literal.Of))}]";

    /// <summary>The limits of a schema that the command line checks itself.</summary>
    public static IEnumerable<string> LimitsOf(JObject schema)
    {
        if (schema["x-unchecked"] is not null)
            yield break;
        foreach (var (word, member) in new[] { ("minLength", "MinLength"), ("maxLength", "MaxLength") })
            if ((int?)schema[word] is { } length)
                yield return $"{member} = {length.ToString(CultureInfo.InvariantCulture)}";
        foreach (var (word, member) in new[] { ("minimum", "Minimum"), ("maximum", "Maximum") })
            if ((decimal?)schema[word] is { } limit)
                yield return $"{member} = {Literal.Decimal(limit)}";
        if ((string?)schema["format"] == PhoneFormat.Number)
            yield return "IsPhone = true";
    }

    private IEnumerable<string> Members()
    {
        if (In is not null)
            yield return $"In = {Literal.Of(In)}";
        if (IsConstant)
            yield return $"Constant = {Literal.Of(Values[0])}";
        if (IsList)
            yield return "IsList = true";
        if (IsRequired)
            yield return "IsRequired = true";
        if (IsDiscriminator)
            yield return "IsDiscriminator = true";
        if (Style is not null)
            yield return $"Style = {Literal.Of(Style)}";
        if (From is not null)
            yield return $"From = {Literal.Of(From)}";
        if (Format is not null)
            yield return $"Format = {Literal.Of(Format)}";
        foreach (var limit in Limits)
            yield return limit;
        if (Values.Count > 0 && !IsConstant)
            yield return $"Values = {List(Values)}";
        if (Branches.Count > 0)
            yield return $"Branches = {List(Branches)}";
        if (Summary.Length > 0 && !IsConstant)
            yield return $"Summary = {Literal.Of(Summary)}";
    }
}
