using System.Net;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using Microsoft.Extensions.DependencyInjection;
using Vonage.Messages;
using Vonage.Sms;
using Vonage.Testing;

namespace Vonage.AspNetCore.Tests;

/// <summary>With a replay guard, a webhook is handled once: again when that failed, and not again when it succeeded.</summary>
internal sealed class ReplayTests
{
    private const string Status = """{"channel":"sms","status":"delivered"}""";

    private static readonly WebhookSigner Signer = new(WebServer.ApiKey, WebServer.Secret);

    [TestCase("/webhook")]
    [TestCase("/sms")]
    [TestCase("/filter")]
    [TestCase("/flaky/status")]
    public async Task A_failed_webhook_is_handled_when_it_comes_again_and_then_no_more(string path)
    {
        var attempts = new Attempts();
        await using var server = await StartAsync(attempts);
        var answers = new List<HttpStatusCode>();
        using var original = path == "/sms" ? Signer.CreateSmsRequest(server.At(path), SmsWebhookFormat.Form, [new("text", "Hello")]) : Signer.CreateJsonRequest(server.At(path), Status);
        for (var i = 0; i < 4; i++)
        {
            using var response = await server.Http.SendAsync(await Copy(original));
            answers.Add(response.StatusCode);
        }

        Assert.That(answers, Is.EqualTo([HttpStatusCode.InternalServerError, HttpStatusCode.ServiceUnavailable, HttpStatusCode.NoContent, HttpStatusCode.Unauthorized]), server.Log.Text);
        Assert.That(attempts.Count, Is.EqualTo(3));
    }

    [Test]
    public async Task A_webhook_that_comes_twice_at_once_is_handled_once()
    {
        var (started, go) = (new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously), new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously));
        await using var server = await WebServer.StartAsync(
            app => app.MapVonageWebhook<MessageStatusEvent>("/webhook", _ =>
            {
                started.SetResult();
                return go.Task;
            }),
            AddGuard);
        using var original = Signer.CreateJsonRequest(server.At("/webhook"), Status);

        var first = server.Http.SendAsync(await Copy(original));
        await started.Task;
        using var second = await server.Http.SendAsync(await Copy(original));
        go.SetResult();

        Assert.That(second.StatusCode, Is.EqualTo(HttpStatusCode.Unauthorized));
        Assert.That((await first).StatusCode, Is.EqualTo(HttpStatusCode.NoContent));
    }

    private static Task<WebServer> StartAsync(Attempts attempts) => WebServer.StartAsync(
        app =>
        {
            app.MapVonageWebhook<MessageStatusEvent>("/webhook", (_, context) => attempts.Next(context));
            app.MapVonageWebhook<InboundSms>("/sms", (_, context) => attempts.Next(context));
            app.MapPost("/filter", async (VonageWebhook<MessageStatusEvent> webhook, HttpContext context) =>
            {
                await attempts.Next(context);
                return context.Response.StatusCode == 200 ? Results.NoContent() : Results.StatusCode(context.Response.StatusCode);
            }).RequireVonageSignature();
            app.MapControllers();
        },
        services =>
        {
            AddGuard(services);
            services.AddSingleton(attempts).AddControllers().AddApplicationPart(typeof(FlakyController).Assembly);
        });

    private static void AddGuard(IServiceCollection services) => services.AddVonageWebhooks(webhooks =>
    {
        webhooks.Secrets.Add(WebServer.ApiKey, WebServer.Secret);
        webhooks.Verification.ReplayGuard = new InMemoryWebhookReplayGuard();
    });

    private static async Task<HttpRequestMessage> Copy(HttpRequestMessage request) => new(request.Method, request.RequestUri)
    {
        Content = new ByteArrayContent(await request.Content!.ReadAsByteArrayAsync()) { Headers = { ContentType = request.Content.Headers.ContentType } },
        Headers = { Authorization = request.Headers.Authorization },
    };
}

[Route("flaky")]
public sealed class FlakyController : Controller
{
    [HttpPost("status")]
    [VonageWebhook]
    public async Task<IActionResult> Status([FromServices] Attempts attempts)
    {
        ArgumentNullException.ThrowIfNull(attempts);
        await attempts.Next(HttpContext);
        return Response.StatusCode == 200 ? NoContent() : StatusCode(Response.StatusCode);
    }
}

/// <summary>Fails twice: once with an exception, once with a status.</summary>
public sealed class Attempts
{
    public int Count { get; private set; }

    public Task Next(HttpContext context)
    {
        switch (++Count)
        {
            case 1:
                throw new InvalidOperationException("The first attempt fails.");
            case 2:
                context.Response.StatusCode = StatusCodes.Status503ServiceUnavailable;
                break;
        }

        return Task.CompletedTask;
    }
}
