namespace Vonage.NumberInsight;

/// <remarks>The client throws a <see cref="VonageNumberInsightException"/> if the lookup is rejected.</remarks>
public partial class BasicInsight : IInsightResponse, IResponseCheck
{
    /// <inheritdoc/>
    string? IInsightResponse.StatusMessage => ErrorText ?? StatusMessage;

    /// <inheritdoc/>
    Exception? IResponseCheck.FindError(ApiResponse reply) => VonageNumberInsightException.Of(reply, this);
}

/// <remarks>The client throws a <see cref="VonageNumberInsightException"/> if the lookup is rejected.</remarks>
public partial class StandardInsight : IInsightResponse, IResponseCheck
{
    /// <inheritdoc/>
    string? IInsightResponse.StatusMessage => ErrorText ?? StatusMessage;

    /// <inheritdoc/>
    Exception? IResponseCheck.FindError(ApiResponse reply) => VonageNumberInsightException.Of(reply, this);
}

/// <remarks>
/// The client throws a <see cref="VonageNumberInsightException"/> if the lookup is rejected. If only the network did not respond (status 43, 44
/// or 45) and partial data is available, it returns the partial data: see <see cref="LookupOutcome"/>.
/// </remarks>
public partial class AdvancedInsight : IInsightResponse, IResponseCheck
{
    /// <inheritdoc/>
    InsightStatus IInsightResponse.Status => Status.GetValueOrDefault();

    /// <inheritdoc/>
    string? IInsightResponse.StatusMessage => ErrorText ?? StatusMessage;

    /// <inheritdoc/>
    Exception? IResponseCheck.FindError(ApiResponse reply) =>
        Status is { IsPartial: true } && LookupOutcome is { Value: not NumberInsight.LookupOutcome.Values.Failed } ? null : VonageNumberInsightException.Of(reply, this);
}

/// <remarks>The client throws a <see cref="VonageNumberInsightException"/> if the lookup is rejected. A returned reply means that the lookup is in progress.</remarks>
public partial class StartedInsight : IInsightResponse, IResponseCheck
{
    /// <inheritdoc/>
    string? IInsightResponse.StatusMessage => ErrorText;

    /// <inheritdoc/>
    string? IInsightResponse.RequestId => RequestId;

    /// <inheritdoc/>
    Exception? IResponseCheck.FindError(ApiResponse reply) => VonageNumberInsightException.Of(reply, this);
}
