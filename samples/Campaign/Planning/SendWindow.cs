namespace Campaign.Planning;

/// <summary>When a recipient may be sent to: <see cref="Open"/> or <see cref="Closed"/>.</summary>
internal abstract record SendWindow
{
    private SendWindow()
    {
    }

    /// <summary>A time in which all time zones allow it.</summary>
    /// <param name="From">The first instant (UTC).</param>
    /// <param name="Until">The first instant in which it is no longer allowed (UTC): a message must not be delivered later. The last of all instants if nothing forbids it.</param>
    public sealed record Open(DateTimeOffset From, DateTimeOffset Until) : SendWindow;

    /// <summary>There is no such time.</summary>
    /// <param name="Reason">Why not.</param>
    public sealed record Closed(string Reason) : SendWindow;
}
