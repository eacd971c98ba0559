using System.Net;

namespace Vonage.Core.Pipeline;

/// <summary>
/// The failed attempts of one call, and the decision whether another one follows. Whether a request may be sent again is for its operation to
/// say (<see cref="ApiOperation.Effect"/>), never for its method or the response.
/// </summary>
internal sealed class Retries(ApiRequest request, RetryOptions options, RetryQuotas quotas, CallDeadline deadline)
{
    private readonly List<ApiAttempt> _attempts = [];
    private TimeSpan _wait;

    private enum Cause
    {
        Final,
        Transient,
        Throttled,
    }

    /// <summary>The retries so far.</summary>
    public int Count { get; private set; }

    /// <summary>The last failure.</summary>
    public ApiAttempt Last => _attempts[_attempts.Count - 1];

    /// <summary>What the retries have taken from the quota of their host.</summary>
    public int Taken { get; private set; }

    private string Times => _attempts.Count == 1 ? "once" : $"{_attempts.Count} times";

    private string Reasons => string.Join("; ", _attempts.Select(attempt => attempt.Reason));

    private bool IsOnce => request.Operation.Effect == OperationEffect.Once;

    /// <summary>Notes a failure, and decides whether the request is sent again.</summary>
    public bool MayFollow(ApiException failure)
    {
        if (failure is ApiRejectedException)
        {
            failure.SetAttempts([.. _attempts], _attempts.Count == 0 ? null : $" It was attempted {Times} before ({Reasons}).");
            return false;
        }

        var cause = CauseOf(failure);
        var refusal = cause == Cause.Final || !request.CanRepeat || options.MaxRetries == 0 ? string.Empty : Plan(failure, cause);
        _attempts.Add(new ApiAttempt(failure.StatusCode, Reason(failure), refusal is null ? _wait : null));
        if (request.IsGone(failure.StatusCode))
            refusal += " An attempt before may have deleted what is not there now.";
        failure.SetAttempts([.. _attempts], _attempts.Count > 1 ? $" It was attempted {Times} ({Reasons}).{refusal}" : refusal);
        if (refusal is not null)
            return false;
        request.Repeat(failure);
        Count++;
        return true;
    }

    /// <summary>Waits for the next attempt. Nothing of the last one is held any more.</summary>
    public async Task WaitAsync(CancellationToken cancellationToken)
    {
        try
        {
            await Platform.DelayAsync(deadline.Clock, _wait, cancellationToken).ConfigureAwait(false);
        }
        catch (OperationCanceledException error)
        {
            throw new OperationCanceledException($"{request.Operation.Name} was cancelled by its caller while it waited for the next attempt, after: {Reasons}.", error, cancellationToken);
        }
    }

    private static string Reason(ApiException failure) => failure switch
    {
        ApiTimeoutException { Timeout: var timeout } => $"no complete response within {ErrorText.Seconds(timeout)}",
        ApiConnectionException { InnerException: { } inner } => inner.GetBaseException().Message.TrimEnd('.'),
        { StatusCode: { } status } => ErrorText.Status(status),
        _ => failure.InnerException?.GetBaseException().Message.TrimEnd('.') ?? "no response",
    };

    private Cause CauseOf(ApiException failure)
    {
        // The requests for the token are calls of their own, which were repeated if they may be.
        if (failure is ApiTokenException)
            return Cause.Final;
        if (failure.IsThrottled)
            // What a body reports, its exception has read: nothing of the request was processed.
            return IsOnce && failure.StatusCode == (HttpStatusCode)429 && !request.Operation.RefusesUnprocessed ? Cause.Final : Cause.Throttled;
        if (IsOnce && failure.WasSent != RequestSent.No)
            return Cause.Final;

        // Who ended the attempt, such as the HttpClient's CancelPendingRequests, wants no other.
        if (failure is ApiConnectionException { InnerException: OperationCanceledException cancellation } && !Delivery.IsConnectTimeout(cancellation))
            return Cause.Final;
        return failure is ApiConnectionException or ApiTimeoutException || failure.StatusCode is HttpStatusCode.RequestTimeout or HttpStatusCode.InternalServerError or HttpStatusCode.BadGateway or HttpStatusCode.ServiceUnavailable or HttpStatusCode.GatewayTimeout
            ? Cause.Transient
            : Cause.Final;
    }

    /// <summary>Determines the wait before the next attempt; returns the reason, for the message, if there is none.</summary>
    private string? Plan(ApiException failure, Cause cause)
    {
        if (deadline.Left <= TimeSpan.Zero)
            return string.Empty;
        if (Count >= options.MaxRetries)
            return " RetryOptions.MaxRetries sets how often.";
        var first = cause == Cause.Throttled ? options.ThrottledDelay : options.TransientDelay;
        var limit = Math.Min(first.TotalMilliseconds * (1 << Count), options.MaxDelay.TotalMilliseconds);
        _wait = TimeSpan.FromMilliseconds(limit * options.Random());
        if (failure.RetryAfter is { } asked && asked > _wait)
            _wait = asked;
        if (_wait > options.MaxDelay)
            return $" It was not attempted again: the server asks to wait for {ErrorText.Seconds(_wait)}, which is longer than RetryOptions.MaxDelay ({ErrorText.Seconds(options.MaxDelay)}).";
        if (_wait >= deadline.Left)
            return $" It was not attempted again: the wait of {ErrorText.Seconds(_wait)} would not end before the timeout of {ErrorText.Seconds(deadline.Total)}.";
        var price = cause == Cause.Throttled ? RetryQuotas.Throttled : RetryQuotas.Transient;
        if (!quotas.TryTake(request.Plan.Address.Authority, price))
            return $" It was not attempted again: too many calls to {request.Plan.Address.Authority} fail (RetryOptions.Quota).";
        Taken += price;
        return null;
    }
}
