using Vonage.Core;

namespace Flowroute.Porting;

/// <content>A list in an undocumented format: one object, or several.</content>
public partial class FlowroutePortingClient
{
    /// <inheritdoc/>
    public virtual async Task<IReadOnlyList<PortOrder>> ListOrdersAsync(ListPortOrdersOptions? options = null, RequestOptions? requestOptions = null, CancellationToken cancellationToken = default)
    {
        var data = await ListOrdersCoreAsync(options, requestOptions, cancellationToken).ConfigureAwait(false);
        using var json = data.CreateReader();
        json.Read();
        return JsonRead.Items(json, PortOrder.JsonModelType.Read) ?? [];
    }
}
