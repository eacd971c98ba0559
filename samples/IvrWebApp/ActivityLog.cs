using System.Collections.Concurrent;
using Vonage.Sms;
using Vonage.Voice;

namespace IvrWebApp;

/// <summary>Records the last call events and delivery receipts.</summary>
public sealed class ActivityLog
{
    /// <summary>The number of each that is kept.</summary>
    public const int Size = 1000;

    private readonly ConcurrentQueue<CallEvent> _calls = new();
    private readonly ConcurrentQueue<SmsDeliveryReceipt> _receipts = new();

    public IReadOnlyList<CallEvent> Calls => [.. _calls];

    public IReadOnlyList<SmsDeliveryReceipt> Receipts => [.. _receipts];

    public void Add(CallEvent change) => Add(_calls, change);

    public void Add(SmsDeliveryReceipt receipt) => Add(_receipts, receipt);

    private static void Add<T>(ConcurrentQueue<T> queue, T item)
    {
        queue.Enqueue(item);
        while (queue.Count > Size)
            queue.TryDequeue(out _);
    }
}
