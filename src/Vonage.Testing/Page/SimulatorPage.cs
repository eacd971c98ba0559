using Microsoft.AspNetCore.Http;
using Vonage.Testing.Control;
using Vonage.Testing.State;

namespace Vonage.Testing.Page;

internal sealed class SimulatorPage(VonageSimulator simulator, SharedState shared, ControlApi control)
{
    public Task WriteAsync(HttpContext context, CancellationToken cancellationToken) => context.Response.WriteAsync($"{simulator} {shared} {control}", cancellationToken);
}

internal static class PageAssets
{
    public static Task WriteAsync(HttpContext context, string name, CancellationToken cancellationToken) => context.Response.WriteAsync(name, cancellationToken);
}
