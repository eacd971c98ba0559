using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace Vonage.AspNetCore.Tests;

/// <summary>A web application on a real Kestrel, at a free port of the loopback interface, that keeps what it logs.</summary>
internal sealed class WebServer : IAsyncDisposable
{
    public const string ApiKey = "abcd1234";
    public const string Secret = "my_secret_key_for_testing";

    private readonly WebApplication _app;

    private WebServer(WebApplication app, LogList log) => (_app, Log) = (app, log);

    public HttpClient Http { get; } = new();

    public LogList Log { get; }

    public Uri Address => new(_app.Urls.First());

    public static async Task<WebServer> StartAsync(Action<WebApplication> map, Action<IServiceCollection>? services = null)
    {
        var log = new LogList();
        var builder = WebApplication.CreateSlimBuilder();
        builder.Configuration["AllowedHosts"] = "*"; // The appsettings.json beside the tests is the sample's.
        builder.WebHost.UseUrls("http://127.0.0.1:0");
        builder.Logging.ClearProviders().AddProvider(log);
        if (services is null)
            builder.Services.AddVonageWebhooks(webhooks => webhooks.Secrets.Add(ApiKey, Secret));
        else
            services(builder.Services);
        var app = builder.Build();
        map(app);
        await app.StartAsync();
        return new WebServer(app, log);
    }

    public Uri At(string path) => new(Address, path);

    public async ValueTask DisposeAsync()
    {
        Http.Dispose();
        await _app.StopAsync();
        await _app.DisposeAsync();
    }

    /// <summary>What was logged.</summary>
    internal sealed class LogList : ILoggerProvider, ILogger
    {
        private readonly List<string> _lines = [];

        public string Text
        {
            get
            {
                lock (_lines)
                    return string.Join('\n', _lines);
            }
        }

        public ILogger CreateLogger(string categoryName) => this;

        public IDisposable? BeginScope<TState>(TState state)
            where TState : notnull => null;

        public bool IsEnabled(LogLevel logLevel) => logLevel >= LogLevel.Information;

        public void Log<TState>(LogLevel logLevel, EventId eventId, TState state, Exception? exception, Func<TState, Exception?, string> formatter)
        {
            lock (_lines)
                _lines.Add($"{formatter(state, exception)} {exception}");
        }

        public void Dispose()
        {
        }
    }
}
