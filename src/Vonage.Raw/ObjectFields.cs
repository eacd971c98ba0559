using Newtonsoft.Json.Linq;
using Vonage.Core;

namespace Vonage.Raw;

/// <summary>The members of an object as parameters: <c>new { page_size = 10, tags = new[] { "a", "b" } }</c>.</summary>
internal sealed class ObjectFields(object source) : IFormContent
{
    public void WriteTo(FormWriter writer)
    {
        foreach (var field in Of(source))
            writer.Add(field.Key, field.Value);
    }

    public static IEnumerable<KeyValuePair<string, string>> Of(object source)
    {
        using var tree = new JTokenWriter();
        ApiJson.Write(tree, source);
        if (tree.Token is not JObject members)
            throw new InvalidRequestException("parameters", "must be an object whose members are the parameters, such as new { page_size = 10 }.");
        foreach (var member in members.Properties())
            if (member.Value is JArray list)
                foreach (var item in list)
                    yield return new(member.Name, Text(member.Name, item));
            else if (member.Value.Type != JTokenType.Null)
                yield return new(member.Name, Text(member.Name, member.Value));
    }

    private static string Text(string name, JToken token) => token is JValue && WireFormat.Json(token) is { } text
        ? text
        : throw new InvalidRequestException(name, "is an object, or a list that contains an object or null. A parameter must be a single value or a list of single values.");
}
