using System.ComponentModel;

namespace Vonage.Core.Pipeline;

/// <summary>The effect of an operation on the data of the provider. It determines whether a request may be repeated when its outcome is unknown.</summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public enum OperationEffect
{
    /// <summary>Nothing: the operation only reads. It may be repeated.</summary>
    None,

    /// <summary>Sent twice, it has the effect of being sent once. It may be repeated.</summary>
    Idempotent,

    /// <summary>Each request has an effect of its own, such as a message or a charge. It is repeated only if it was certainly not processed.</summary>
    Once,
}
