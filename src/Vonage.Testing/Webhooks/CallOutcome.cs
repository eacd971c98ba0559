using Vonage.Voice;

namespace Vonage.Testing;

/// <summary>What becomes of a call to a number: who or what picks up, or why nobody does.</summary>
public sealed record CallOutcome
{
    private static readonly CallEventStatus[] Rung = [CallEventStatus.Unanswered, CallEventStatus.Timeout, CallEventStatus.Cancelled];
    private static readonly CallEventStatus[] Known =
        [CallEventStatus.Answered, CallEventStatus.Machine, CallEventStatus.Busy, CallEventStatus.Rejected, CallEventStatus.Failed, .. Rung];

    /// <summary>Makes one.</summary>
    /// <param name="status">
    /// The state that the call reaches: answered, machine (voicemail), busy, rejected, failed, unanswered, timeout or cancelled. It rings before
    /// all of them but busy, rejected and failed.
    /// </param>
    /// <exception cref="ArgumentException">It is another state.</exception>
    public CallOutcome(CallEventStatus status)
    {
        if (!Known.Contains(status))
            throw new ArgumentException($"A call ends up as one of {string.Join(", ", Known)}.", nameof(status));
        Status = status;
    }

    /// <summary>Somebody picks up: what happens unless something else is said. Machine detection, where it is asked for, finds a human.</summary>
    public static CallOutcome Answered { get; } = new(CallEventStatus.Answered);

    /// <summary>Voicemail picks up. Machine detection, where it is asked for, tells, and hangs up where it is asked to.</summary>
    public static CallOutcome Machine { get; } = new(CallEventStatus.Machine);

    /// <summary>The line is busy.</summary>
    public static CallOutcome Busy { get; } = new(CallEventStatus.Busy) { SipCode = 486 };

    /// <summary>The call is declined.</summary>
    public static CallOutcome Rejected { get; } = new(CallEventStatus.Rejected) { Detail = CallEventDetail.Declined, SipCode = 603 };

    /// <summary>The call cannot be connected.</summary>
    public static CallOutcome Failed { get; } = new(CallEventStatus.Failed) { Detail = CallEventDetail.CannotRoute, SipCode = 404 };

    /// <summary>It rings, and nobody can be reached.</summary>
    public static CallOutcome Unanswered { get; } = new(CallEventStatus.Unanswered) { Detail = CallEventDetail.Unavailable, SipCode = 480 };

    /// <summary>It rings until the time for it is over.</summary>
    public static CallOutcome Timeout { get; } = new(CallEventStatus.Timeout);

    /// <summary>It rings, and is given up.</summary>
    public static CallOutcome Cancelled { get; } = new(CallEventStatus.Cancelled);

    /// <summary>The state that the call reaches.</summary>
    public CallEventStatus Status { get; }

    /// <summary>Why nobody picks up, more exactly.</summary>
    public CallEventDetail? Detail { get; init; }

    /// <summary>The SIP reply code that ends the call, such as 486.</summary>
    public int? SipCode { get; init; }

    internal bool IsPickedUp => Status == CallEventStatus.Answered || Status == CallEventStatus.Machine;

    internal bool Rings => IsPickedUp || Rung.Contains(Status);
}
