namespace Vonage.NumberInsight;

/// <remarks>The client throws a <see cref="VonageNumberInsightException"/> if the lookup is rejected.</remarks>
public partial class BasicInsight : IInsightResponse, IResponseCheck
{
    /// <inheritdoc/>
    Exception? IResponseCheck.FindError(ApiResponse reply) => VonageNumberInsightException.Of(reply, this);
}

/// <remarks>The client throws a <see cref="VonageNumberInsightException"/> if the lookup is rejected.</remarks>
public partial class StandardInsight : IInsightResponse, IResponseCheck
{
    /// <inheritdoc/>
    Exception? IResponseCheck.FindError(ApiResponse reply) => VonageNumberInsightException.Of(reply, this);
}

/// <remarks>
/// The client throws a <see cref="VonageNumberInsightException"/> if the lookup is rejected. If only the network did not respond (status 43, 44
/// or 45) and partial data is available, it returns the partial data: see <see cref="LookupOutcome"/>.
/// </remarks>
public partial class AdvancedInsight : IInsightResponse, IResponseCheck
{
    private const int FoundNothing = 2;

    /// <inheritdoc/>
    Exception? IResponseCheck.FindError(ApiResponse reply) =>
        InsightStatus.IsPartial(Status) && LookupOutcome is not (null or FoundNothing) ? null : VonageNumberInsightException.Of(reply, this);
}

/// <remarks>The client throws a <see cref="VonageNumberInsightException"/> if the lookup is rejected. A returned reply means that the lookup is in progress.</remarks>
public partial class StartedInsight : IInsightResponse, IResponseCheck
{
    /// <inheritdoc/>
    string IInsightResponse.StatusMessage => ErrorText ?? string.Empty;

    /// <inheritdoc/>
    Exception? IResponseCheck.FindError(ApiResponse reply) => VonageNumberInsightException.Of(reply, this);
}
