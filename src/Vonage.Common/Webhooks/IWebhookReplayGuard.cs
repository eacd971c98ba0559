namespace Vonage;

/// <summary>Stores which webhooks were handled, so that none is accepted twice.</summary>
/// <remarks>
/// A webhook is first reserved; when it was handled, it is confirmed, and when that failed, it is released, so that Vonage can deliver it again. An
/// implementation that several servers share, such as a database or cache, protects all of them. It can let a reservation expire sooner than a confirmed ID, so
/// that webhooks of a server that stopped are accepted again.
/// </remarks>
public interface IWebhookReplayGuard
{
    /// <summary>Reserves an ID, in one atomic step.</summary>
    /// <param name="id">The ID of the webhook: its account, and the token ID (<c>jti</c>) or the signature of the parameters.</param>
    /// <param name="expires">The time from which the ID need not be stored, because the webhook is too old to be accepted.</param>
    /// <param name="cancellationToken">Cancels the operation.</param>
    /// <returns><see langword="false"/> if the ID is already reserved or confirmed.</returns>
    Task<bool> TryReserveAsync(string id, DateTimeOffset expires, CancellationToken cancellationToken = default);

    /// <summary>Marks a reserved ID as handled.</summary>
    /// <param name="id">The ID of the webhook.</param>
    /// <param name="expires">The time from which the ID need not be stored.</param>
    /// <param name="cancellationToken">Cancels the operation.</param>
    Task ConfirmAsync(string id, DateTimeOffset expires, CancellationToken cancellationToken = default);

    /// <summary>Removes the reservation of an ID, because the webhook was not handled.</summary>
    /// <param name="id">The ID of the webhook.</param>
    /// <param name="cancellationToken">Cancels the operation.</param>
    Task ReleaseAsync(string id, CancellationToken cancellationToken = default);
}
