using Newtonsoft.Json.Linq;
using Vonage.Generator.Emission;

namespace Vonage.Generator.Specs;

/// <summary>
/// Tells fields of an object, and words of an enum, apart that would have one name in C#: <c>+1</c> and <c>-1</c> → Plus1 and Minus1,
/// <c>userName</c> and <c>user_name</c> → UserName and UserName2. What has a name that the document gives it keeps that.
/// </summary>
internal static class Twins
{
    private const string EnumNames = "x-enum-names";

    /// <summary>Names what has no name of its own. In this repository's specs, a name is chosen by hand.</summary>
    public static void Name(Spec spec, Target target)
    {
        foreach (var (name, schema) in spec.Schemas.Properties().Select(s => (s.Name, (JObject)s.Value)))
        {
            if (schema["properties"] is JObject properties)
            {
                LeaveTypes(spec, name, properties);
                if (!target.IsOwn)
                    Fields(spec, name, properties);
            }
            else if (!target.IsOwn && schema["enum"] is JArray words && words.All(word => word.Type is JTokenType.String or JTokenType.Null))
                Words(spec, name, schema, words);
        }
    }

    private static void Fields(Spec spec, string owner, JObject properties)
    {
        var open = properties.Properties().Where(p => p.Value["x-name"] is null).ToList();
        var given = properties.Properties().Except(open).Select(p => Names.Property(p.Name, (JObject)p.Value, owner));
        var names = Apart([.. open.Select(p => p.Name)], given, word => Names.Property(word, [], owner));
        foreach (var property in open.Where(p => names.ContainsKey(p.Name)))
        {
            property.Value["x-name"] = names[property.Name];
            spec.Warn($"Another field of {owner} has the name that '{property.Name}' would have, which is called {Names.Property(property.Name, (JObject)property.Value, owner)}. Give it an x-name of your choice.", property.Value);
        }
    }

    private static void Words(Spec spec, string owner, JObject schema, JArray words)
    {
        if (schema[EnumNames] is not null)
            return;
        foreach (var twin in words.GroupBy(word => word, JToken.EqualityComparer).SelectMany(same => same.Skip(1)).ToList())
            twin.Remove();
        var texts = words.Where(word => word.Type == JTokenType.String).Select(word => (string)word!).ToList();
        var names = Apart(texts, [], word => Names.EnumValue(word.Length == 0 ? "Empty" : word, owner));
        if (names.Count == 0)
            return;
        schema[EnumNames] = new JArray(words.Select(word => word.Type == JTokenType.Null ? word : names.GetValueOrDefault((string)word!, Literally((string)word!))));
        spec.Warn($"Several values of {owner} would have one name, and are called {string.Join(", ", names.Select(n => $"{Names.EnumValue(n.Value, owner)} ('{n.Key}')"))}. Give them names of your choice with {EnumNames}.", words);
    }

    private static string Literally(string word) => word.Length == 0 ? "Empty" : word;

    // The names of those of which another has the name.
    private static Dictionary<string, string> Apart(List<string> words, IEnumerable<string> given, Func<string, string> named)
    {
        var taken = given.ToHashSet(StringComparer.Ordinal);
        var same = words.GroupBy(named).ToList();
        var twins = same.Where(group => group.Count() > 1 || taken.Contains(group.Key)).SelectMany(group => group).ToHashSet(StringComparer.Ordinal);
        taken.UnionWith(words.Where(word => !twins.Contains(word)).Select(named));
        var names = new Dictionary<string, string>(StringComparer.Ordinal);
        foreach (var word in words.Where(twins.Contains))
            if (Unique.Name(Spelled(word), taken, named) is var name && named(name) != named(word))
                names[word] = name;
        return names;
    }

    private static string Spelled(string word) => word switch
    {
        ['-', ..] => "Minus " + word[1..],
        ['+', ..] => "Plus " + word[1..],
        _ => Literally(word),
    };

    // A field that has the name of a class, and is of another type, hides the class from the code that reads the others.
    private static void LeaveTypes(Spec spec, string owner, JObject properties)
    {
        var types = Spec.ReferencesIn(properties).Select(reference => ((string)reference.Value!)[(((string)reference.Value!).LastIndexOf('/') + 1)..]).ToHashSet(StringComparer.Ordinal);
        foreach (var property in properties.Properties())
            if (Names.Property(property.Name, (JObject)property.Value, owner) is var name && types.Contains(name) && Spec.ReferenceOf((JObject)property.Value) != name && spec.Schema(name)["enum"] is null)
                property.Value["x-name"] = name + "Value";
    }
}
