using Newtonsoft.Json.Linq;

namespace Vonage;

/// <summary>The token of a verified webhook.</summary>
public sealed class WebhookToken
{
    private readonly JwtMembers _claims;

    internal WebhookToken(JwtMembers claims) => _claims = claims;

    /// <summary>The API key of the account (<c>api_key</c>).</summary>
    public string? ApiKey => Text("api_key");

    /// <summary>The application ID, if the webhook belongs to an application (<c>application_id</c>).</summary>
    public string? ApplicationId => Text("application_id");

    /// <summary>The unique ID of the token (<c>jti</c>).</summary>
    public string? Id => Text("jti");

    /// <summary>A copy of all claims, by name.</summary>
    public JObject Claims => _claims.ToObject();

    private string? Text(string name) => _claims.TryGet(name, out var value) ? value as string : null;
}
