using Vonage.Account;
using Vonage.Core;

/// <summary>Says every hour what the balance of the account is.</summary>
public sealed class BalanceWatcher(IAccountClient account, ILogger<BalanceWatcher> logger) : BackgroundService
{
    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        using var timer = new PeriodicTimer(TimeSpan.FromHours(1));
        do
        {
            try
            {
                var balance = await account.GetBalanceAsync(cancellationToken: stoppingToken);
                logger.LogInformation("The balance is {Balance} EUR.", balance.Value);
            }
            catch (ApiException error)
            {
                logger.LogError(error, "The balance is not known.");
            }
        }
        while (await timer.WaitForNextTickAsync(stoppingToken));
    }
}
