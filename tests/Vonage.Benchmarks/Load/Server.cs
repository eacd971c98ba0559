using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace Vonage.Benchmarks.Load;

/// <summary>The other end of the load: Kestrel, in a process of its own.</summary>
internal static class Server
{
    /// <summary>Runs until its input ends. The address is the first line of its output.</summary>
    public static async Task RunAsync(Action<IServiceCollection> configure, Action<WebApplication> map)
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.UseUrls("http://127.0.0.1:0");
        configure(builder.Services);
        await using var server = builder.Build();
        map(server);
        await server.StartAsync();
        Console.WriteLine(server.Services.GetRequiredService<IServer>().Features.Get<IServerAddressesFeature>()!.Addresses.Single());
        await Console.In.ReadToEndAsync();
    }
}
