namespace Vonage;

/// <summary>Stores the IDs of used tokens. An implementation that several servers share, such as a database or cache, protects all of them.</summary>
public interface IWebhookReplayGuard
{
    /// <summary>Marks a token as used and determines, in one atomic step, whether it was already used.</summary>
    /// <param name="id">The ID of the token (<c>jti</c>).</param>
    /// <param name="keepUntil">The time until which to store the ID. After this time, the token is rejected because of its age.</param>
    /// <param name="cancellationToken">Cancels the operation.</param>
    /// <returns><see langword="false"/> if the token was already used.</returns>
    Task<bool> TryUseAsync(string id, DateTimeOffset keepUntil, CancellationToken cancellationToken = default);
}
