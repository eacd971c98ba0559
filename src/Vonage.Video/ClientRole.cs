namespace Vonage.Video;

/// <summary>What a client can do in a session.</summary>
public enum ClientRole
{
    /// <summary>Publishes streams, subscribes to streams and sends signals.</summary>
    Publisher,

    /// <summary>Subscribes to streams only.</summary>
    Subscriber,

    /// <summary>Publishes streams only.</summary>
    PublisherOnly,

    /// <summary>Does what a publisher does, and can mute and disconnect others. Captions need a token with this role.</summary>
    Moderator,
}
