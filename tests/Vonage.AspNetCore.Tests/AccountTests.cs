using System.Net;
using System.Text;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using Microsoft.Extensions.DependencyInjection;
using Vonage.Messages;
using Vonage.Sms;
using Vonage.Testing;

namespace Vonage.AspNetCore.Tests;

/// <summary>A webhook reaches the tenant whose account signed it, and no other.</summary>
internal sealed class AccountTests
{
    private const string Status = """{"channel":"sms","status":"delivered"}""";

    private static readonly WebhookSigner A = new("key-a", "secret a") { ApplicationId = "app-a" };
    private static readonly WebhookSigner B = new("key-b", "secret b");

    private static readonly Dictionary<string, string> Keys = new() { ["a"] = "key-a", ["b"] = "key-b" };

    [Test]
    public async Task The_example_of_the_documents_keeps_tenants_apart()
    {
        await using var server = await StartAsync(app => app
            .MapPost("/webhooks/status/{tenant}", (VonageWebhook<MessageStatusEvent> webhook, string tenant) => $"{tenant} {webhook.Verification.Account} {webhook.Verification.ApplicationId}")
            .RequireVonageSignature(context => Keys.GetValueOrDefault($"{context.Request.RouteValues["tenant"]}")));

        using (Assert.EnterMultipleScope())
        {
            Assert.That(await Send(server, A.CreateJsonRequest(server.At("/webhooks/status/a"), Status)), Is.EqualTo("a key-a app-a"));
            Assert.That(await Send(server, B.CreateJsonRequest(server.At("/webhooks/status/b"), Status)), Is.EqualTo("b key-b "));
            Assert.That(await Send(server, A.CreateJsonRequest(server.At("/webhooks/status/b"), Status)), Is.EqualTo("401"));
            Assert.That(await Send(server, A.CreateJsonRequest(server.At("/webhooks/status/unknown"), Status)), Is.EqualTo("401"));
        }
    }

    [Test]
    public async Task A_group_and_an_endpoint_in_it_must_both_agree()
    {
        await using var server = await StartAsync(app =>
        {
            var group = app.MapGroup("/a").RequireVonageSignature("key-a");
            group.MapVonageWebhook<MessageStatusEvent>("/any", _ => Task.CompletedTask);
            group.MapVonageWebhook<MessageStatusEvent>("/b", _ => Task.CompletedTask).RequireVonageSignature("key-b");
        });

        using (Assert.EnterMultipleScope())
        {
            Assert.That(await Send(server, A.CreateJsonRequest(server.At("/a/any"), Status)), Is.EqualTo("204"));
            Assert.That(await Send(server, B.CreateJsonRequest(server.At("/a/any"), Status)), Is.EqualTo("401"));
            Assert.That(await Send(server, A.CreateJsonRequest(server.At("/a/b"), Status)), Is.EqualTo("401"));
            Assert.That(await Send(server, B.CreateJsonRequest(server.At("/a/b"), Status)), Is.EqualTo("401"));
        }
    }

    [Test]
    public async Task A_handler_learns_who_signed()
    {
        await using var server = await StartAsync(app =>
        {
            app.MapVonageWebhook<InboundSms>("/sms", (_, context) => context.Response.WriteAsync($"{context.GetVonageWebhook().Account}"));
            app.MapPost("/open", (HttpContext context) => context.GetVonageWebhook().Account);
        });

        using (Assert.EnterMultipleScope())
        {
            Assert.That(await Send(server, B.CreateSmsRequest(server.At("/sms"), SmsWebhookFormat.Form, [new("text", "Hello")])), Is.EqualTo("key-b"));
            Assert.That(await Send(server, B.CreateJsonRequest(server.At("/open"), Status)), Is.EqualTo("500"));
        }
    }

    [Test]
    public async Task A_token_of_one_account_does_not_carry_the_sms_of_another()
    {
        await using var server = await StartAsync(app => app.MapVonageWebhook<InboundSms>("/sms", (sms, context) => context.Response.WriteAsync(sms.ApiKey!))
            .RequireVonageSignature(new VonageWebhookEndpointOptions { SignatureType = WebhookSignatureType.Token }));

        using (Assert.EnterMultipleScope())
        {
            Assert.That(await Send(server, A.CreateJsonRequest(server.At("/sms"), """{"api-key":"key-a","text":"Hello"}""")), Is.EqualTo("key-a"));
            Assert.That(await Send(server, A.CreateJsonRequest(server.At("/sms"), """{"api-key":"key-b","text":"Hello"}""")), Is.EqualTo("401"));
            Assert.That(await Send(server, A.CreateJsonRequest(server.At("/sms?api-key=key-b"), """{"text":"Hello"}""")), Is.EqualTo("401"));
        }
    }

    [Test]
    public async Task Controllers_select_accounts_too()
    {
        await using var server = await StartAsync(
            app => app.MapControllers().RequireVonageSignature(context => context.Request.RouteValues["tenant"] is string tenant ? Keys.GetValueOrDefault(tenant) : "key-a"),
            services => services.AddControllers().AddApplicationPart(typeof(TenantController).Assembly));

        using (Assert.EnterMultipleScope())
        {
            Assert.That(await Send(server, A.CreateJsonRequest(server.At("/tenants/a/status"), Status)), Is.EqualTo("key-a"));
            Assert.That(await Send(server, B.CreateJsonRequest(server.At("/tenants/a/status"), Status)), Is.EqualTo("401"));
            Assert.That(await Send(server, A.CreateJsonRequest(server.At("/tenants/only-a"), Status)), Is.EqualTo("key-a"));
        }
    }

    [Test]
    public async Task The_attribute_names_an_account()
    {
        await using var server = await StartAsync(app => app.MapControllers(), services => services.AddControllers().AddApplicationPart(typeof(TenantController).Assembly));

        using (Assert.EnterMultipleScope())
        {
            Assert.That(await Send(server, A.CreateJsonRequest(server.At("/tenants/only-a"), Status)), Is.EqualTo("key-a"));
            Assert.That(await Send(server, B.CreateJsonRequest(server.At("/tenants/only-a"), Status)), Is.EqualTo("401"));
            Assert.That(await Send(server, A.CreateSmsRequest(server.At("/tenants/parameters"), SmsWebhookFormat.Query, [])), Is.EqualTo("key-a"));
            Assert.That(await Send(server, A.CreateJsonRequest(server.At("/tenants/parameters"), Status)), Is.EqualTo("401"));
        }
    }

    // Model binding reads names that begin with the name of the parameter, and ignores case.
    [TestCase("form.ApiKey=key-b")]
    [TestCase("FORM.apikey=key-b")]
    [TestCase("form%5BApiKey%5D=key-b")]
    public async Task A_model_does_not_bind_to_another_account(string form)
    {
        await using var server = await StartAsync(
            app => app.MapControllers(),
            services => services.AddControllers().AddApplicationPart(typeof(TenantController).Assembly));
        HttpRequestMessage Request(string path, string body, string query) => new(HttpMethod.Post, server.At(path + query))
        {
            Content = new ByteArrayContent(Encoding.ASCII.GetBytes(body)) { Headers = { ContentType = new("application/x-www-form-urlencoded") } },
            Headers = { { "Authorization", A.SignBody(Encoding.ASCII.GetBytes(body)) } },
        };

        using (Assert.EnterMultipleScope())
        {
            Assert.That(await Send(server, Request("/tenants/form", "form.ApiKey=key-a", "")), Is.EqualTo("key-a"));
            Assert.That(await Send(server, Request("/tenants/open-form", form, "")), Is.EqualTo("key-b"), "This is what the framework makes of it.");
            Assert.That(await Send(server, Request("/tenants/form", form, "")), Is.EqualTo("401"));
            Assert.That(await Send(server, Request("/tenants/query", "text=1", "?" + form)), Is.EqualTo("401"));
        }
    }

    private static async Task<string> Send(WebServer server, HttpRequestMessage request)
    {
        using var response = await server.Http.SendAsync(request);
        var text = await response.Content.ReadAsStringAsync();
        return response.StatusCode == HttpStatusCode.OK ? text : $"{(int)response.StatusCode}";
    }

    private static Task<WebServer> StartAsync(Action<WebApplication> map, Action<IServiceCollection>? more = null) => WebServer.StartAsync(map, services =>
    {
        services.AddVonageWebhooks(webhooks =>
        {
            webhooks.Secrets.Add("key-a", "secret a");
            webhooks.Secrets.Add("key-b", "secret b");
        });
        more?.Invoke(services);
    });
}

[Route("tenants")]
public sealed class TenantController : Controller
{
    [HttpPost("{tenant}/status")]
    [VonageWebhook]
    public string Status([FromVonageWebhook] MessageStatusEvent status) => $"{(status is null ? "nothing" : HttpContext.GetVonageWebhook().Account)}";

    [HttpPost("only-a")]
    [VonageWebhook(Account = "key-a")]
    public string OnlyA() => $"{HttpContext.GetVonageWebhook().Account}";

    [HttpPost("form")]
    [VonageWebhook]
    public IActionResult Form([FromForm] TenantForm form) => Content($"{form?.ApiKey}");

    [HttpPost("query")]
    [VonageWebhook]
    public IActionResult Query([FromQuery] TenantForm form) => Content($"{form?.ApiKey}");

    [HttpPost("open-form")]
    public IActionResult OpenForm([FromForm] TenantForm form) => Content($"{form?.ApiKey}");

    [Route("parameters")]
    [VonageWebhook(SignatureType = WebhookSignatureType.Parameters, AllowGet = true)]
    public string Parameters() => $"{HttpContext.GetVonageWebhook().Account}";
}

public sealed record TenantForm
{
    public string? ApiKey { get; init; }
}
