namespace Vonage.Redis;

/// <summary>Gates by name, at each of which one passes at a time, in the order of arrival. A gate exists as long as somebody needs it.</summary>
internal sealed class Gates
{
    private readonly Dictionary<string, Gate> _gates = new(StringComparer.Ordinal);

    /// <summary>Waits for the gate to be free.</summary>
    /// <returns>What opens it again, when disposed.</returns>
    public async Task<IDisposable> EnterAsync(string name, CancellationToken cancellationToken)
    {
        var gate = Find(name);
        try
        {
            await gate.Turn.WaitAsync(cancellationToken).ConfigureAwait(false);
        }
        catch
        {
            Leave(gate);
            throw;
        }

        return new Pass(this, gate);
    }

    private Gate Find(string name)
    {
        lock (_gates)
        {
            if (!_gates.TryGetValue(name, out var gate))
                _gates[name] = gate = new Gate(name);
            gate.Users++;
            return gate;
        }
    }

    private void Leave(Gate gate)
    {
        lock (_gates)
            if (--gate.Users == 0)
                _gates.Remove(gate.Name);
    }

    private sealed class Gate(string name)
    {
        public string Name => name;

        public SemaphoreSlim Turn { get; } = new(1);

        public int Users { get; set; }
    }

    private sealed class Pass(Gates gates, Gate gate) : IDisposable
    {
        private int _isDisposed;

        public void Dispose()
        {
            if (Interlocked.Exchange(ref _isDisposed, 1) != 0)
                return;
            gate.Turn.Release();
            gates.Leave(gate);
        }
    }
}
