namespace Campaign.Planning;

/// <summary>Recipients of the same time zones who may be sent to from about the same time.</summary>
internal sealed class SendGroup(IReadOnlyList<TimeZoneInfo> zones)
{
    public IReadOnlyList<TimeZoneInfo> Zones { get; } = zones;

    public DateTimeOffset Due { get; private set; } = DateTimeOffset.MaxValue;

    public long Messages { get; private set; }

    public long Segments { get; private set; }

    public void Add(DateTimeOffset due, int segments)
    {
        Due = due < Due ? due : Due;
        Messages++;
        Segments += segments;
    }
}
