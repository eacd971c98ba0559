using Microsoft.AspNetCore.WebUtilities;

namespace Vonage.Testing.Webhooks;

/// <summary>Reads the signature of a webhook that is about to be sent, to show it.</summary>
internal static class SignatureOf
{
    private const string Parameter = "sig";

    /// <summary>The token, or the signature in the query, form or JSON of a webhook of the SMS API; null if there is none.</summary>
    public static async Task<string?> RequestAsync(HttpRequestMessage request, CancellationToken cancellationToken)
    {
        if (request.Headers.Authorization is { } authorization)
            return authorization.Parameter;
        if (QueryHelpers.ParseQuery(request.RequestUri!.Query).TryGetValue(Parameter, out var query))
            return query;
        if (request.Content is null)
            return null;
        var body = await request.Content.ReadAsStringAsync(cancellationToken).ConfigureAwait(false);
        return request.Content.Headers.ContentType?.MediaType == "application/json"
            ? System.Text.Json.Nodes.JsonNode.Parse(body)?[Parameter]?.ToString()
            : QueryHelpers.ParseQuery(body).TryGetValue(Parameter, out var field) ? field.ToString() : null;
    }
}
