using Newtonsoft.Json.Linq;

namespace Vonage;

/// <summary>What the token of a verified webhook says.</summary>
public sealed class WebhookToken
{
    private readonly JwtMembers _claims;

    internal WebhookToken(JwtMembers claims) => _claims = claims;

    /// <summary>The account (<c>api_key</c>).</summary>
    public string? ApiKey => Text("api_key");

    /// <summary>The application, where the webhook belongs to one (<c>application_id</c>).</summary>
    public string? ApplicationId => Text("application_id");

    /// <summary>What makes the token different from all others (<c>jti</c>).</summary>
    public string? Id => Text("jti");

    /// <summary>A copy of all claims, by name.</summary>
    public JObject Claims => _claims.ToObject();

    private string? Text(string name) => _claims.TryGet(name, out var value) ? value as string : null;
}
