using RestSharp;
using Vonage.Core;

namespace Vonage.Raw;

/// <summary>Describes a RestSharp response for an error.</summary>
internal static class Reply
{
    public static ApiReply Describe(ApiRequest call, RestResponse response)
    {
        var headers = new Dictionary<string, IReadOnlyList<string>>(StringComparer.OrdinalIgnoreCase);
        foreach (var group in (response.Headers ?? []).Concat(response.ContentHeaders ?? []).GroupBy(h => h.Name, StringComparer.OrdinalIgnoreCase))
            headers[group.Key] = [.. group.Select(h => h.Value)];
        return new ApiReply(call.Operation.Name, call.Operation.Method, call.Path, response.StatusCode, response.Content ?? string.Empty, headers);
    }
}
