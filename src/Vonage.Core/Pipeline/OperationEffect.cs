using System.ComponentModel;

namespace Vonage.Core.Pipeline;

/// <summary>What a request of an operation changes at the provider, and therefore whether it may be sent again when its fate is unknown.</summary>
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
