using Newtonsoft.Json.Linq;

namespace Vonage.Core;

internal static class JsonMembers
{
    /// <summary>Gets the members of a JSON object that a signature covers: the top-level scalar values.</summary>
    public static List<KeyValuePair<string, string>> Scalars(JObject members)
    {
        var scalars = new List<KeyValuePair<string, string>>();
        foreach (var member in members.Properties())
            if (member.Value is JValue && WireFormat.Json(member.Value) is { } value)
                scalars.Add(new(member.Name, value));
        return scalars;
    }
}
