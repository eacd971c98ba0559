namespace Vonage.Testing.Control;

/// <summary>Specifies what has changed in the simulator.</summary>
[Flags]
internal enum Changes
{
    None = 0,
    Messages = 1,
    Calls = 2,
    Requests = 4,
    Webhooks = 8,
    Outcomes = 16,
    All = Messages | Calls | Requests | Webhooks | Outcomes,
}

/// <summary>Tells those who watch the simulator that something has changed. A reader gets all changes since it last asked in one.</summary>
internal sealed class ChangeFeed
{
    private readonly Lock _gate = new();
    private readonly List<Reader> _readers = [];

    public void Tell(Changes changes)
    {
        lock (_gate)
        {
            foreach (var reader in _readers)
                reader.Take(changes);
        }
    }

    public Reader Open()
    {
        var reader = new Reader(this);
        lock (_gate)
            _readers.Add(reader);
        return reader;
    }

    /// <summary>One who watches.</summary>
    public sealed class Reader(ChangeFeed feed) : IDisposable
    {
        private Changes _changes;
        private TaskCompletionSource _bell = NewBell();

        /// <summary>Waits for a change, unless one has come since the last call.</summary>
        public async Task<Changes> ReadAsync(CancellationToken cancellationToken)
        {
            while (true)
            {
                Task bell;
                lock (feed._gate)
                {
                    if (_changes != Changes.None)
                    {
                        var changes = _changes;
                        _changes = Changes.None;
                        return changes;
                    }
                    bell = _bell.Task;
                }
                await bell.WaitAsync(cancellationToken).ConfigureAwait(false);
            }
        }

        public void Dispose()
        {
            lock (feed._gate)
                feed._readers.Remove(this);
        }

        internal void Take(Changes changes)
        {
            _changes |= changes;
            _bell.TrySetResult();
            _bell = NewBell();
        }

        private static TaskCompletionSource NewBell() => new(TaskCreationOptions.RunContinuationsAsynchronously);
    }
}
