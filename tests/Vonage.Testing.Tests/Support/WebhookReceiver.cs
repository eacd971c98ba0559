using System.Collections.Concurrent;
using System.Net;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Logging;
using Vonage.Core.Serialization;

namespace Vonage.Testing.Tests.Support;

/// <summary>A real server that takes the webhooks that come, after a look at their signatures.</summary>
internal sealed class WebhookReceiver : IAsyncDisposable
{
    private readonly List<(string Path, string Method, WebhookRequest Request)> _received = [];
    private readonly WebApplication _app;
    private readonly Uri _address;
    private bool _isDisposed;

    private WebhookReceiver(WebApplication app) => (_app, _address) = (app, new Uri(app.Urls.First()));

    public SignatureMethod Method { get; set; } = SignatureMethod.Md5Hash;

    /// <summary>What is answered to all that has no answer of its own.</summary>
    public string? Answer { get; set; }

    /// <summary>Answers by path.</summary>
    public ConcurrentDictionary<string, string> Answers { get; } = new();

    /// <summary>Statuses by path, for what is to fail.</summary>
    public ConcurrentDictionary<string, int> Statuses { get; } = new();

    /// <summary>Statuses by path, for what is to fail once.</summary>
    public ConcurrentDictionary<string, int> NextStatuses { get; } = new();

    /// <summary>What is waited for before anything is answered.</summary>
    public Task Ready { get; set; } = Task.CompletedTask;

    public static Task<WebhookReceiver> StartAsync(VonageSimulator simulator) => StartAsync(simulator.ApiKey, simulator.SignatureSecret);

    public static async Task<WebhookReceiver> StartAsync(string apiKey, string secret)
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.WebHost.UseUrls("http://127.0.0.1:0");
        builder.Logging.ClearProviders();
        var app = builder.Build();
        WebhookReceiver? receiver = null;
        app.Run(context => receiver!.TakeAsync(context, apiKey, secret));
        await app.StartAsync();
        return receiver = new WebhookReceiver(app);
    }

    public Uri At(string path) => new(_address, path);

    /// <summary>What has come, in order: method and path.</summary>
    public IReadOnlyList<string> Received
    {
        get
        {
            lock (_received)
                return [.. _received.Select(one => $"{one.Method} {one.Path}")];
        }
    }

    /// <summary>What has come to a path, or to all, as a model.</summary>
    public IReadOnlyList<T> Read<T>(string? path = null)
        where T : class, IJsonReadable
    {
        lock (_received)
            return [.. _received.Where(one => path is null || one.Path == path).Select(one => one.Request.Read<T>())];
    }

    public async ValueTask DisposeAsync()
    {
        if (_isDisposed)
            return;
        _isDisposed = true;
        await _app.DisposeAsync();
    }

    private async Task TakeAsync(HttpContext context, string apiKey, string secret)
    {
        using var body = new MemoryStream();
        await context.Request.Body.CopyToAsync(body);
        var authorization = context.Request.Headers.Authorization is { Count: > 0 } header ? header.ToString() : null;
        var request = new WebhookRequest(context.Request.QueryString.Value, context.Request.ContentType, body.ToArray(), authorization);
        var requirements = new WebhookRequirements { SignatureType = authorization is null ? WebhookSignatureType.Parameters : WebhookSignatureType.Token, AllowUnsignedQuery = true };
        var result = await new WebhookVerifier(new WebhookSecrets { { apiKey, secret, Method } }).VerifyAsync(request, requirements);
        if (!result.IsValid)
        {
            context.Response.StatusCode = (int)HttpStatusCode.Unauthorized;
            return;
        }

        var path = context.Request.Path.Value!;
        lock (_received)
            _received.Add((path, context.Request.Method, request));
        await Ready;
        context.Response.StatusCode = NextStatuses.TryRemove(path, out var next) ? next : Statuses.GetValueOrDefault(path, 200);
        await context.Response.WriteAsync(Answers.GetValueOrDefault(path) ?? Answer ?? "");
    }
}
