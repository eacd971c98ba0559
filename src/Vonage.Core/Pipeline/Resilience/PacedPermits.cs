namespace Vonage.Core.Pipeline;

/// <summary>The permits of one rate limit, for a <see cref="TurnQueue"/>. A permit comes back when its period has elapsed, not when the attempt ends.</summary>
/// <remarks>
/// The token bucket of the platform would run a timer even while nothing is sent, adds idle time up to a burst, and cannot use the client's clock.
/// </remarks>
internal sealed class PacedPermits
{
    private int _claimed;
    private long _pass;

    public PacedPermits(double permitsPerSecond)
    {
        // Timers count whole milliseconds: high rates have several permits, so that rounding up costs no more than a fiftieth.
        Limit = (int)Math.Ceiling(permitsPerSecond / 20);
        Period = TimeSpan.FromMilliseconds(Math.Ceiling(1000 * Limit / permitsPerSecond));
        Available = Limit;
    }

    public int Limit { get; }

    public TimeSpan Period { get; }

    public int Available { get; set; }

    public int Waiting { get; set; }

    public long Granted { get; set; }

    public long Refused { get; set; }

    public bool IsIdle => Available == Limit && Waiting == 0;

    /// <summary>Claims permits for one pass over those who wait, as many as there are.</summary>
    /// <returns>Whether all could be claimed.</returns>
    public bool Claim(int count, long pass)
    {
        if (_pass != pass)
            (_pass, _claimed) = (pass, 0);
        var claimed = Math.Min(count, Available - _claimed);
        _claimed += claimed;
        return claimed == count;
    }

    /// <summary>Takes permits that were claimed.</summary>
    public void Take(int claimed, int count)
    {
        _claimed -= claimed;
        Available -= count;
        Granted++;
    }
}
