using Polly;
using Polly.CircuitBreaker;
using Polly.Timeout;

namespace Vonage.Core.Pipeline;

/// <summary>The time that a call has, for all its attempts and the waits between them, and the caller's cancellation, whichever ends first.</summary>
/// <param name="timeout">The time for the whole call.</param>
/// <param name="attemptTimeout">The time for one attempt, if it ends before the call's.</param>
/// <param name="clock">The clock.</param>
/// <param name="caller">The caller's token.</param>
internal sealed class CallDeadline(TimeSpan timeout, TimeSpan attemptTimeout, TimeProvider clock, CancellationToken caller)
{
    private readonly CancellationToken _caller = caller;
    private readonly long _start = Now(clock);
    private CancellationTokenSource? _source;
    private CancellationTokenRegistration _registration;
    private TimeSpan _time;

    public TimeProvider Clock => clock;

    /// <summary>The turn of the attempt by a rate limiter, which ends with it.</summary>
    public IDisposable? Turn { get; set; }

    /// <summary>The time for the whole call.</summary>
    public TimeSpan Total => timeout;

    /// <summary>The time that is left for the call; without a timeout, more than any wait.</summary>
    public TimeSpan Left => timeout == System.Threading.Timeout.InfiniteTimeSpan ? TimeSpan.MaxValue : IsOver && HasAll ? TimeSpan.Zero : timeout - Elapsed;

    public CancellationToken Token => _source?.Token ?? _caller;

    /// <summary>Whether the time of the attempt is over. The caller's cancellation is another thing.</summary>
    public bool IsOver => _source is { IsCancellationRequested: true } && !_caller.IsCancellationRequested;

    public bool IsCancelledByCaller => _caller.IsCancellationRequested;

    // What an attempt could not have, because the time of the call was over, is not what it failed for.
    private TimeSpan Timeout => HasAll || Left <= TimeSpan.Zero ? timeout : _time;

    // An attempt that its own timeout does not limit has all the time that is left for the call.
    private bool HasAll => _time != attemptTimeout;

    private bool IsPooled => ReferenceEquals(clock, TimeProvider.System);

#if NET
    // The system's coarse clock is exact enough for a timeout, and costs a tenth.
    private TimeSpan Elapsed => IsPooled ? TimeSpan.FromMilliseconds(Environment.TickCount64 - _start) : clock.GetElapsedTime(_start);

    private static long Now(TimeProvider clock) => ReferenceEquals(clock, TimeProvider.System) ? Environment.TickCount64 : clock.GetTimestamp();
#else
    private TimeSpan Elapsed => clock.GetElapsedTime(_start);

    private static long Now(TimeProvider clock) => clock.GetTimestamp();
#endif

    /// <summary>Starts the time of an attempt.</summary>
    public void Begin()
    {
        var isFirst = _time == TimeSpan.Zero && Turn is null;
        var left = isFirst || timeout == System.Threading.Timeout.InfiniteTimeSpan ? timeout : Left;
        _time = attemptTimeout != System.Threading.Timeout.InfiniteTimeSpan && (timeout == System.Threading.Timeout.InfiniteTimeSpan || attemptTimeout < left) ? attemptTimeout : left;
        if (_time == System.Threading.Timeout.InfiniteTimeSpan)
            return;
        if (_time <= TimeSpan.Zero)
            _time = TimeSpan.FromTicks(1);
        _source = IsPooled ? CancellationSources.Rent(_time, isFirst ? _start : Now(clock)) : CancellationSources.Create(_time, clock);
        _registration = _caller.CanBeCanceled ? _caller.Register(static state => ((CancellationTokenSource)state!).Cancel(), _source) : default;
    }

    /// <summary>Restarts the time of the attempt.</summary>
    public void Restart()
    {
        if (_source is not null)
            CancellationSources.Restart(_source, _time);
    }

    /// <summary>Ends the time of an attempt.</summary>
    public void End()
    {
        Turn?.Dispose();
        Turn = null;
        _registration.Dispose();
        if (_source is null)
            return;
        if (IsPooled)
            CancellationSources.Return(_source);
        else
            _source.Dispose();
        _source = null;
    }

    public void ThrowIfCallerCancelled() => _caller.ThrowIfCancellationRequested();

    /// <summary>Gets the exception that a caller sees for a failure on the way; <see langword="null"/> for any other failure.</summary>
    /// <param name="error">The failure.</param>
    /// <param name="request">The request.</param>
    /// <param name="httpTimeout">The timeout that the caller's HttpClient has of its own.</param>
    public Exception? Translate(Exception error, ApiRequest request, TimeSpan httpTimeout)
    {
        if (CallerException.In(error) is { } own)
            return own;
        if (!PooledBytes.IsBreak(error) && error is not ExecutionRejectedException)
            return null;
        if (_caller.IsCancellationRequested)
            return new OperationCanceledException($"{request.Operation.Name} was cancelled by its caller.", error, _caller);
        if (IsOver)
            return new ApiTimeoutException(request, Timeout, error);
        return error switch
        {
            // What the pipeline or a handler of the application's throws, if its strategies are Polly's.
            BrokenCircuitException circuit and not IsolatedCircuitException => new ApiRejectedException(request, $"a circuit breaker for {request.Plan.Address.Authority} is open, because too many attempts failed (CircuitBreaker, or one of the application's)", circuit.RetryAfter, error),
            TimeoutRejectedException { Timeout: var limit } => new ApiTimeoutException(request, limit, error),
            ExecutionRejectedException => new ApiRejectedException(request, $"a handler or the pipeline of the application held the attempt back: {error.Message.TrimEnd('.')}", null, error),
            TimeoutException => new ApiTimeoutException(request, Elapsed, error),
            OperationCanceledException { InnerException: TimeoutException } when !Delivery.IsConnectTimeout(error) =>
                new ApiTimeoutException(request, httpTimeout == System.Threading.Timeout.InfiniteTimeSpan ? Elapsed : httpTimeout, error),
            _ => new ApiConnectionException(request, error),
        };
    }

    /// <summary>Gets the exception for a response that broke off: what is known of it is kept.</summary>
    /// <param name="error">The failure.</param>
    /// <param name="request">The request.</param>
    /// <param name="reply">The response up to the failure.</param>
    public Exception Translate(Exception error, ApiRequest request, ApiResponse reply)
    {
        ThrowIfCallerCancelled();
        return IsOver ? new ApiTimeoutException(request, Timeout, error, reply) : new ApiConnectionException(request, error, reply);
    }
}
