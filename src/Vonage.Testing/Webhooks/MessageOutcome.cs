using Vonage.Messages;

namespace Vonage.Testing;

/// <summary>What becomes of a message of the Messages API, as its statuses tell it.</summary>
/// <param name="Status">
/// The last status: delivered, read, undeliverable or rejected. All but a rejected message are submitted first; one that is read is delivered
/// first. SMS and MMS know no read: they end with delivered.
/// </param>
public sealed record MessageOutcome(MessageDeliveryStatus Status)
{
    /// <summary>It arrives: what happens unless something else is said.</summary>
    public static MessageOutcome Delivered { get; } = new(MessageDeliveryStatus.Delivered);

    /// <summary>It arrives and is read, where the channel tells of that.</summary>
    public static MessageOutcome Read { get; } = new(MessageDeliveryStatus.Read);

    /// <summary>The provider refuses it.</summary>
    public static MessageOutcome Rejected { get; } = new(MessageDeliveryStatus.Rejected)
    {
        ErrorCode = MessageErrorCode.RejectedByProvider,
        ErrorDetail = "Rejected by the provider",
    };

    /// <summary>It is sent, and does not arrive.</summary>
    public static MessageOutcome Undeliverable { get; } = new(MessageDeliveryStatus.Undeliverable)
    {
        ErrorCode = MessageErrorCode.DestinationUnreachable,
        ErrorDetail = "Destination unreachable",
    };

    /// <summary>Why it fails. Null where it does not.</summary>
    public MessageErrorCode? ErrorCode { get; init; }

    /// <summary>The same in words.</summary>
    public string? ErrorDetail { get; init; }
}
