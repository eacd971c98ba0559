using Vonage.Core;

namespace TestSupport.Faults;

/// <summary>A call of an operation that can be made again and again, with the replies that it got from a simulator.</summary>
/// <param name="Operation">The document and the operation.</param>
/// <param name="Effect">What the operation changes, as its client knows it.</param>
/// <param name="Replies">The replies, in order.</param>
/// <param name="Target">The index of the reply that belongs to the operation. Those before it made what it needs.</param>
/// <param name="Call">Makes the call through an HTTP client, with each host below an address, with options.</param>
internal sealed record PlayedCall(string Operation, Vonage.Core.Pipeline.OperationEffect Effect, IReadOnlyList<RecordedReply> Replies, int Target, Func<HttpClient, Uri, Action<ApiClientOptions>, Task> Call)
{
    public RecordedReply Reply => Replies[Target];

    /// <summary>Whether the client reads the reply as JSON.</summary>
    public bool ReadsReply => Reply.Body.Length > 0 && Reply.MediaType?.Contains("json", StringComparison.Ordinal) == true;

    public override string ToString() => Operation;
}
