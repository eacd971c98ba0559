using Vonage.Core;

namespace Vonage.Verify;

/// <content>Convenience overloads.</content>
public partial class VerifyClient
{
    /// <inheritdoc/>
    public virtual Task<VerifyResponse> StartAsync(string number, string brand, RequestOptions? requestOptions = null, CancellationToken cancellationToken = default) =>
        StartAsync(new StartVerifyRequest { Number = number, Brand = brand }, requestOptions, cancellationToken);

    /// <inheritdoc/>
    public virtual Task<VerifyCheckResponse> CheckAsync(string requestId, string code, RequestOptions? requestOptions = null, CancellationToken cancellationToken = default) =>
        CheckAsync(new CheckVerifyRequest { RequestId = requestId, Code = code }, requestOptions, cancellationToken);

    /// <inheritdoc/>
    public virtual Task<VerifyControlResponse> CancelAsync(string requestId, RequestOptions? requestOptions = null, CancellationToken cancellationToken = default) =>
        ControlAsync(new ControlVerifyRequest { RequestId = requestId, Cmd = VerifyCommand.Cancel }, requestOptions, cancellationToken);

    /// <inheritdoc/>
    public virtual Task<VerifyControlResponse> TriggerNextWorkflowAsync(string requestId, RequestOptions? requestOptions = null, CancellationToken cancellationToken = default) =>
        ControlAsync(new ControlVerifyRequest { RequestId = requestId, Cmd = VerifyCommand.TriggerNextEvent }, requestOptions, cancellationToken);

    /// <inheritdoc/>
    public virtual Task<VerifySearchResponse> GetAsync(string requestId, RequestOptions? requestOptions = null, CancellationToken cancellationToken = default)
    {
        Check.Required("request_id", requestId);
        return GetCoreAsync(requestId, null, requestOptions, cancellationToken);
    }

    /// <inheritdoc/>
    public virtual Task<IReadOnlyList<VerifySearchResult>> ListAsync(IEnumerable<string> requestIds, RequestOptions? requestOptions = null, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(requestIds);
        var ids = requestIds.ToList();
        Check.Count("request_ids", ids, 1, 10);
        return Paging.ItemsAsync(GetCoreAsync(null, ids, requestOptions, cancellationToken), static reply => reply.VerificationRequests);
    }
}
