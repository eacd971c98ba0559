using Vonage.Core;

namespace Vonage.Numbers;

/// <content>Convenience overloads.</content>
public partial class NumbersClient
{
    /// <inheritdoc/>
    public virtual Task<NumberResponse> BuyAsync(string country, string msisdn, string? targetApiKey = null, RequestOptions? requestOptions = null, CancellationToken cancellationToken = default) =>
        BuyAsync(new BuyNumberRequest { Country = country, Msisdn = msisdn, TargetApiKey = targetApiKey }, requestOptions, cancellationToken);

    /// <inheritdoc/>
    public virtual Task<NumberResponse> CancelAsync(string country, string msisdn, string? targetApiKey = null, RequestOptions? requestOptions = null, CancellationToken cancellationToken = default) =>
        CancelAsync(new CancelNumberRequest { Country = country, Msisdn = msisdn, TargetApiKey = targetApiKey }, requestOptions, cancellationToken);
}
