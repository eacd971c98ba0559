namespace Campaign.Sending;

/// <summary>How many messages the process may still send at once.</summary>
internal sealed class Slots(int count) : IDisposable
{
    private readonly SemaphoreSlim _free = new(count);

    /// <summary>Waits for one, and takes all that are free then; 0 if it is canceled.</summary>
    public async Task<int> TakeAsync(CancellationToken stopping)
    {
        try
        {
            await _free.WaitAsync(stopping);
        }
        catch (OperationCanceledException)
        {
            return 0;
        }

        var taken = 1;
        while (_free.Wait(0, CancellationToken.None))
            taken++;
        return taken;
    }

    public void Return(int count)
    {
        if (count > 0)
            _free.Release(count);
    }

    public void Dispose() => _free.Dispose();
}
