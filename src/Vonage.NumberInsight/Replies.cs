using Vonage.Core;

namespace Vonage.NumberInsight;

/// <remarks>The client throws a <see cref="VonageNumberInsightException"/> for a refusal.</remarks>
public partial class BasicInsight : IInsightReply, IReplyCheck
{
    /// <inheritdoc/>
    Exception? IReplyCheck.FindError(ApiReply reply) => VonageNumberInsightException.Of(reply, this);
}

/// <remarks>The client throws a <see cref="VonageNumberInsightException"/> for a refusal.</remarks>
public partial class StandardInsight : IInsightReply, IReplyCheck
{
    /// <inheritdoc/>
    Exception? IReplyCheck.FindError(ApiReply reply) => VonageNumberInsightException.Of(reply, this);
}

/// <remarks>
/// The client throws a <see cref="VonageNumberInsightException"/> for a refusal. Where only the network did not answer (status 43, 44 or
/// 45) and something else is known, it returns what is known: see <see cref="LookupOutcome"/>.
/// </remarks>
public partial class AdvancedInsight : IInsightReply, IReplyCheck
{
    private const int FoundNothing = 2;

    /// <inheritdoc/>
    Exception? IReplyCheck.FindError(ApiReply reply) =>
        InsightStatus.IsPartial(Status) && LookupOutcome is not (null or FoundNothing) ? null : VonageNumberInsightException.Of(reply, this);
}

/// <remarks>The client throws a <see cref="VonageNumberInsightException"/> for a refusal: what it returns is under way.</remarks>
public partial class StartedInsight : IInsightReply, IReplyCheck
{
    /// <inheritdoc/>
    string IInsightReply.StatusMessage => ErrorText ?? string.Empty;

    /// <inheritdoc/>
    Exception? IReplyCheck.FindError(ApiReply reply) => VonageNumberInsightException.Of(reply, this);
}
