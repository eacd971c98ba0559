namespace Vonage;

/// <summary>All hosts that Vonage documents for its APIs and for the files that they link to.</summary>
internal static class VonageHosts
{
    public static string[] All { get; } =
    [
        "api.nexmo.com",
        "rest.nexmo.com",
        "api-us.nexmo.com",
        "api-eu.nexmo.com",
        "api-ap.nexmo.com",
        "messages-sandbox.nexmo.com",
        "api-us.vonage.com",
        "api-eu.vonage.com",
        "api-ap.vonage.com",
        "api-us-3.vonage.com",
        "api-us-4.vonage.com",
        "api-eu-3.vonage.com",
        "api-eu-4.vonage.com",
        "api-ap-3.vonage.com",
        "api-ap-4.vonage.com",
        "video.api.vonage.com",
        "oidc.idp.vonage.com",
    ];

    /// <summary>The storage for logos of the Meetings API, which receives no credentials.</summary>
    public static string[] ThirdParties { get; } = ["s3.amazonaws.com"];
}
