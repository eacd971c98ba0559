using Newtonsoft.Json.Linq;

namespace Vonage.Core.Pipeline;

/// <summary>Writes objects as parameters (OpenAPI 3.0, styles form and deepObject).</summary>
internal static class ObjectParameter
{
    /// <summary>Gets the members as names and texts. A list is a parameter for each item, and a member of a member has its name in brackets.</summary>
    /// <param name="value">The object.</param>
    /// <param name="name">The name of the parameter that members' names stand in brackets after; <see langword="null"/> if they stand alone.</param>
    public static IEnumerable<(string Name, string Value)> Members(JToken value, string? name)
    {
        foreach (var member in ((JObject)value).Properties())
        {
            var key = name is null ? member.Name : $"{name}[{member.Name}]";
            switch (member.Value)
            {
                case JArray items:
                    foreach (var item in items)
                        if (WireFormat.Json(item) is { } text)
                            yield return (key, text);
                    break;
                case JObject inner when name is not null:
                    foreach (var part in Members(inner, key))
                        yield return part;
                    break;
                default:
                    if (WireFormat.Json(member.Value) is { } single)
                        yield return (key, single);
                    break;
            }
        }
    }

    /// <summary>Gets the members as one text: <c>a,1,b,2</c>.</summary>
    public static string? Joined(JToken value, string between = ",") =>
        string.Join(",", ((JObject)value).Properties().Select(member => (member.Name, Text: WireFormat.Json(member.Value))).Where(member => member.Text is not null).Select(member => $"{member.Name}{between}{member.Text}")) is { Length: > 0 } joined ? joined : null;

    public static void Check(string name, JToken value)
    {
        if (value is not JObject)
            throw new InvalidRequestException(name, "must be a JSON object.");
    }
}
