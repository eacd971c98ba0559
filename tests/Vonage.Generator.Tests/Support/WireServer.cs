using System.Collections.Concurrent;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.Features;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace Vonage.Generator.Tests.Support;

/// <summary>A real HTTP server on loopback for all tests. Every test has a base path of its own, and every host of the specs one below it.</summary>
internal static class WireServer
{
    private static readonly ConcurrentDictionary<string, Wire> Wires = new(StringComparer.Ordinal);

    private static WebApplication? _application;
    private static string? _address;

    public static async Task StartAsync()
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        _application = builder.Build();
        _application.Urls.Add("http://127.0.0.1:0");
        _application.Run(AnswerAsync);
        await _application.StartAsync();
        _address = _application.Services.GetRequiredService<IServer>().Features.Get<IServerAddressesFeature>()!.Addresses.Single();
    }

    public static Task StopAsync() => _application?.StopAsync() ?? Task.CompletedTask;

    public static void Open(Wire wire) => Wires[wire.Id] = wire;

    public static void Close(Wire wire) => Wires.TryRemove(wire.Id, out _);

    /// <summary>The address that stands for a host of the specs.</summary>
    public static Uri AddressOf(Wire wire, string host) => new($"{_address}/{wire.Id}/{host}");

    private static async Task AnswerAsync(HttpContext context)
    {
        // Not Request.Path: how the value is escaped is what some tests look at.
        var target = context.Features.Get<IHttpRequestFeature>()!.RawTarget;
        var parts = target.Split('/', 4);
        using var body = new MemoryStream();
        await context.Request.Body.CopyToAsync(body);
        var headers = new HeaderDictionary(context.Request.Headers.ToDictionary()); // Kestrel uses its own again
        var request = new SentRequest(context.Request.Method, parts[2], "/" + parts[3], headers, body.ToArray());
        var reply = Wires[parts[1]].Take(request);
        context.Response.StatusCode = reply.Status;
        if (reply.ContentType is not null)
            context.Response.ContentType = reply.ContentType;
        if (reply.Status != StatusCodes.Status204NoContent)
            await context.Response.WriteAsync(reply.Body);
    }
}
