using Vonage.Core;

namespace TestSupport.Faults;

/// <summary>What a call must make of a fault.</summary>
internal enum Outcome
{
    /// <summary>An <see cref="ApiException"/>.</summary>
    Error,

    /// <summary>An <see cref="ApiException"/>, unless the operation has no reply to read.</summary>
    ErrorOfReply,

    /// <summary>An <see cref="ApiException"/>, or a result: the reply may be one.</summary>
    Either,

    /// <summary>What it would be without the fault.</summary>
    Result,
}

/// <summary>A way for a server to fail.</summary>
internal sealed class Fault(string name, Outcome outcome, Func<RawExchange, RecordedReply, Task> answer)
{
    public Outcome Outcome { get; } = outcome;

    /// <summary>Answers the request of the operation. The reply is what a sound server would have answered.</summary>
    public Func<RawExchange, RecordedReply, Task> Answer { get; } = answer;

    /// <summary>The type of the error.</summary>
    public Type Error { get; init; } = typeof(ApiException);

    /// <summary>The status that the error must have; null if no status was received.</summary>
    public int? Status { get; init; }

    public RequestSent Sent { get; init; } = RequestSent.Yes;

    /// <summary>Whether there is no server: the connection is refused.</summary>
    public bool IsRefused { get; init; }

    /// <summary>Whether the server keeps the client waiting, so that only a timeout ends the call.</summary>
    public bool Hangs { get; init; }

    public override string ToString() => name;
}
