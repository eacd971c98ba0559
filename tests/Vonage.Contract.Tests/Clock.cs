namespace Vonage.Contract.Tests;

/// <summary>A clock that a test can put forward.</summary>
internal sealed class Clock : TimeProvider
{
    private TimeSpan _ahead;

    public override DateTimeOffset GetUtcNow() => base.GetUtcNow() + _ahead;

    public void Advance(TimeSpan time) => _ahead += time;
}
