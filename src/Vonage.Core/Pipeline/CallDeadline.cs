namespace Vonage.Core.Pipeline;

/// <summary>The deadline of a request: the caller's cancellation or the timeout, whichever comes first.</summary>
internal readonly struct CallDeadline
{
    private readonly CancellationTokenSource? _source;
    private readonly CancellationTokenRegistration _registration;
    private readonly CancellationToken _caller;
    private readonly bool _pooled;

    private CallDeadline(CancellationTokenSource? source, CancellationTokenRegistration registration, TimeSpan timeout, bool pooled, CancellationToken caller)
    {
        _source = source;
        _registration = registration;
        _caller = caller;
        _pooled = pooled;
        Timeout = timeout;
    }

    public TimeSpan Timeout { get; }

    public CancellationToken Token => _source?.Token ?? _caller;

    private bool IsOver => _source is { IsCancellationRequested: true } && !_caller.IsCancellationRequested;

    public static CallDeadline Start(TimeSpan timeout, TimeProvider clock, CancellationToken caller)
    {
        if (timeout == System.Threading.Timeout.InfiniteTimeSpan)
            return new(null, default, timeout, pooled: false, caller);
        var pooled = ReferenceEquals(clock, TimeProvider.System);
        var source = pooled ? CancellationSources.Rent(timeout) : Create(timeout, clock);
        var registration = caller.CanBeCanceled ? caller.Register(static state => ((CancellationTokenSource)state!).Cancel(), source) : default;
        return new(source, registration, timeout, pooled, caller);
    }

    /// <summary>Restarts the timeout.</summary>
    public void Restart() => _source?.CancelAfter(Timeout);

    public void Stop()
    {
        _registration.Dispose();
        if (_source is null)
            return;
        if (_pooled)
            CancellationSources.Return(_source);
        else
            _source.Dispose();
    }

    public void ThrowIfCallerCancelled() => _caller.ThrowIfCancellationRequested();

    /// <summary>Gets the exception that a caller sees for a failure on the way; <see langword="null"/> for any other failure.</summary>
    /// <param name="error">The failure.</param>
    /// <param name="request">The request.</param>
    /// <param name="httpTimeout">The timeout that the caller's HttpClient has of its own.</param>
    public Exception? Translate(Exception error, ApiRequest request, TimeSpan httpTimeout)
    {
        if (UploadException.In(error) is { } upload)
            return upload;
        if (!PooledBytes.IsBreak(error))
            return null;
        if (_caller.IsCancellationRequested)
            return new OperationCanceledException($"{request.Operation.Name} was cancelled by its caller.", error, _caller);
        if (IsOver)
            return new ApiTimeoutException(request, Timeout, error);
        if (error is not OperationCanceledException || Delivery.IsConnectTimeout(error))
            return new ApiConnectionException(request, error);
        return error.InnerException is TimeoutException ? new ApiTimeoutException(request, httpTimeout, error) : null;
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

    public static TimeSpan Check(TimeSpan timeout, string name) =>
        timeout == System.Threading.Timeout.InfiniteTimeSpan || (timeout > TimeSpan.Zero && timeout.TotalMilliseconds <= int.MaxValue)
            ? timeout
            : throw new ArgumentOutOfRangeException(name, timeout, $"{name} must be greater than zero and at most 24 days, or Timeout.InfiniteTimeSpan.");

    private static CancellationTokenSource Create(TimeSpan timeout, TimeProvider clock) =>
#if NET
        new(timeout, clock);
#else
        clock.CreateCancellationTokenSource(timeout);
#endif
}
