namespace Vonage.Sms;

/// <summary>The parts of a message that arrived so far, as an <see cref="IInboundSmsStore"/> stores them. Instances are not changed.</summary>
public sealed class InboundSmsParts
{
    /// <summary>Initializes a new instance of the class from what was stored.</summary>
    /// <param name="version">The stored <see cref="Version"/>.</param>
    /// <param name="expiresAt">The stored <see cref="ExpiresAt"/>.</param>
    /// <param name="parts">The stored <see cref="Parts"/>.</param>
    public InboundSmsParts(string version, DateTimeOffset expiresAt, IReadOnlyList<InboundSms> parts)
    {
        Version = version ?? throw new ArgumentNullException(nameof(version));
        ExpiresAt = expiresAt;
        Parts = parts ?? throw new ArgumentNullException(nameof(parts));
        if (parts.Count == 0)
            throw new ArgumentException("A message has at least one part.", nameof(parts));
    }

    /// <summary>A value that differs after each change, by which a store recognizes that another server was faster.</summary>
    public string Version { get; }

    /// <summary>The time at which the message is given up, or forgotten if it is complete.</summary>
    public DateTimeOffset ExpiresAt { get; }

    /// <summary>The parts, in the order in which they arrived.</summary>
    public IReadOnlyList<InboundSms> Parts { get; }

    internal int Total => Parts[0].ConcatTotal.GetValueOrDefault();

    internal bool IsComplete => Parts.Count == Total;

    internal static InboundSmsParts Of(InboundSms first, DateTimeOffset expiresAt) => new(NewVersion(), expiresAt, [first]);

    internal InboundSmsParts With(InboundSms part) => new(NewVersion(), ExpiresAt, [.. Parts, part]);

    /// <summary>Finds the part at the position of another.</summary>
    internal InboundSms? At(int? position) => Parts.FirstOrDefault(part => part.ConcatPart == position);

    private static string NewVersion() => Guid.NewGuid().ToString("N");
}
