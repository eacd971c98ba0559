namespace Vonage.Core.Pipeline;

/// <summary>Tells telemetry and the log about calls, if anybody listens.</summary>
internal sealed class CallObserver(ClientTelemetry telemetry, ICallLog? log, TimeProvider clock)
{
    public bool IsWatched => telemetry.IsWatched || log is { HasCalls: true };

    /// <summary>Observes a call from its start to its end.</summary>
    public async Task<T> ObserveAsync<T>(ApiRequest request, Func<Task<T>> call)
    {
        var start = clock.GetTimestamp();
        using var span = telemetry.StartCall(request);
        Exception? error = null;
        try
        {
            return await call().ConfigureAwait(false);
        }
        catch (Exception failure)
        {
            error = failure;
            throw;
        }
        finally
        {
            var duration = clock.GetElapsedTime(start);
            telemetry.EndCall(span, request, duration, error);
            log?.Ended(request.Operation, request.Template ?? string.Empty, duration, request.Sent, (error as ApiException)?.StatusCode, error?.GetType().Name);
        }
    }

    public void OnRetry(ApiRequest request, ApiAttempt failed)
    {
        telemetry.OnRetry(request);
        log?.Retrying(request.Operation, request.Template ?? string.Empty, failed.StatusCode is { } status ? ErrorText.Status(status) : "no response", failed.Delay ?? TimeSpan.Zero);
    }
}
