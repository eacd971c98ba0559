using System.Collections.Concurrent;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Connections;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Logging;
using Newtonsoft.Json.Linq;

namespace Vonage.Soak;

/// <summary>Takes messages and answers look-ups, each under an id of its own, and keeps what it has processed. A part of the requests goes wrong, in every way.</summary>
internal sealed class FaultyServer : IAsyncDisposable
{
    // Slower than an attempt may be.
    private static readonly TimeSpan TooSlow = TimeSpan.FromSeconds(2);

    private readonly double _share;
    private readonly ConcurrentDictionary<string, int> _processed = new();
    private readonly ConcurrentDictionary<Fault, int> _faults = new();
    private readonly ConcurrentDictionary<string, byte> _tokens = new();
    private WebApplication _application = null!;
    private volatile string? _revoked;
    private int _connections;

    private FaultyServer(double share) => _share = share;

    /// <summary>What goes wrong. The first three before the request has been processed, the others afterwards.</summary>
    public enum Fault
    {
        Throttled,
        ThrottledInBody,
        TokenRevoked,
        Unavailable,
        HtmlError,
        ResetBeforeHeaders,
        ResetInBody,
        BrokenJson,
        TooSlow,
    }

    public Uri Address => new(_application.Urls.First());

    public int Connections => _connections;

    /// <summary>The different tokens that were accepted.</summary>
    public int Tokens => _tokens.Count;

    public IReadOnlyDictionary<Fault, int> Faults => _faults;

    public static async Task<FaultyServer> StartAsync(double share)
    {
        var server = new FaultyServer(share);
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.ConfigureKestrel(kestrel => kestrel.Listen(System.Net.IPAddress.Loopback, 0, listen => listen.Use(next => async connection =>
        {
            Interlocked.Increment(ref server._connections);
            try
            {
                await next(connection);
            }
            finally
            {
                Interlocked.Decrement(ref server._connections);
            }
        })));
        server._application = builder.Build();
        server._application.Run(server.HandleAsync);
        await server._application.StartAsync();
        return server;
    }

    /// <summary>How many times a request with an effect was processed.</summary>
    public int Processed(string id) => _processed.GetValueOrDefault(id);

    /// <summary>Refuses the token that has been used so far.</summary>
    public void RevokeTokens() => _revoked = _tokens.Keys.Single();

    public async ValueTask DisposeAsync() => await _application.DisposeAsync();

    private static Task AnswerAsync(HttpContext context, int status, string body, string mediaType = "application/json")
    {
        context.Response.StatusCode = status;
        context.Response.ContentType = mediaType;
        return context.Response.WriteAsync(body);
    }

    private async Task HandleAsync(HttpContext context)
    {
        var (id, reply) = await ReadAsync(context);
        if (context.Request.Headers.Authorization.ToString() is ['B', 'e', ..] token)
        {
            if (token == _revoked)
            {
                Count(Fault.TokenRevoked);
                await AnswerAsync(context, 401, "{}");
                return;
            }

            _tokens.TryAdd(token, 0);
        }

        var isSms = context.Request.Path.StartsWithSegments("/sms");
        var fault = Random.Shared.NextDouble() < _share ? NextFault(isSms) : (Fault?)null;
        if (fault is { } kind)
            Count(kind);
        if (fault is Fault.Throttled or Fault.ThrottledInBody)
        {
            await (fault is Fault.Throttled ? AnswerAsync(context, 429, "{}") : AnswerAsync(context, 200, """{"message-count":"1","messages":[{"status":"1","error-text":"Throttled"}]}"""));
            return;
        }

        if (HttpMethods.IsPost(context.Request.Method))
            _processed.AddOrUpdate(id, 1, (_, count) => count + 1);
        await (fault is null ? AnswerAsync(context, 200, reply) : FailAsync(context, fault.Value, reply));
    }

    private static async Task FailAsync(HttpContext context, Fault fault, string reply)
    {
        switch (fault)
        {
            case Fault.Unavailable:
                await AnswerAsync(context, 503, "{}");
                break;
            case Fault.HtmlError:
                await AnswerAsync(context, 500, "<html><h1>Oh</h1></html>", "text/html");
                break;
            case Fault.BrokenJson:
                await AnswerAsync(context, 200, reply[..^1]);
                break;
            case Fault.ResetInBody:
                context.Response.ContentLength = reply.Length;
                await context.Response.WriteAsync(reply[..^2]);
                await context.Response.Body.FlushAsync();
                context.Abort();
                break;
            case Fault.TooSlow:
                await Task.Delay(TooSlow);
                context.Abort();
                break;
            default:
                context.Abort();
                break;
        }
    }

    private static async Task<(string Id, string Reply)> ReadAsync(HttpContext context)
    {
        string id;
        if (context.Request.Path.StartsWithSegments("/v1/users", out var rest))
        {
            id = rest.Value!.TrimStart('/');
            return (id, $$"""{"id":"{{id}}","name":"somebody"}""");
        }

        if (context.Request.HasFormContentType)
        {
            id = (await context.Request.ReadFormAsync())["client-ref"].ToString();
            return (id, $$"""{"message-count":"1","messages":[{"to":"447700900000","message-id":"{{id}}","status":"0","remaining-balance":"3.1","message-price":"0.03","network":"12345"}]}""");
        }

        using var reader = new StreamReader(context.Request.Body);
        id = (string)JObject.Parse(await reader.ReadToEndAsync())["client_ref"]!;
        return (id, $$"""{"message_uuid":"{{id}}"}""");
    }

    private static Fault NextFault(bool isSms)
    {
        var kinds = Enum.GetValues<Fault>();
        while (true)
        {
            var kind = kinds[Random.Shared.Next(kinds.Length)];
            if (kind != Fault.TokenRevoked && (kind != Fault.ThrottledInBody || isSms) && (kind != Fault.Throttled || !isSms))
                return kind;
        }
    }

    private void Count(Fault fault) => _faults.AddOrUpdate(fault, 1, (_, count) => count + 1);
}
