using Newtonsoft.Json.Linq;

namespace Vonage.Core;

/// <summary>Writes a JSON object with additional members that authenticate the request.</summary>
internal static class JsonObjectWriter
{
    public static PooledContent Write(JsonBody body, Func<IReadOnlyList<KeyValuePair<string, string>>, IReadOnlyList<KeyValuePair<string, string>>> prove)
    {
        using var tree = new JTokenWriter();
        ApiJson.Write(tree, body.Content);
        if (tree.Token is not JObject members)
            throw new InvalidOperationException("The body is not a JSON object: there is no place in it for the credentials. Use another authentication scheme.");
        foreach (var proof in prove(JsonMembers.Scalars(members)))
            members[proof.Key] = proof.Value;
        using var writer = new PooledUtf8Writer();
        ApiJson.Write(writer, members);
        return new PooledContent(writer, body.MediaType);
    }
}
