using System.Globalization;
using Newtonsoft.Json.Linq;

namespace Vonage.Core;

/// <summary>Writes a JSON object with further members: the ones that prove its sender.</summary>
internal static class JsonObjectWriter
{
    public static PooledContent Write(JsonBody body, Func<IReadOnlyList<KeyValuePair<string, string>>, IReadOnlyList<KeyValuePair<string, string>>> prove, bool needsMembers)
    {
        if (JToken.FromObject(body.Content, ApiJson.Serializer) is not JObject members)
            throw new InvalidOperationException("The body is not a JSON object: there is no place in it for the credentials. Use another authentication scheme.");
        foreach (var proof in prove(needsMembers ? Scalars(members) : []))
            members[proof.Key] = proof.Value;
        using var writer = new PooledUtf8Writer();
        ApiJson.Write(writer, members);
        return new PooledContent(writer, body.MediaType);
    }

    // A signature covers what can stand as a parameter: the top level's single values.
    private static List<KeyValuePair<string, string>> Scalars(JObject members)
    {
        var scalars = new List<KeyValuePair<string, string>>();
        foreach (var member in members.Properties())
            if (member.Value is JValue { Value: not null } value)
                scalars.Add(new(member.Name, value.Type == JTokenType.Boolean ? (bool)value ? "true" : "false" : value.ToString(CultureInfo.InvariantCulture)));
        return scalars;
    }
}
