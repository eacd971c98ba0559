using Vonage.Core;

namespace Vonage.Voice;

/// <content>Convenience methods for calls in progress.</content>
public partial class VoiceClient
{
    /// <inheritdoc/>
    public virtual Task HangUpAsync(string callId, RequestOptions? requestOptions = null, CancellationToken cancellationToken = default) =>
        UpdateCallAsync(callId, new HangUpCallUpdate(), requestOptions, cancellationToken);

    /// <inheritdoc/>
    public virtual Task MuteAsync(string callId, RequestOptions? requestOptions = null, CancellationToken cancellationToken = default) =>
        UpdateCallAsync(callId, new MuteCallUpdate(), requestOptions, cancellationToken);

    /// <inheritdoc/>
    public virtual Task UnmuteAsync(string callId, RequestOptions? requestOptions = null, CancellationToken cancellationToken = default) =>
        UpdateCallAsync(callId, new UnmuteCallUpdate(), requestOptions, cancellationToken);

    /// <inheritdoc/>
    public virtual Task EarmuffAsync(string callId, RequestOptions? requestOptions = null, CancellationToken cancellationToken = default) =>
        UpdateCallAsync(callId, new EarmuffCallUpdate(), requestOptions, cancellationToken);

    /// <inheritdoc/>
    public virtual Task UnearmuffAsync(string callId, RequestOptions? requestOptions = null, CancellationToken cancellationToken = default) =>
        UpdateCallAsync(callId, new UnearmuffCallUpdate(), requestOptions, cancellationToken);

    /// <inheritdoc/>
    public virtual Task TransferAsync(string callId, Ncco ncco, RequestOptions? requestOptions = null, CancellationToken cancellationToken = default)
    {
        var destination = new TransferDestination { Ncco = ncco ?? throw new ArgumentNullException(nameof(ncco)) };
        return UpdateCallAsync(callId, new TransferCallUpdate { Destination = destination }, requestOptions, cancellationToken);
    }

    /// <inheritdoc/>
    public virtual Task TransferToUrlAsync(string callId, Uri answerUrl, RequestOptions? requestOptions = null, CancellationToken cancellationToken = default)
    {
        var destination = new TransferDestination { Url = { answerUrl ?? throw new ArgumentNullException(nameof(answerUrl)) } };
        return UpdateCallAsync(callId, new TransferCallUpdate { Destination = destination }, requestOptions, cancellationToken);
    }

    /// <inheritdoc/>
    public virtual Task<CallCommandResponse> SendDtmfAsync(string callId, string digits, RequestOptions? requestOptions = null, CancellationToken cancellationToken = default) =>
        SendDtmfCoreAsync(callId, new SendDtmfRequest(digits), requestOptions, cancellationToken);
}
