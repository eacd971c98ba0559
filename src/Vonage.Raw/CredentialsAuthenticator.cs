using Newtonsoft.Json.Linq;
using RestSharp;
using RestSharp.Authenticators;
using Vonage.Core;

namespace Vonage.Raw;

/// <summary>Authenticates RestSharp requests with the credentials of the typed clients.</summary>
internal sealed class CredentialsAuthenticator(IApiCredentials credentials, AuthenticationScheme scheme, TimeProvider clock) : IAuthenticator
{
    public ValueTask Authenticate(IRestClient client, RestRequest request, CancellationToken cancellationToken = default)
    {
        switch (scheme)
        {
            case AuthenticationScheme.None:
                break;
            case AuthenticationScheme.Jwt or AuthenticationScheme.Basic:
                request.AddOrUpdateHeader(KnownHeaders.Authorization, credentials.GetAuthorization(scheme, clock));
                break;
            case AuthenticationScheme.Query:
                Add(request, ParameterType.QueryString, Present(request, ParameterType.QueryString));
                break;
            default:
                AddToContent(request);
                break;
        }

        return default;
    }

    private static List<KeyValuePair<string, string>> Present(RestRequest request, ParameterType type) =>
        [.. request.Parameters.Where(p => p.Type == type && p is { Name: not null, Value: not null }).Select(p => new KeyValuePair<string, string>(Plain(p, p.Name!), Plain(p, p.Value!.ToString()!)))];

    // Values in a URL are escaped; signed values are not.
    private static string Plain(Parameter parameter, string text) => parameter.Encode ? text : Uri.UnescapeDataString(text.Replace('+', ' '));

    private void AddToContent(RestRequest request)
    {
        if (request.Parameters.FirstOrDefault(p => p.Type == ParameterType.RequestBody) is { } body)
        {
            AddToJson(request, body);
            return;
        }

        var fields = Present(request, ParameterType.GetOrPost);
        var inQuery = fields.Count == 0 && (scheme == AuthenticationScheme.Signature || request.Method is Method.Get or Method.Head);
        if (inQuery)
            Add(request, ParameterType.QueryString, Present(request, ParameterType.QueryString));
        else
            Add(request, ParameterType.GetOrPost, fields);
    }

    private void Add(RestRequest request, ParameterType type, List<KeyValuePair<string, string>> present)
    {
        foreach (var proof in credentials.GetParameters(scheme, present, clock))
            request.AddParameter(proof.Key, proof.Value, type);
    }

    private void AddToJson(RestRequest request, Parameter body)
    {
        var text = body.Value as string ?? ApiJson.Serialize(body.Value);
        if (!text.AsSpan().TrimStart().StartsWith("{".AsSpan(), StringComparison.Ordinal) || ApiJson.Deserialize<JObject>(text) is not { } members)
            throw new InvalidRequestException("body", "is not a JSON object, so the credentials cannot be added to it. Use another authentication scheme.");
        foreach (var proof in credentials.GetParameters(scheme, JsonMembers.Scalars(members), clock))
            members[proof.Key] = proof.Value;
        request.RemoveParameter(body);
        request.AddStringBody(ApiJson.Serialize(members), ContentType.Json);
    }
}
