using System.Text.Json.Nodes;
using Vonage.Simulation.Specs;
using Vonage.Testing;
using Vonage.Testing.Tests.Support;

namespace Vonage.Simulation.Tests.Support;

/// <summary>Access tokens of network APIs, fetched by hand: an operation permits what its own document says.</summary>
internal static class AccessToken
{
    private const string Purpose = "openid dpv:FraudPreventionAndDetection#";
    private const string Number = "tel:+447700900000";
    private const string Redirect = "https://example.com/callback";

    public static string For(VonageSimulator simulator, SpecOperation operation)
    {
        using var http = new HttpClient(new HttpClientHandler { AllowAutoRedirect = false });
        http.DefaultRequestHeaders.Authorization = new("Bearer", Token.For(simulator));
        var exchange = operation.Id == "verify" ? Verification(http, simulator) : SimSwap(http, simulator, operation.Id == "check" ? "check-sim-swap" : "retrieve-sim-swap-date");
        return (string)Post(http, simulator, "/oauth2/token", exchange)["access_token"]!;
    }

    private static Dictionary<string, string> SimSwap(HttpClient http, VonageSimulator simulator, string purpose)
    {
        var authorization = Post(http, simulator, "/oauth2/bc-authorize", new() { ["login_hint"] = Number, ["scope"] = Purpose + purpose });
        return new() { ["auth_req_id"] = (string)authorization["auth_req_id"]!, ["grant_type"] = "urn:openid:params:grant-type:ciba" };
    }

    private static Dictionary<string, string> Verification(HttpClient http, VonageSimulator simulator)
    {
        var query = new Dictionary<string, string>
        {
            ["client_id"] = simulator.ApplicationId,
            ["redirect_uri"] = Redirect,
            ["response_type"] = "code",
            ["scope"] = Purpose + "number-verification-verify-read",
            ["login_hint"] = Number,
        };
        using var login = new HttpRequestMessage(HttpMethod.Get, $"{simulator.Hosts["oidc.idp.vonage.com"]}/oauth2/auth?{string.Join('&', query.Select(parameter => $"{parameter.Key}={Uri.EscapeDataString(parameter.Value)}"))}");
        using var reply = http.Send(login);
        return new() { ["code"] = reply.Headers.Location!.Query.Split('=')[1], ["redirect_uri"] = Redirect, ["grant_type"] = "authorization_code" };
    }

    private static JsonNode Post(HttpClient http, VonageSimulator simulator, string path, Dictionary<string, string> form)
    {
        using var message = new HttpRequestMessage(HttpMethod.Post, $"{simulator.Hosts["api-eu.vonage.com"]}{path}") { Content = new FormUrlEncodedContent(form) };
        using var reply = http.Send(message);
        return JsonNode.Parse(reply.EnsureSuccessStatusCode().Content.ReadAsStream())!;
    }
}
