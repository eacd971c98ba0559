using System.Data.Common;
using System.Diagnostics;
using Campaign.Engine;
using Campaign.Store;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using Wolverine;

namespace Campaign.Sending;

/// <summary>
/// Runs a pump for each sender of each campaign that is running. The rows say which these are: a command that is lost delays a worker by no more than
/// <see cref="SendingOptions.Poll"/>.
/// </summary>
public sealed partial class PumpService : BackgroundService
{
    /// <summary>Records and receipts come later than the message.</summary>
    private static readonly TimeSpan BeforeSettling = TimeSpan.FromSeconds(30);

    /// <summary>A row says that it is unknown before this process is told, and perhaps by another clock.</summary>
    private static readonly TimeSpan Tolerance = TimeSpan.FromMinutes(1);

    /// <summary>What became unknown before this process began, and perhaps without a command, since its worker was killed.</summary>
    private static readonly TimeSpan BeforeStart = TimeSpan.FromDays(1);

    private readonly Dictionary<(string Campaign, string Sender), (Pump Pump, Task Running, CancellationTokenSource Stop)> _pumps = [];
    private readonly Dictionary<string, long> _settling = new(StringComparer.Ordinal);
    private readonly HashSet<string> _leftAlone = new(StringComparer.Ordinal);
    private readonly Wakeup _wakeup = new();
    private readonly Campaigns _campaigns;
    private readonly Recipients _recipients;
    private readonly IServiceScopeFactory _scopes;
    private readonly PumpParts _parts;
    private readonly Slots _slots;
    private readonly ILogger _logger;

    public PumpService(Campaigns campaigns, Recipients recipients, Claims claims, SmsSender sender, Recorder recorder, SendingOptions options, IServiceScopeFactory scopes, ILogger<PumpService> logger)
    {
        ArgumentNullException.ThrowIfNull(options);
        (_campaigns, _recipients, _scopes, _logger) = (campaigns, recipients, scopes, logger);
        _parts = new PumpParts(campaigns, claims, sender, recorder, options, SettleLaterAsync);
        _slots = new Slots(options.Concurrency);
    }

    /// <summary>Makes the worker look for work now.</summary>
    public void Wake() => _wakeup.Set();

    public override void Dispose()
    {
        base.Dispose();
        _slots.Dispose();
        GC.SuppressFinalize(this);
    }

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        while (!stoppingToken.IsCancellationRequested)
        {
            try
            {
                foreach (var campaign in (await _recipients.ExpireLeasesAsync(CancellationToken.None)).Distinct())
                    await SettleLaterAsync(campaign);
                await _recipients.ExpireCancelledAsync(CancellationToken.None);
                await RunPumpsAsync(OfThisAccount(await _campaigns.ListRunningAsync(CancellationToken.None)));
            }
            catch (Exception error)
            {
                // Whatever it was, a worker that ends here would leave its rows to nobody.
                CannotLook(error);
            }

            await _wakeup.WaitAsync(_parts.Options.Poll, stoppingToken);
        }

        await RunPumpsAsync([]);
    }

    // Through another account, people would get their message from somebody else; through the simulator, they would count as sent to and get none.
    private List<StoredCampaign> OfThisAccount(List<StoredCampaign> running)
    {
        foreach (var campaign in running.Where(campaign => campaign.Settings.Account != _parts.Options.Account && _leftAlone.Add(campaign.Id)))
            LeavesAlone(campaign.Id);
        return running.FindAll(campaign => campaign.Settings.Account == _parts.Options.Account);
    }

    private async Task RunPumpsAsync(List<StoredCampaign> running)
    {
        var wanted = running.SelectMany(campaign => campaign.Settings.Senders.Distinct().Select(sender => (Key: (campaign.Id, sender), Campaign: campaign))).ToDictionary(pair => pair.Key, pair => pair.Campaign);
        // One that has ended by itself has failed: another one takes its place.
        var ended = _pumps.Where(pump => !wanted.ContainsKey(pump.Key) || pump.Value.Running.IsCompleted).ToList();
        foreach (var (_, (_, _, stop)) in ended)
            await stop.CancelAsync();
        foreach (var (key, (_, task, stop)) in ended)
        {
            await task.ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
            if (task.Exception is { InnerException: { } error })
                HasFailed(error, key.Campaign);
            stop.Dispose();
            _pumps.Remove(key);
        }

        foreach (var (key, campaign) in wanted)
        {
            if (_pumps.TryGetValue(key, out var known))
            {
                known.Pump.Wake();
                continue;
            }

            var stop = new CancellationTokenSource();
            var pump = new Pump(campaign, key.sender, _parts, _slots, _logger);
            _pumps.Add(key, (pump, Task.Run(() => pump.RunAsync(stop.Token), CancellationToken.None), stop));
            await SettleLaterAsync(campaign.Id);
        }
    }

    // One command for all that become unknown until then.
    private async Task SettleLaterAsync(string campaign)
    {
        DateTimeOffset since, now = DateTimeOffset.UtcNow;
        lock (_settling)
        {
            var isFirst = !_settling.TryGetValue(campaign, out var at);
            if (!isFirst && Stopwatch.GetElapsedTime(at) < BeforeSettling)
                return;
            _settling[campaign] = Stopwatch.GetTimestamp();
            since = now - (isFirst ? BeforeStart : Tolerance);
        }

        try
        {
            await using var scope = _scopes.CreateAsyncScope();
            await scope.ServiceProvider.GetRequiredService<IMessageBus>().ScheduleAsync(new SettleCampaign(campaign, 1, since, now + BeforeSettling + Tolerance), BeforeSettling);
        }
        catch (Exception error) when (error is DbException or ObjectDisposedException or InvalidOperationException)
        {
            // The next command, of this worker or of another one, is for these, too.
            lock (_settling)
                _settling.Remove(campaign);
            CannotSchedule(error, campaign);
        }
    }

    [LoggerMessage(LogLevel.Error, "Sending the campaign {Campaign} has failed; beginning again.")]
    private partial void HasFailed(Exception error, string campaign);

    [LoggerMessage(LogLevel.Error, "Looking for work failed; trying again.")]
    private partial void CannotLook(Exception error);

    [LoggerMessage(LogLevel.Warning, "The campaign {Campaign} was started with another account: this worker does not send it. Start a worker with the VONAGE_* variables of that account.")]
    private partial void LeavesAlone(string campaign);

    [LoggerMessage(LogLevel.Warning, "The unknown messages of the campaign {Campaign} are asked for later.")]
    private partial void CannotSchedule(Exception error, string campaign);
}
