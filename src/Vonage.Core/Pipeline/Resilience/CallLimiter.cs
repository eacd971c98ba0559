using System.Threading.RateLimiting;

namespace Vonage.Core.Pipeline;

/// <summary>Lets each attempt wait for its turn. The time of an attempt begins after the wait.</summary>
internal sealed class CallLimiter(PartitionedRateLimiter<ApiCall> limiter, ClientTelemetry telemetry)
{
    /// <summary>
    /// Waits for a turn, for half of the time that the call has left at most: who had to wait for longer would come too late for a response,
    /// and take the turn from one who would not.
    /// </summary>
    /// <returns>The turn, to be disposed after the attempt.</returns>
    /// <exception cref="ApiRejectedException">The turn did not come in time, or the limiter refuses more to wait.</exception>
    public async ValueTask<RateLimitLease> EnterAsync(ApiRequest request, CallDeadline deadline, Retries? retries, CancellationToken caller)
    {
        var most = deadline.Left == TimeSpan.MaxValue ? Timeout.InfiniteTimeSpan : TimeSpan.FromTicks(Math.Max(0, deadline.Left.Ticks / 2));
        var wait = new CallDeadline(most, Timeout.InfiniteTimeSpan, deadline.Clock, caller);
        wait.Begin();
        var start = deadline.Clock.GetTimestamp();
        try
        {
            var lease = await limiter.AcquireAsync(new ApiCall(request), 1, wait.Token).ConfigureAwait(false);
            telemetry.OnLimiterWait(request, deadline.Clock.GetElapsedTime(start));
            if (lease.IsAcquired)
                return lease;
            using (lease)
                throw Reject(request, "the rate limiter of the client lets no more calls wait (RateLimiter)", lease.TryGetMetadata(MetadataName.RetryAfter, out var time) ? time : null, retries);
        }
        catch (Exception error) when (error is not ApiRejectedException && wait.Token.IsCancellationRequested)
        {
            throw caller.IsCancellationRequested
                ? new OperationCanceledException($"{request.Operation.Name} was cancelled by its caller while it waited for its turn; {ApiRejectedException.NothingSent(request)}.", error, caller)
                : Reject(request, $"its turn by the rate limiter of the client did not come within {ErrorText.Seconds(most)}, half of the time that the call had (RateLimiter, Timeout)", null, retries);
        }
        catch (Exception error) when (error is not ApiRejectedException)
        {
            throw Reject(request, $"the rate limiter of the client failed (RateLimiter): {error.Message.TrimEnd('.')}", null, retries, error);
        }
        finally
        {
            wait.End();
        }
    }

    private static ApiRejectedException Reject(ApiRequest request, string reason, TimeSpan? retryAfter, Retries? retries, Exception? error = null)
    {
        var rejection = new ApiRejectedException(request, reason, retryAfter, error);
        retries?.MayFollow(rejection);
        return rejection;
    }
}
