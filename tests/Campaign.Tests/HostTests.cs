using Campaign.Engine;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;

namespace Campaign.Tests;

/// <summary>The end of a worker's host.</summary>
internal sealed class HostTests
{
    [Test]
    public async Task A_host_that_does_not_stop_does_not_keep_the_program_from_its_end()
    {
        var builder = Host.CreateEmptyApplicationBuilder(new HostApplicationBuilderSettings());
        builder.Services.AddHostedService<EndlessService>();
        builder.Services.AddSingleton<Log>();
        var host = builder.Build();
        await host.StartAsync();
        var log = host.Services.GetRequiredService<Log>();

        await CampaignHost.EndAsync(host, TimeSpan.FromMilliseconds(50)).WaitAsync(Patience.Limit);

        Assert.That(log.IsDisposed, Is.True, "what was wrong is written");
    }

    [Test]
    public void An_error_at_the_end_of_a_host_is_told()
    {
        var builder = Host.CreateEmptyApplicationBuilder(new HostApplicationBuilderSettings());
        builder.Services.AddHostedService<FailingService>();
        var host = builder.Build();
        Assert.That(
            async () =>
            {
                await host.StartAsync();
                await CampaignHost.EndAsync(host, Patience.Limit);
            },
            Throws.TypeOf<InvalidOperationException>());
    }

    private sealed class Log : IDisposable
    {
        public bool IsDisposed { get; private set; }

        public void Dispose() => IsDisposed = true;
    }

    private sealed class EndlessService : IHostedService
    {
        public Task StartAsync(CancellationToken cancellationToken) => Task.CompletedTask;

        // Whatever the token says.
        public Task StopAsync(CancellationToken cancellationToken) => Task.Delay(Timeout.Infinite, CancellationToken.None);
    }

    private sealed class FailingService : IHostedService
    {
        public Task StartAsync(CancellationToken cancellationToken) => Task.CompletedTask;

        public Task StopAsync(CancellationToken cancellationToken) => throw new InvalidOperationException("It cannot stop.");
    }
}
