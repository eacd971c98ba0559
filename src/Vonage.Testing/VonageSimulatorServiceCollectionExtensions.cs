using Vonage;
using Vonage.Testing;

namespace Microsoft.Extensions.DependencyInjection;

/// <summary>Extension methods that lead an application under test to a simulator.</summary>
public static class VonageSimulatorServiceCollectionExtensions
{
    /// <summary>
    /// Leads the clients of the application to a simulator, whatever credentials and hosts it configured, and lets it accept the simulator's webhooks.
    /// </summary>
    /// <remarks>Call it in <c>ConfigureTestServices</c> of a <c>WebApplicationFactory</c>. Clients are added if the application has none.</remarks>
    /// <param name="services">The service collection.</param>
    /// <param name="simulator">The simulator.</param>
    public static IServiceCollection AddVonageSimulator(this IServiceCollection services, VonageSimulator simulator)
    {
        ArgumentNullException.ThrowIfNull(services);
        ArgumentNullException.ThrowIfNull(simulator);
        if (!services.Any(service => service.ServiceType == typeof(IVonageClient)))
            services.AddVonage(_ => { });
        return services.PostConfigureAll<VonageOptions>(options =>
        {
            options.Credentials = _ => simulator.Credentials;
            simulator.Configure(options);
        });
    }
}
