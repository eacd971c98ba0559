using Vonage.Core;

namespace Vonage.Verify;

/// <content>Convenience overloads.</content>
public partial class VerifyClient
{
    /// <inheritdoc/>
    public virtual Task<VerifyReply> StartAsync(string number, string brand, RequestOptions? options = null, CancellationToken cancellationToken = default) =>
        StartAsync(new VerifyRequest { Number = number, Brand = brand }, options, cancellationToken);

    /// <inheritdoc/>
    public virtual Task<VerifyCheckReply> CheckAsync(string requestId, string code, RequestOptions? options = null, CancellationToken cancellationToken = default) =>
        CheckAsync(new VerifyCheckRequest { RequestId = requestId, Code = code }, options, cancellationToken);

    /// <inheritdoc/>
    public virtual Task<VerifyControlReply> CancelAsync(string requestId, RequestOptions? options = null, CancellationToken cancellationToken = default) =>
        ControlAsync(new VerifyControlRequest { RequestId = requestId, Cmd = VerifyCommand.Cancel }, options, cancellationToken);

    /// <inheritdoc/>
    public virtual Task<VerifyControlReply> TriggerNextEventAsync(string requestId, RequestOptions? options = null, CancellationToken cancellationToken = default) =>
        ControlAsync(new VerifyControlRequest { RequestId = requestId, Cmd = VerifyCommand.TriggerNextEvent }, options, cancellationToken);
}
