using System.Text.Json.Nodes;
using Vonage.Simulation.Specs;

namespace Vonage.Simulation.Answers;

/// <summary>Answers made from what a document says about them.</summary>
internal static class DocumentedReply
{
    /// <param name="response">The documented answer.</param>
    /// <param name="example">Which of its examples; the first where nothing is said.</param>
    /// <param name="accept">What the client would like to have, where that matters.</param>
    public static Reply Make(SpecResponse response, string? example = null, string? accept = null)
    {
        var reply = new Reply(response.Status);
        foreach (var (name, header) in response.Headers)
        {
            if ((header["example"].ToJson() ?? SchemaExample.Make(header["schema"])) is { } value)
                reply.Headers[name] = value.ToString();
        }
        if (Choose(response.Content, accept) is { } media)
        {
            reply.ContentType = media.Type;
            reply.Json = media.Example(example);
        }
        return reply;
    }

    /// <summary>An answer in the form of RFC 7807, for what no document speaks of.</summary>
    public static Reply Problem(int status, string title, string detail) => new(status)
    {
        ContentType = MediaTypes.Problem,
        Json = new JsonObject { ["type"] = "about:blank", ["title"] = title, ["detail"] = detail, ["instance"] = Guid.NewGuid().ToString("N") },
    };

    private static SpecMedia? Choose(IReadOnlyList<SpecMedia> documented, string? accept)
    {
        var wished = (accept ?? "").Split(',', StringSplitOptions.RemoveEmptyEntries)
            .Select(range => documented.FirstOrDefault(media => MediaTypes.Covers(range, media.Type)))
            .FirstOrDefault(media => media is not null);
        return wished ?? (documented.Count > 0 ? documented[0] : null);
    }
}
