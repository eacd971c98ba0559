namespace Vonage;

/// <summary>The ID of a webhook at a replay guard.</summary>
internal sealed class ReplayTicket
{
    // Without a limit, a guard would store the ID for ever.
    private static readonly TimeSpan Longest = TimeSpan.FromHours(24);

    private readonly IWebhookReplayGuard _guard;
    private readonly string _id;
    private readonly DateTimeOffset _expires;

    /// <summary>Two accounts can use the same token ID. The length separates the account from the ID.</summary>
    public ReplayTicket(IWebhookReplayGuard guard, string? account, string id, DateTimeOffset lastMoment, DateTimeOffset now)
    {
        _guard = guard;
        _id = $"{account?.Length ?? -1}:{account}:{id}";
        _expires = lastMoment - now < Longest ? lastMoment : now + Longest;
    }

    public Task<bool> TryReserveAsync(CancellationToken cancellationToken) => _guard.TryReserveAsync(_id, _expires, cancellationToken);

    public Task ConfirmAsync(CancellationToken cancellationToken) => _guard.ConfirmAsync(_id, _expires, cancellationToken);

    public Task ReleaseAsync(CancellationToken cancellationToken) => _guard.ReleaseAsync(_id, cancellationToken);
}
