namespace Campaign.Sending;

/// <summary>Ends the wait of one who waits early.</summary>
internal sealed class Wakeup
{
    private TaskCompletionSource _set = Unset();

    public void Set() => Volatile.Read(ref _set).TrySetResult();

    public async Task WaitAsync(TimeSpan most, CancellationToken stopping)
    {
        try
        {
            await Volatile.Read(ref _set).Task.WaitAsync(most, stopping);
        }
        catch (Exception error) when (error is TimeoutException or OperationCanceledException)
        {
            // Whoever waits looks at the token.
            return;
        }

        Volatile.Write(ref _set, Unset());
    }

    private static TaskCompletionSource Unset() => new(TaskCreationOptions.RunContinuationsAsynchronously);
}
