using System.Collections.Concurrent;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Logging;

namespace Campaign.Tests.Support;

/// <summary>
/// A server that takes SMS and remembers each one: what a handset would have got. Each worker has an address of its own here, so that a request can be the moment at
/// which its worker is killed.
/// </summary>
internal sealed class SmsServer : IAsyncDisposable
{
    private readonly WebApplication _application;
    private int _requests;

    private SmsServer()
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.UseUrls("http://127.0.0.1:0");
        _application = builder.Build();
        _application.MapPost("/{worker:int}/sms/json", AnswerAsync);
        _application.MapGet("/{worker:int}/v2/reports/records", ReportAsync);
    }

    /// <summary>The numbers of the messages that were taken, as often as they were.</summary>
    public ConcurrentQueue<string> Taken { get; } = new();

    /// <summary>Every request: the number, the reference, and whether the answer said that it was not taken.</summary>
    public ConcurrentQueue<SmsRequestSeen> Seen { get; } = new();

    /// <summary>What happens to a request. The default takes it.</summary>
    public Func<SmsRequestSeen, SmsFault> Fault { get; set; } = _ => SmsFault.None;

    /// <summary>Whether the Reports API has the records of what was taken. It has none for a while.</summary>
    public bool HasRecords { get; set; }

    /// <summary>Told at each point of a request.</summary>
    public Action<SmsRequestSeen, SmsPoint> At { get; set; } = (_, _) => { };

    public static async Task<SmsServer> StartAsync()
    {
        var server = new SmsServer();
        await server._application.StartAsync();
        return server;
    }

    public string AddressOf(int worker) => $"{_application.Urls.Single()}/{worker}";

    public async ValueTask DisposeAsync() => await _application.DisposeAsync();

    private Task ReportAsync(HttpContext context)
    {
        var records = Seen.Where(request => HasRecords && request.To == context.Request.Query["to"] && request.Fault is (SmsFault.None or SmsFault.CutOff or SmsFault.ErrorAfter))
            .Select(request => $$"""{"message_id":"M{{request.Order}}","direction":"outbound","from":"ACME","to":"{{request.To}}","client_ref":"{{request.Reference}}","status":"delivered"}""");
        return LoopbackServer.Json(context, 200, $$"""{"request_id":"1","request_status":"SUCCESS","product":"SMS","records":[{{string.Join(',', records)}}]}""");
    }

    private async Task AnswerAsync(HttpContext context, int worker)
    {
        var form = await context.Request.ReadFormAsync();
        var request = new SmsRequestSeen(Interlocked.Increment(ref _requests), worker, form["to"].ToString(), form["client-ref"].ToString(), form["ttl"].ToString());
        At(request, SmsPoint.Before);
        var fault = Fault(request);
        Seen.Enqueue(request with { Fault = fault });
        if (fault is SmsFault.None or SmsFault.CutOff or SmsFault.ErrorAfter)
            Taken.Enqueue(request.To);
        At(request, SmsPoint.Taken);
        switch (fault)
        {
            case SmsFault.CutOff:
                context.Abort();
                return;
            case SmsFault.ErrorAfter:
                context.Response.StatusCode = 500;
                break;
            case SmsFault.TooMany:
                context.Response.StatusCode = 429;
                context.Response.Headers.RetryAfter = "0";
                break;
            case SmsFault.Throttled:
                await LoopbackServer.Json(context, 200, $$"""{"message-count":"1","messages":[{"to":"{{request.To}}","status":"1","error-text":"Throughput Rate Exceeded"}]}""");
                break;
            case SmsFault.Refused:
                await LoopbackServer.Json(context, 200, $$"""{"message-count":"1","messages":[{"to":"{{request.To}}","status":"7","error-text":"Number barred"}]}""");
                break;
            default:
                await LoopbackServer.Json(context, 200, $$"""{"message-count":"1","messages":[{"to":"{{request.To}}","message-id":"M{{request.Order}}","status":"0","remaining-balance":"3.14","message-price":"0.03","network":"12345"}]}""");
                break;
        }

        await context.Response.CompleteAsync();
        At(request, SmsPoint.Answered);
    }
}

/// <summary>A request that the server saw.</summary>
internal sealed record SmsRequestSeen(int Order, int Worker, string To, string Reference, string Ttl)
{
    public SmsFault Fault { get; init; }
}

/// <summary>A point of a request: before it is taken, before it is answered, and after.</summary>
internal enum SmsPoint
{
    Before,
    Taken,
    Answered,
}

/// <summary>What a server can do wrong.</summary>
internal enum SmsFault
{
    None,

    /// <summary>Taken, and the connection is cut off.</summary>
    CutOff,

    /// <summary>Taken, and answered with an error.</summary>
    ErrorAfter,

    /// <summary>Not taken.</summary>
    TooMany,
    Throttled,
    Refused,
}
