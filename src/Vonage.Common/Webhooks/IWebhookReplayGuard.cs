namespace Vonage;

/// <summary>Remembers which tokens were used. One that several servers share (a database, a cache) protects them all.</summary>
public interface IWebhookReplayGuard
{
    /// <summary>Marks a token as used, in one step with the question whether it was.</summary>
    /// <param name="id">The token's id (<c>jti</c>).</param>
    /// <param name="keepUntil">Until when to remember it: after this time the token is refused for its age.</param>
    /// <param name="cancellationToken">Ends the attempt.</param>
    /// <returns><see langword="false"/> where the token was used before.</returns>
    Task<bool> TryUseAsync(string id, DateTimeOffset keepUntil, CancellationToken cancellationToken = default);
}
