namespace Vonage.Sms;

/// <summary>
/// Puts the parts of inbound messages together. A long SMS arrives as one webhook for each part, in any order. The parts of a message have the same sender,
/// recipient, reference and number of parts.
/// </summary>
/// <remarks>Instances are thread-safe; use one for all webhooks.</remarks>
public sealed class InboundSmsAssembler
{
    // A part says how many there are in one byte (3GPP TS 23.040, 9.2.3.24.1).
    private const int MostParts = 255;

    private readonly IInboundSmsStore _store;
    private readonly TimeSpan _timeLimit;
    private readonly TimeProvider _clock;

    /// <summary>Initializes a new instance of the class.</summary>
    /// <param name="options">The options; <see langword="null"/> for the defaults. They are read once, here.</param>
    /// <exception cref="ArgumentException">The time limit is not greater than zero.</exception>
    public InboundSmsAssembler(InboundSmsAssemblerOptions? options = null)
    {
        options ??= new InboundSmsAssemblerOptions();
        if (options.TimeLimit <= TimeSpan.Zero)
            throw new ArgumentException("TimeLimit must be greater than zero.", nameof(options));
        (_store, _timeLimit, _clock) = (options.Store, options.TimeLimit, options.TimeProvider);
    }

    /// <summary>Adds a part, or a message that has only one, and returns the messages that are finished by it.</summary>
    /// <remarks>
    /// <para>A part that arrives twice, with the same message ID, is ignored. If it is the one that completed its message, the message is returned
    /// again: Vonage repeats only a webhook that was not acknowledged.</para>
    /// <para>Another part at the same position belongs to a later message with the same reference. The earlier one is given up if it is
    /// incomplete.</para>
    /// </remarks>
    /// <param name="sms">The event of the webhook.</param>
    /// <param name="cancellationToken">Cancels the operation.</param>
    /// <returns>
    /// The message that the part completes, or that has no other part, and the messages that were given up in the meantime, whose
    /// <see cref="AssembledSms.IsComplete"/> is <see langword="false"/>. Empty if parts are missing.
    /// </returns>
    public async Task<IReadOnlyList<AssembledSms>> AddAsync(InboundSms sms, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(sms);
        var finished = await ExpiredAsync(cancellationToken).ConfigureAwait(false);
        if (KeyOf(sms) is { } key)
            await AddPartAsync(key, sms, finished, cancellationToken).ConfigureAwait(false);
        else
            finished.Add(new AssembledSms(sms));
        return finished;
    }

    /// <summary>
    /// Gets the messages that were given up because parts did not arrive within the time limit. <see cref="AddAsync"/> returns them too; call this method from
    /// a timer to get them even if no further message arrives.
    /// </summary>
    /// <remarks>Each is returned once.</remarks>
    /// <param name="cancellationToken">Cancels the operation.</param>
    public async Task<IReadOnlyList<AssembledSms>> TakeExpiredAsync(CancellationToken cancellationToken = default) => await ExpiredAsync(cancellationToken).ConfigureAwait(false);

    private async Task AddPartAsync(string key, InboundSms sms, List<AssembledSms> finished, CancellationToken cancellationToken)
    {
        while (true)
        {
            var current = await _store.GetAsync(key, cancellationToken).ConfigureAwait(false);
            var twin = current?.At(sms.ConcatPart);
            if (twin is not null && IsSame(twin, sms))
            {
                if (current!.IsComplete && ReferenceEquals(twin, current.Parts[current.Parts.Count - 1]))
                    finished.Add(new AssembledSms(current));
                return;
            }

            var startsAnew = current is null || current.IsComplete || twin is not null;
            var next = startsAnew ? InboundSmsParts.Of(sms, _clock.GetUtcNow() + _timeLimit) : current!.With(sms);
            if (!await _store.TryReplaceAsync(key, current, next, cancellationToken).ConfigureAwait(false))
                continue;
            if (startsAnew && current is { IsComplete: false })
                finished.Add(new AssembledSms(current));
            if (next.IsComplete)
                finished.Add(new AssembledSms(next));
            return;
        }
    }

    private async Task<List<AssembledSms>> ExpiredAsync(CancellationToken cancellationToken)
    {
        var expired = await _store.TakeExpiredAsync(_clock.GetUtcNow(), cancellationToken).ConfigureAwait(false);
        return [.. expired.Where(parts => !parts.IsComplete).Select(parts => new AssembledSms(parts))];
    }

    private static bool IsSame(InboundSms one, InboundSms other) =>
        one.MessageId is not null && other.MessageId is not null ? one.MessageId == other.MessageId : (one.Text, one.Data) == (other.Text, other.Data);

    // What is not a part as it should be is a message of its own, so that nothing is lost.
    private static string? KeyOf(InboundSms sms) => sms is { ConcatRef.Length: > 0, ConcatTotal: > 1 and <= MostParts, ConcatPart: >= 1 } && sms.ConcatPart <= sms.ConcatTotal
        ? string.Join("|", sms.ApiKey, sms.Msisdn, sms.To, sms.ConcatRef, sms.ConcatTotal)
        : null;
}
