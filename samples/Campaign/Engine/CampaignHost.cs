using Campaign.Sending;
using Campaign.Settling;
using Campaign.Store;
using JasperFx.CodeGeneration;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using Vonage;
using Wolverine;
using Wolverine.Postgresql;
using Wolverine.RabbitMQ;
using Wolverine.Sqlite;

namespace Campaign.Engine;

/// <summary>
/// A process that sends. Wolverine carries its few commands, durably: in the file of SQLite, in a queue of PostgreSQL, or in one of RabbitMQ. Recipients are rows and
/// never messages.
/// </summary>
internal static class CampaignHost
{
    private const string Queue = "campaign";

    /// <param name="api">The API, or the simulator.</param>
    /// <param name="broker">The address of RabbitMQ; null for the database.</param>
    /// <param name="webhooks">Where webhooks are received; null for nowhere.</param>
    /// <param name="isSending">False to publish commands only.</param>
    public static IHost Build(Database database, Api api, SendingOptions options, Uri? broker, Uri? webhooks, bool isSending)
    {
        if (webhooks is null)
        {
            var plain = Host.CreateEmptyApplicationBuilder(new HostApplicationBuilderSettings());
            Configure(plain, database, api, options, broker, isSending);
            return plain.Build();
        }

        var builder = WebApplication.CreateSlimBuilder();
        builder.WebHost.UseUrls(webhooks.AbsoluteUri);
        Configure(builder, database, api, options, broker, isSending);
        builder.Services.AddVonageWebhooks(received =>
        {
            received.Secrets.Add(api.Credentials);
            received.Verification.ReplayGuard = new InMemoryWebhookReplayGuard();
        });
        var application = builder.Build();
        Webhooks.Map(application);
        return application;
    }

    /// <summary>
    /// Stops a host and disposes of it, each for no longer than a time: Wolverine's shutdown does not always end (https://github.com/JasperFx/wolverine/issues/3781), and
    /// what it leaves undone, the next worker does.
    /// </summary>
    public static async Task EndAsync(IHost host, TimeSpan longest)
    {
        try
        {
            await EndAsync(host.StopAsync(CancellationToken.None));
        }
        finally
        {
            // What was wrong is in the log, which is written when the host is disposed of.
            if (host is IAsyncDisposable disposable)
                await EndAsync(disposable.DisposeAsync().AsTask());
        }

        async Task EndAsync(Task ending)
        {
            try
            {
                await ending.WaitAsync(longest);
            }
            catch (Exception error) when (error is OperationCanceledException or TimeoutException)
            {
                // No failure of what the host was started for.
            }
        }
    }

    private static void Configure(IHostApplicationBuilder builder, Database database, Api api, SendingOptions options, Uri? broker, bool isSending)
    {
        // The progress is on the output: only what is wrong is said besides.
        builder.Logging.ClearProviders().AddConsole(console => console.LogToStandardErrorThreshold = LogLevel.Trace).SetMinimumLevel(LogLevel.Warning);
        builder.Services.Configure<HostOptions>(host => host.ShutdownTimeout = options.Shutdown);
        builder.Services.AddSingleton(database);
        builder.Services.AddSingleton(TimeProvider.System);
        builder.Services.AddSingleton(options);
        builder.Services.AddSingleton(api.Client.Sms);
        builder.Services.AddSingleton(api.Client.Reports);
        builder.Services.AddSingleton<Campaigns>();
        builder.Services.AddSingleton<Recipients>();
        builder.Services.AddSingleton<Claims>();
        builder.Services.AddSingleton<Suppressions>();
        builder.Services.AddSingleton<SmsSender>();
        builder.Services.AddSingleton<Recorder>();
        builder.Services.AddSingleton<ReportSettler>();
        builder.Services.AddSingleton<PumpService>();
        builder.UseWolverine(wolverine => Configure(wolverine, database, broker, isSending));
        // After Wolverine, which it publishes by: stopped before it.
        if (isSending)
            builder.Services.AddHostedService(services => services.GetRequiredService<PumpService>());
    }

    private static void Configure(WolverineOptions wolverine, Database database, Uri? broker, bool isSending)
    {
        wolverine.ServiceName = Queue;
        wolverine.ApplicationAssembly = typeof(CampaignHost).Assembly;
        // The code is in Internal/Generated: a worker starts without a compiler. After a change of a handler, write it anew (see the project file).
#if WRITES_HANDLERS
        wolverine.CodeGeneration.GeneratedCodeOutputPath = Path.GetFullPath("Internal/Generated");
#else
        wolverine.CodeGeneration.TypeLoadMode = TypeLoadMode.Static;
#endif
        wolverine.Discovery.DisableConventionalDiscovery().IncludeType(typeof(StartCampaignHandler)).IncludeType(typeof(PumpSenderHandler)).IncludeType(typeof(SettleCampaignHandler));
        wolverine.Policies.UseDurableLocalQueues();
        // Many unknown messages are many requests.
        wolverine.DefaultExecutionTimeout = TimeSpan.FromHours(1);
        if (database is SqliteDatabase)
        {
            wolverine.PersistMessagesWithSqlite(database.ConnectionString);
            // One machine: no leader is elected, and what a dead process left is taken up at once.
            wolverine.Durability.Mode = DurabilityMode.Solo;
        }
        else if (broker is not null)
        {
            wolverine.PersistMessagesWithPostgresql(database.ConnectionString, "wolverine");
        }
        else
        {
            wolverine.UsePostgresqlPersistenceAndTransport(database.ConnectionString, "wolverine").AutoProvision();
            wolverine.PublishAllMessages().ToPostgresqlQueue(Queue);
            if (isSending)
                wolverine.ListenToPostgresqlQueue(Queue);
        }

        if (broker is null)
            return;
        wolverine.UseRabbitMq(broker).AutoProvision();
        wolverine.PublishAllMessages().ToRabbitQueue(Queue).UseDurableOutbox();
        if (isSending)
            wolverine.ListenToRabbitQueue(Queue).UseDurableInbox();
    }
}
