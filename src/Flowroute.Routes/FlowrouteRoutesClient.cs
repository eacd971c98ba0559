using Vonage.Core;

namespace Flowroute.Routes;

/// <content>Overloads that take route IDs.</content>
public partial class FlowrouteRoutesClient
{
    /// <inheritdoc/>
    public virtual Task UpdatePrimaryAsync(string number, string routeId, RequestOptions? options = null, CancellationToken cancellationToken = default) =>
        UpdatePrimaryAsync(number, new RouteReference(routeId), options, cancellationToken);

    /// <inheritdoc/>
    public virtual Task UpdateFailoverAsync(string number, string routeId, RequestOptions? options = null, CancellationToken cancellationToken = default) =>
        UpdateFailoverAsync(number, new RouteReference(routeId), options, cancellationToken);
}
