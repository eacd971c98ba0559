using System.Text.Json.Nodes;
using Vonage.Simulation.Specs;

namespace Vonage.Simulation.Answers;

/// <summary>Creates responses from their documentation.</summary>
internal static class DocumentedReply
{
    /// <param name="response">The documented response.</param>
    /// <param name="example">The name of the example; the first one if null.</param>
    /// <param name="accept">The Accept header of the request, if relevant.</param>
    public static ExchangeResponse Make(SpecResponse response, string? example = null, string? accept = null)
    {
        var reply = new ExchangeResponse(response.Status);
        foreach (var (name, header) in response.Headers)
        {
            if ((header["example"].ToJson() ?? SchemaExample.Make(header["schema"])) is { } value)
                reply.Headers[name] = FreshId.IsId(name) ? FreshId.Like(value.ToString()) : value.ToString();
        }
        if (Choose(response.Content, accept) is { } media)
        {
            reply.ContentType = media.Type;
            reply.Json = media.Example(example);
            FreshId.Set(reply.Json);
        }
        return reply;
    }

    /// <summary>Creates a problem details response (RFC 7807) for an error that is not documented.</summary>
    public static ExchangeResponse Problem(int status, string title, string detail) => new(status)
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
