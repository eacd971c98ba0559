namespace Vonage.Video;

/// <summary>Optional parameters of <see cref="IVideoClient.CreateClientToken"/>.</summary>
public sealed class ClientTokenOptions
{
    /// <summary>What the client can do in the session. The default is <see cref="ClientRole.Publisher"/>.</summary>
    public ClientRole Role { get; set; }

    /// <summary>
    /// A description of the client, up to 1,000 characters, such as a user ID. The other clients of the session and the webhooks get it, so
    /// it is no place for secrets. The default is none.
    /// </summary>
    public string? ConnectionData { get; set; }

    /// <summary>The layout classes of the streams that the client publishes, for composed archives and broadcasts. None contains whitespace.</summary>
    public IList<string> LayoutClasses { get; } = [];

    /// <summary>
    /// For how long the token can be used to connect, in whole seconds, up to 30 days. The default is 24 hours. A client that is connected
    /// stays so when its token expires.
    /// </summary>
    public TimeSpan Lifetime { get; set; } = TimeSpan.FromHours(24);
}
