using Vonage.Messages;

namespace Vonage.Testing;

/// <summary>The outcome of messages to a number (Messages API).</summary>
/// <param name="Status">
/// The final status: delivered, read, undeliverable or rejected. Messages that are not rejected are submitted first; read ones are also
/// delivered first. SMS and MMS end with delivered.
/// </param>
public sealed record MessageOutcome(MessageStatus Status)
{
    /// <summary>The message is delivered. This is the default.</summary>
    public static MessageOutcome Delivered { get; } = new(MessageStatus.Delivered);

    /// <summary>The message is delivered and read, if the channel supports it.</summary>
    public static MessageOutcome Read { get; } = new(MessageStatus.Read);

    /// <summary>The provider rejects the message.</summary>
    public static MessageOutcome Rejected { get; } = new(MessageStatus.Rejected)
    {
        ErrorCode = MessageErrorCode.RejectedByProvider,
        ErrorDetail = "Rejected by the provider",
    };

    /// <summary>The message is sent but not delivered.</summary>
    public static MessageOutcome Undeliverable { get; } = new(MessageStatus.Undeliverable)
    {
        ErrorCode = MessageErrorCode.DestinationUnreachable,
        ErrorDetail = "Destination unreachable",
    };

    /// <summary>The error code of a failure; <see langword="null"/> if there is none.</summary>
    public MessageErrorCode? ErrorCode { get; init; }

    /// <summary>The description of the error.</summary>
    public string? ErrorDetail { get; init; }
}
