using Vonage.Core;

namespace Flowroute.Routes;

/// <content>Methods that take the ID of a route in place of a document.</content>
public partial class FlowrouteRoutesClient
{
    /// <inheritdoc/>
    public virtual Task SetPrimaryRouteAsync(string number, string routeId, RequestOptions? requestOptions = null, CancellationToken cancellationToken = default) =>
        SetPrimaryRouteCoreAsync(number, new RouteReference(routeId), requestOptions, cancellationToken);

    /// <inheritdoc/>
    public virtual Task SetFailoverRouteAsync(string number, string routeId, RequestOptions? requestOptions = null, CancellationToken cancellationToken = default) =>
        SetFailoverRouteCoreAsync(number, new RouteReference(routeId), requestOptions, cancellationToken);
}
