using Vonage.Core;

namespace Vonage.Video;

/// <summary>The claims with which client SDKs connect to a session, and the rules for them.</summary>
internal static class ClientToken
{
    private const int MaxConnectionData = 1000;

    private static readonly TimeSpan Shortest = TimeSpan.FromSeconds(1);

    private static readonly TimeSpan Longest = TimeSpan.FromDays(30);

    public static JwtClaims Claims(string sessionId, ClientTokenOptions options)
    {
        Check.Required("sessionId", sessionId);
        if (options.Lifetime < Shortest || options.Lifetime > Longest)
            throw new InvalidRequestException("ClientTokenOptions.Lifetime", "must be from one second to 30 days, which is the most that Vonage accepts.");
        Check.Length("ClientTokenOptions.ConnectionData", options.ConnectionData, 0, MaxConnectionData);
        var claims = JwtClaims.ForClients(options.Lifetime);
        claims.Subject = "video";
        claims.Acl.Add("/session/**");
        claims.AdditionalClaims["scope"] = "session.connect";
        claims.AdditionalClaims["session_id"] = sessionId;
        claims.AdditionalClaims["role"] = RoleOf(options.Role);
        if (!string.IsNullOrEmpty(options.ConnectionData))
            claims.AdditionalClaims["connection_data"] = options.ConnectionData;
        if (options.LayoutClasses.Count > 0)
            claims.AdditionalClaims["initial_layout_class_list"] = string.Join(" ", options.LayoutClasses.Select(Checked));
        return claims;
    }

    private static string RoleOf(ClientRole role) => role switch
    {
        ClientRole.Publisher => "publisher",
        ClientRole.Subscriber => "subscriber",
        ClientRole.PublisherOnly => "publisheronly",
        ClientRole.Moderator => "moderator",
        _ => throw new InvalidRequestException("ClientTokenOptions.Role", "is not one of the roles. Use a value of ClientRole."),
    };

    // The claim separates the classes with spaces.
    private static string Checked(string layoutClass) => !string.IsNullOrEmpty(layoutClass) && !layoutClass.Any(char.IsWhiteSpace)
        ? layoutClass
        : throw new InvalidRequestException("ClientTokenOptions.LayoutClasses", "contains a name that is empty or contains whitespace. Add each class by itself.");
}
