using Newtonsoft.Json.Linq;

namespace Vonage.Core;

/// <summary>Writes a JSON object with additional members that authenticate the request.</summary>
internal static class JsonObjectWriter
{
    public static PooledContent Write(JsonBody body, Func<IReadOnlyList<KeyValuePair<string, string>>, IReadOnlyList<KeyValuePair<string, string>>> prove)
    {
        if (JToken.FromObject(body.Content, ApiJson.Serializer) is not JObject members)
            throw new InvalidOperationException("The body is not a JSON object, so the credentials cannot be added to it. Use another authentication scheme.");
        foreach (var proof in prove(JsonMembers.Scalars(members)))
            members[proof.Key] = proof.Value;
        using var writer = new PooledUtf8Writer();
        ApiJson.Write(writer, members);
        return new PooledContent(writer, body.MediaType);
    }
}
