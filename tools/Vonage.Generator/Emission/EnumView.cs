using Newtonsoft.Json.Linq;
using Vonage.Generator.Specs;

namespace Vonage.Generator.Emission;

/// <summary>An extensible enum, as <c>Enum.liquid</c> sees it.</summary>
internal sealed class EnumView
{
    public EnumView(ApiModel api, string name)
    {
        var schema = api.Spec.Schema(name);
        var description = (string?)schema["description"];
        var meanings = Emission.Doc.Meanings(description);
        // In other documents, it can be something else.
        var descriptions = schema["x-enum-descriptions"] is JArray list && list.Count == ((JArray)schema["enum"]!).Count ? list.Select(d => d.Type == JTokenType.String ? (string?)d : null).ToList() : null;
        var names = schema["x-enum-names"]?.Select(n => (string)n!).ToList();
        Name = name;
        IsNumber = (string?)schema["type"] == "integer";
        Access = api.AccessOf(name);
        Doc = Emission.Doc.Of(Emission.Doc.WithoutMeanings(description), name + ".", "Unknown values round-trip.");
        Members = [.. schema["enum"]!.Where(v => v.Type != JTokenType.Null).Select((value, i) => MemberOf(names?[i], value.ToString(), descriptions?[i] ?? meanings.GetValueOrDefault(value.ToString())))];
        if (Members.GroupBy(m => m.Name).FirstOrDefault(g => g.Count() > 1) is { } twins)
            throw new SpecException($"{name} has several values called {twins.Key}. Tell them apart with x-enum-names.", schema["enum"]);
    }

    public string Name { get; }

    public string Access { get; }

    public string Doc { get; }

    /// <summary>Its values are numbers on the wire.</summary>
    public bool IsNumber { get; }

    public IReadOnlyList<EnumMember> Members { get; }

    private EnumMember MemberOf(string? given, string value, string? meaning)
    {
        var wire = value.Length == 0 ? "An empty string." : $"The value `{value}`.";
        var doc = string.IsNullOrEmpty(meaning) ? wire : $"{meaning} (`{value}`)";
        return new(Names.EnumValue(given ?? (value.Length == 0 ? "Empty" : value), Name), Literal.Of(value), Emission.Doc.Of(doc, wire));
    }
}

/// <summary>A known value of an extensible enum.</summary>
internal sealed record EnumMember(string Name, string Literal, string Doc);
