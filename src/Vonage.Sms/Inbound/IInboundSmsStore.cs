namespace Vonage.Sms;

/// <summary>
/// Stores the parts of messages that are not complete. An implementation that several servers share, such as a database or cache, lets each of them
/// receive any part.
/// </summary>
public interface IInboundSmsStore
{
    /// <summary>Gets the parts of a message, also if its time is over.</summary>
    /// <param name="key">The key of the message: account, sender, recipient, reference and number of parts.</param>
    /// <param name="cancellationToken">Cancels the operation.</param>
    /// <returns>The parts; <see langword="null"/> if none is stored.</returns>
    Task<InboundSmsParts?> GetAsync(string key, CancellationToken cancellationToken = default);

    /// <summary>Stores the parts of a message in place of others, in one atomic step.</summary>
    /// <param name="key">The key of the message.</param>
    /// <param name="current">The parts that must be stored, with the same <see cref="InboundSmsParts.Version"/>; <see langword="null"/> if there must be none.</param>
    /// <param name="next">The parts to store.</param>
    /// <param name="cancellationToken">Cancels the operation.</param>
    /// <returns><see langword="false"/> if other parts are stored. Nothing was changed then.</returns>
    Task<bool> TryReplaceAsync(string key, InboundSmsParts? current, InboundSmsParts next, CancellationToken cancellationToken = default);

    /// <summary>Removes what has expired, and hands each message to one caller only.</summary>
    /// <param name="now">The current time.</param>
    /// <param name="cancellationToken">Cancels the operation.</param>
    /// <returns>The messages whose <see cref="InboundSmsParts.ExpiresAt"/> is not later than <paramref name="now"/>.</returns>
    Task<IReadOnlyList<InboundSmsParts>> TakeExpiredAsync(DateTimeOffset now, CancellationToken cancellationToken = default);
}
