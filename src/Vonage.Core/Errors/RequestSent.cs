namespace Vonage.Core;

/// <summary>Whether a request that failed reached the server.</summary>
public enum RequestSent
{
    /// <summary>The request did not reach the server: it had no effect, and can be sent again.</summary>
    No,

    /// <summary>The server received the request and answered it.</summary>
    Yes,

    /// <summary>The server may have received the request, and processed it: check before you send it again.</summary>
    Unknown,
}
