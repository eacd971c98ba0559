using Vonage.Core;

namespace Vonage.Verify;

/// <content>Convenience overloads.</content>
public partial class VerifyClient
{
    /// <inheritdoc/>
    public virtual Task<VerifyResponse> StartAsync(string number, string brand, RequestOptions? options = null, CancellationToken cancellationToken = default) =>
        StartAsync(new StartVerifyRequest { Number = number, Brand = brand }, options, cancellationToken);

    /// <inheritdoc/>
    public virtual Task<VerifyCheckResponse> CheckAsync(string requestId, string code, RequestOptions? options = null, CancellationToken cancellationToken = default) =>
        CheckAsync(new VerifyCheckRequest { RequestId = requestId, Code = code }, options, cancellationToken);

    /// <inheritdoc/>
    public virtual Task<VerifyControlResponse> CancelAsync(string requestId, RequestOptions? options = null, CancellationToken cancellationToken = default) =>
        ControlAsync(new VerifyControlRequest { RequestId = requestId, Cmd = VerifyCommand.Cancel }, options, cancellationToken);

    /// <inheritdoc/>
    public virtual Task<VerifyControlResponse> TriggerNextEventAsync(string requestId, RequestOptions? options = null, CancellationToken cancellationToken = default) =>
        ControlAsync(new VerifyControlRequest { RequestId = requestId, Cmd = VerifyCommand.TriggerNextEvent }, options, cancellationToken);
}
