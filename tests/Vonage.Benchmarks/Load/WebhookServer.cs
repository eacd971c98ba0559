using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;
using Vonage.Benchmarks.Operations;
using Vonage.Messages;

namespace Vonage.Benchmarks.Load;

/// <summary>Two endpoints that receive the same webhook: one bare, with verification and reading by hand, and one of Vonage.AspNetCore.</summary>
internal static class WebhookServer
{
    public const string Floor = "/floor";
    public const string Ours = "/ours";

    public static Task RunAsync() => Server.RunAsync(
        services => services.AddVonageWebhooks(webhooks => webhooks.Secrets.Add(TestAccount.ApiKey, TestAccount.SignatureSecret)),
        server =>
        {
            server.MapPost(Floor, async context =>
            {
                using var body = new MemoryStream((int)(context.Request.ContentLength ?? 0));
                await context.Request.Body.CopyToAsync(body, context.RequestAborted);
                StatusWebhook.Floor(context.Request.Headers.Authorization.ToString(), body.ToArray());
                context.Response.StatusCode = StatusCodes.Status204NoContent;
            });
            server.MapVonageWebhook<MessageStatusEvent>(Ours, _ => Task.CompletedTask);
        });
}
