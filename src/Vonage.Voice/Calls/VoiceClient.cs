using Vonage.Core;

namespace Vonage.Voice;

/// <content>Convenience methods for calls in progress.</content>
public partial class VoiceClient
{
    /// <inheritdoc/>
    public virtual Task HangUpAsync(string uuid, RequestOptions? options = null, CancellationToken cancellationToken = default) =>
        UpdateCallAsync(uuid, new HangUpCallUpdate(), options, cancellationToken);

    /// <inheritdoc/>
    public virtual Task MuteAsync(string uuid, RequestOptions? options = null, CancellationToken cancellationToken = default) =>
        UpdateCallAsync(uuid, new MuteCallUpdate(), options, cancellationToken);

    /// <inheritdoc/>
    public virtual Task UnmuteAsync(string uuid, RequestOptions? options = null, CancellationToken cancellationToken = default) =>
        UpdateCallAsync(uuid, new UnmuteCallUpdate(), options, cancellationToken);

    /// <inheritdoc/>
    public virtual Task EarmuffAsync(string uuid, RequestOptions? options = null, CancellationToken cancellationToken = default) =>
        UpdateCallAsync(uuid, new EarmuffCallUpdate(), options, cancellationToken);

    /// <inheritdoc/>
    public virtual Task UnearmuffAsync(string uuid, RequestOptions? options = null, CancellationToken cancellationToken = default) =>
        UpdateCallAsync(uuid, new UnearmuffCallUpdate(), options, cancellationToken);

    /// <inheritdoc/>
    public virtual Task TransferAsync(string uuid, Ncco ncco, RequestOptions? options = null, CancellationToken cancellationToken = default)
    {
        var destination = new TransferDestination { Ncco = ncco ?? throw new ArgumentNullException(nameof(ncco)) };
        return UpdateCallAsync(uuid, new TransferCallUpdate { Destination = destination }, options, cancellationToken);
    }

    /// <inheritdoc/>
    public virtual Task TransferAsync(string uuid, Uri answerUrl, RequestOptions? options = null, CancellationToken cancellationToken = default)
    {
        var destination = new TransferDestination { Url = { answerUrl ?? throw new ArgumentNullException(nameof(answerUrl)) } };
        return UpdateCallAsync(uuid, new TransferCallUpdate { Destination = destination }, options, cancellationToken);
    }

    /// <inheritdoc/>
    public virtual Task<CallCommandResponse> StartTalkAsync(string uuid, string text, RequestOptions? options = null, CancellationToken cancellationToken = default) =>
        StartTalkAsync(uuid, new StartTalkRequest(text), options, cancellationToken);

    /// <inheritdoc/>
    public virtual Task<CallCommandResponse> StartStreamAsync(string uuid, Uri streamUrl, RequestOptions? options = null, CancellationToken cancellationToken = default) =>
        StartStreamAsync(uuid, new StartStreamRequest { StreamUrl = { streamUrl ?? throw new ArgumentNullException(nameof(streamUrl)) } }, options, cancellationToken);

    /// <inheritdoc/>
    public virtual Task<CallCommandResponse> SendDtmfAsync(string uuid, string digits, RequestOptions? options = null, CancellationToken cancellationToken = default) =>
        SendDtmfAsync(uuid, new SendDtmfRequest(digits), options, cancellationToken);
}
