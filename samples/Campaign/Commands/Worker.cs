using System.CommandLine;
using System.Data.Common;
using System.Globalization;
using System.Runtime.CompilerServices;
using Campaign.Engine;
using Campaign.Progress;
using Campaign.Sending;
using Campaign.Settling;
using Campaign.Store;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Spectre.Console;
using Wolverine;

namespace Campaign.Commands;

/// <summary>This process as a worker: the API or the simulator, the host, and what is shown of a campaign.</summary>
internal sealed class Worker : IAsyncDisposable
{
    private static readonly TimeSpan BetweenLooks = TimeSpan.FromSeconds(1);

    private readonly Api _api;
    private readonly IHost _host;
    private readonly SendingOptions _options;
    private readonly Campaigns _campaigns;

    private Worker(Api api, IHost host, SendingOptions options)
    {
        (_api, _host, _options) = (api, host, options);
        _campaigns = host.Services.GetRequiredService<Campaigns>();
    }

    /// <param name="isSending">False to publish commands only, which others obey.</param>
    public static async Task<Worker> StartAsync(Database database, ParseResult arguments, SendingOptions options, bool isSending, CancellationToken cancellationToken)
    {
        var broker = CommonOptions.ReadBroker(arguments);
        var api = await Api.ConnectAsync(arguments.GetValue(CommonOptions.Redis), cancellationToken);
        var webhooks = isSending ? CommonOptions.ReadWebhooks(arguments) ?? (api.Simulator is null ? null : FreeAddress()) : null;
        if (api.Simulator is { } simulator && webhooks is not null)
        {
            (simulator.Webhooks.SmsStatus, simulator.Webhooks.InboundSms) = (new Uri(webhooks, Webhooks.Receipts), new Uri(webhooks, Webhooks.Inbound));
            AnsiConsole.MarkupLineInterpolated($"No VONAGE_* variables are set: using the [bold]simulator[/]. Nothing is sent or charged.");
        }

        var host = CampaignHost.Build(database, api, options, broker, webhooks, isSending);
        var worker = new Worker(api, host, options);
        try
        {
            await host.StartAsync(cancellationToken);
            return worker;
        }
        catch
        {
            await worker.DisposeAsync();
            throw;
        }
    }

    public async Task PublishAsync(object command)
    {
        await using var scope = _host.Services.CreateAsyncScope();
        await scope.ServiceProvider.GetRequiredService<IMessageBus>().PublishAsync(command);
    }

    /// <summary>Shows a campaign until it is finished or held.</summary>
    public async Task<int> FollowAsync(string name, CancellationToken cancellationToken)
    {
        await new ProgressView(AnsiConsole.Console).ShowAsync(LookAsync(name, cancellationToken), cancellationToken);
        // The commands for it are for workers that go on. This one is about to end.
        var settler = _host.Services.GetRequiredService<ReportSettler>();
        await WithDatabaseAsync(() => settler.SettleAsync(name, DateTimeOffset.UnixEpoch, DateTimeOffset.MaxValue, cancellationToken), cancellationToken);
        var (campaign, counts) = await CountAsync(name, cancellationToken);
        if (counts.Of(RecipientState.Unknown) is > 0 and var unknown)
        {
            Console.WriteLine(string.Create(
                CultureInfo.InvariantCulture,
                $"{unknown:N0} may have been sent. They are not sent again. List them with: status {name} --list unknown. To ask the Reports API again, repeat the command later."));
        }

        if (campaign.State == CampaignState.Paused)
            Console.WriteLine($"The campaign is paused: {campaign.Reason} Go on with: resume {name}");
        if (campaign.State == CampaignState.Cancelled)
            Console.WriteLine("The campaign was cancelled: who was not sent to is not sent to any more.");
        return campaign.State == CampaignState.Running ? 0 : 3;
    }

    /// <summary>Waits until the host begins to stop, or the token is canceled. The host's own wait would stop it, too, for as long as that takes.</summary>
    public async Task WaitAsync(CancellationToken cancellationToken)
    {
        using var stopping = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken, _host.Services.GetRequiredService<IHostApplicationLifetime>().ApplicationStopping);
        await Task.Delay(Timeout.Infinite, stopping.Token).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
    }

    public async ValueTask DisposeAsync()
    {
        await CampaignHost.EndAsync(_host, _options.Shutdown + TimeSpan.FromSeconds(5));
        await _api.DisposeAsync();
    }

    private async IAsyncEnumerable<CampaignProgress> LookAsync(string name, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        var pace = new Pace();
        while (true)
        {
            var (campaign, counts) = await CountAsync(name, cancellationToken);
            yield return pace.Of(counts);
            if (counts.Open == 0 || (campaign.State != CampaignState.Running && counts.Of(RecipientState.Sending) == 0))
                yield break;
            await Task.Delay(BetweenLooks, cancellationToken);
        }
    }

    // The campaign first: one that is paused or cancelled begins to send nothing more after that.
    private Task<(StoredCampaign Campaign, Counts Counts)> CountAsync(string name, CancellationToken cancellationToken) => WithDatabaseAsync(
        async () => ((await _campaigns.FindAsync(name, cancellationToken))!, await _campaigns.CountAsync(name, cancellationToken)), cancellationToken);

    // The pumps say that the database is away, and wait for it, too.
    private static async Task<T> WithDatabaseAsync<T>(Func<Task<T>> read, CancellationToken cancellationToken)
    {
        while (true)
        {
            try
            {
                return await read();
            }
            catch (DbException)
            {
                await Task.Delay(BetweenLooks, cancellationToken);
            }
        }
    }

    private static Uri FreeAddress()
    {
        using var listener = new System.Net.Sockets.TcpListener(System.Net.IPAddress.Loopback, 0);
        listener.Start();
        return new Uri($"http://{listener.LocalEndpoint}");
    }
}
