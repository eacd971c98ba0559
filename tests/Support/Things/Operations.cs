using Vonage.Core.Pipeline;

namespace TestSupport;

/// <summary>Operations as generated clients declare them.</summary>
internal static class Operations
{
    public static ApiServer Api { get; } = new("https://api.nexmo.com", ("eu", "https://api-eu.vonage.com"), ("ap", "https://api-ap.vonage.com"));

    public static ApiServer Rest { get; } = new("https://rest.nexmo.com");

    public static ApiServer Based { get; } = new("https://video.api.vonage.com/v2/");

    public static ApiOperation Get { get; } = new("Things.get", "GET", "/v1/things/{id}", Api, ApiAuthentication.Jwt, ApiAuthentication.Basic);

    public static ApiOperation Create { get; } = new("Things.create", "POST", "/v1/things", Api, ApiAuthentication.Jwt, ApiAuthentication.Basic);

    public static ApiOperation Open { get; } = new("Things.open", "GET", "/open", Api);

    public static ApiOperation With(string method, params ApiAuthentication[] schemes) => new("Things.legacy", method, "/legacy", Rest, schemes);

    public static ApiRequest GetThing(RequestOptions? options = null) => new(Get, "/v1/things/1", options);

    public static ApiRequest CreateThing(Thing thing, RequestOptions? options = null) => new ApiRequest(Create, "/v1/things", options).Json(thing);
}
