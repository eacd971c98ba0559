using System.Collections.Concurrent;
using Vonage.Sms;
using Vonage.Voice;

namespace IvrWebApp;

/// <summary>Records call events and delivery receipts.</summary>
public sealed class ActivityLog
{
    private readonly ConcurrentQueue<CallEvent> _calls = new();
    private readonly ConcurrentQueue<SmsDeliveryReceipt> _receipts = new();

    public IReadOnlyList<CallEvent> Calls => [.. _calls];

    public IReadOnlyList<SmsDeliveryReceipt> Receipts => [.. _receipts];

    public void Add(CallEvent change) => _calls.Enqueue(change);

    public void Add(SmsDeliveryReceipt receipt) => _receipts.Enqueue(receipt);
}
