using System.Collections.Concurrent;
using System.Diagnostics;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Logging;

namespace Vonage.Redis.Tests.Support;

/// <summary>A server that takes each SMS, and knows when it came.</summary>
internal sealed class CountingServer : IAsyncDisposable
{
    private const string Reply = """{"message-count":"1","messages":[{"to":"447700900000","message-id":"0A0000000123ABCD1","status":"0","remaining-balance":"3.14","message-price":"0.03","network":"12345"}]}""";

    private readonly ConcurrentQueue<long> _times = new();
    private readonly WebApplication _app;

    private CountingServer()
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.UseUrls("http://127.0.0.1:0");
        _app = builder.Build();
        _app.MapPost("/sms/json", () =>
        {
            _times.Enqueue(Stopwatch.GetTimestamp());
            return Results.Text(Reply, "application/json");
        });
    }

    public string Address => _app.Urls.Single();

    /// <summary>The times of the requests, since the first.</summary>
    public IReadOnlyList<TimeSpan> Times
    {
        get
        {
            var times = _times.ToArray();
            return [.. times.Order().Select(time => Stopwatch.GetElapsedTime(times.Min(), time))];
        }
    }

    public static async Task<CountingServer> StartAsync()
    {
        var server = new CountingServer();
        await server._app.StartAsync();
        return server;
    }

    public async ValueTask DisposeAsync() => await _app.DisposeAsync();
}
