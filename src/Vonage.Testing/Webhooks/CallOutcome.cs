using Vonage.Voice;

namespace Vonage.Testing;

/// <summary>The outcome of calls to a number: who answers, or why nobody does.</summary>
public sealed record CallOutcome
{
    private static readonly CallEventStatus[] Rung = [CallEventStatus.Unanswered, CallEventStatus.Timeout, CallEventStatus.Cancelled];
    private static readonly CallEventStatus[] Known =
        [CallEventStatus.Answered, CallEventStatus.Machine, CallEventStatus.Busy, CallEventStatus.Rejected, CallEventStatus.Failed, .. Rung];

    /// <summary>Initializes a new instance of the class.</summary>
    /// <param name="status">
    /// The final status: answered, machine (voicemail), busy, rejected, failed, unanswered, timeout or cancelled. The phone rings first,
    /// except for busy, rejected and failed.
    /// </param>
    /// <exception cref="ArgumentException">The status is not one of these.</exception>
    public CallOutcome(CallEventStatus status)
    {
        if (!Known.Contains(status))
            throw new ArgumentException($"The status of a call must be one of {string.Join(", ", Known)}.", nameof(status));
        Status = status;
    }

    private CallOutcome() => Status = CallEventStatus.Ringing;

    /// <summary>A person answers. This is the default. Machine detection, if requested, reports a human.</summary>
    public static CallOutcome Answered { get; } = new(CallEventStatus.Answered);

    /// <summary>Voicemail answers. Machine detection, if requested, reports a machine and hangs up if configured.</summary>
    public static CallOutcome Machine { get; } = new(CallEventStatus.Machine);

    /// <summary>The line is busy.</summary>
    public static CallOutcome Busy { get; } = new(CallEventStatus.Busy) { SipCode = 486 };

    /// <summary>The call is declined.</summary>
    public static CallOutcome Rejected { get; } = new(CallEventStatus.Rejected) { Detail = CallEventDetail.Declined, SipCode = 603 };

    /// <summary>The call cannot be connected.</summary>
    public static CallOutcome Failed { get; } = new(CallEventStatus.Failed) { Detail = CallEventDetail.CannotRoute, SipCode = 404 };

    /// <summary>The phone rings, and nobody answers.</summary>
    public static CallOutcome Unanswered { get; } = new(CallEventStatus.Unanswered) { Detail = CallEventDetail.Unavailable, SipCode = 480 };

    /// <summary>The phone rings until the ringing timeout.</summary>
    public static CallOutcome Timeout { get; } = new(CallEventStatus.Timeout);

    /// <summary>The phone rings, and the call is canceled.</summary>
    public static CallOutcome Cancelled { get; } = new(CallEventStatus.Cancelled);

    /// <summary>
    /// The phone rings until somebody answers or rejects the call: with <see cref="SimulatedCall.Answer"/> or
    /// <see cref="SimulatedCall.Reject"/>, or on the page of the simulator. A call of a connect action is answered at once.
    /// </summary>
    public static CallOutcome Ringing { get; } = new() { IsOpen = true };

    /// <summary>The final status of the call; ringing if that is still open.</summary>
    public CallEventStatus Status { get; }

    /// <summary>The detailed reason why the call was not answered.</summary>
    public CallEventDetail? Detail { get; init; }

    /// <summary>The SIP reply code that ends the call, such as 486.</summary>
    public int? SipCode { get; init; }

    internal bool IsPickedUp => Status == CallEventStatus.Answered || Status == CallEventStatus.Machine;

    internal bool IsOpen { get; private init; }

    internal bool Rings => IsPickedUp || IsOpen || Rung.Contains(Status);
}
