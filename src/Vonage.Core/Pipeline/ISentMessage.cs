using System.ComponentModel;

namespace Vonage.Core.Pipeline;

/// <summary>The body of a request that sends a message, whose sender a rate limiter can ask for.</summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public interface ISentMessage
{
    /// <summary>The sender: a number or a name.</summary>
    string? Sender { get; }
}
