using System.Globalization;
using Microsoft.Extensions.DependencyInjection;
using Vonage.Sms;

namespace Vonage.Redis.Tests.Support;

/// <summary>A process that sends as much as its limit permits, until there is input; or the API that it sends to.</summary>
internal static class Worker
{
    private const int Senders = 12;

    private static readonly SmsRequest Message = new("Vonage", "447700900000", "Hello");

    /// <summary>Runs the process: nothing for the API; or Redis's address, the API's address, the rate, and the share of it in an outage.</summary>
    public static Task Main(string[] args) => args.Length == 0 ? CountAsync() : SendAsync(args);

    /// <summary>Writes the API's address, and at the end the milliseconds at which requests came.</summary>
    private static async Task CountAsync()
    {
        await using var api = await CountingServer.StartAsync();
        Console.WriteLine(api.Address);
        await Console.In.ReadLineAsync();
        Console.WriteLine(string.Join(' ', api.Times.Select(time => time.TotalMilliseconds.ToString(CultureInfo.InvariantCulture))));
    }

    /// <summary>Writes a line when the first SMS is sent, and at the end the number of SMS.</summary>
    private static async Task SendAsync(string[] args)
    {
        var services = new ServiceCollection();
        services.AddVonage(options =>
        {
            (options.ApiKey, options.ApiSecret) = ("abcd1234", "secret");
            options.Hosts["rest.nexmo.com"] = new Uri(args[1]);
            options.RequestsPerSecond = double.Parse(args[2], CultureInfo.InvariantCulture);
            options.Retry = Core.RetryOptions.None;
        });
        services.AddVonageRedis(args[0], options => options.LocalShare = double.Parse(args[3], CultureInfo.InvariantCulture));
        await using var provider = services.BuildServiceProvider();
        var sms = provider.GetRequiredService<ISmsClient>();
        await sms.SendAsync(Message);
        Console.WriteLine();
        using var stop = new CancellationTokenSource();
        var senders = Enumerable.Range(0, Senders).Select(_ => SendAsync(sms, stop.Token)).ToArray();
        await Console.In.ReadLineAsync();
        await stop.CancelAsync();
        Console.WriteLine(1 + (await Task.WhenAll(senders)).Sum());
    }

    private static async Task<int> SendAsync(ISmsClient sms, CancellationToken cancellationToken)
    {
        var sent = 0;
        try
        {
            while (true)
            {
                await sms.SendAsync(Message, cancellationToken: cancellationToken);
                sent++;
            }
        }
        catch (OperationCanceledException)
        {
            return sent;
        }
    }
}
