using System.Net;
using System.Net.Http.Headers;
using System.Net.Sockets;
using System.Text;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using Microsoft.Extensions.DependencyInjection;
using Vonage.Messages;
using Vonage.Sms;
using Vonage.Testing;

namespace Vonage.AspNetCore.Tests;

/// <summary>What is verified is what the handler reads; and it costs no more memory than its sender has earned.</summary>
internal sealed class BodyTests
{
    private const string Status = """{"channel":"sms","status":"delivered"}""";

    private static readonly WebhookSigner Signer = new(WebServer.ApiKey, WebServer.Secret);

    [Test]
    public async Task Binding_reads_what_was_verified()
    {
        await using var server = await WebServer.StartAsync(app =>
        {
            app.MapPost("/json", ([FromBody] Dictionary<string, string> body) => body["status"]).RequireVonageSignature();
            app.MapPost("/form", ([FromForm] string text) => text).DisableAntiforgery()
                .RequireVonageSignature(new VonageWebhookEndpointOptions { SignatureType = WebhookSignatureType.Parameters });
        });
        var captured = Signer.CreateSmsRequest(server.At("/form"), SmsWebhookFormat.Query, [new("text", "signed")]).RequestUri!.Query;

        using (Assert.EnterMultipleScope())
        {
            Assert.That(await Send(server, Signer.CreateJsonRequest(server.At("/json"), Status)), Is.EqualTo("200 delivered"), server.Log.Text);
            Assert.That(await Send(server, new(HttpMethod.Post, server.At("/json")) { Content = Json(Status) }), Is.EqualTo("401"));
            Assert.That(await Send(server, Signer.CreateSmsRequest(server.At("/form"), SmsWebhookFormat.Form, [new("text", "signed")])), Is.EqualTo("200 signed"), server.Log.Text);
            Assert.That(await Send(server, new(HttpMethod.Post, server.At("/form" + captured)) { Content = new FormUrlEncodedContent([new("text", "forged")]) }), Is.EqualTo("401"));
        }
    }

    [TestCase(true)]
    [TestCase(false)]
    public async Task A_body_that_somebody_has_read_is_refused_even_with_a_signed_query(bool hasLength)
    {
        await using var server = await WebServer.StartAsync(app =>
        {
            app.Use(async (context, next) =>
            {
                if (context.Request.HasFormContentType)
                    await context.Request.ReadFormAsync();
                else
                    await context.Request.Body.CopyToAsync(Stream.Null);
                await next(context);
            });
            app.MapPost("/sms", (HttpContext context) => "inside").RequireVonageSignature(new VonageWebhookEndpointOptions { SignatureType = WebhookSignatureType.Parameters });
            app.MapPost("/token", (HttpContext context) => "inside").RequireVonageSignature();
        });
        var query = Signer.CreateSmsRequest(server.At("/sms"), SmsWebhookFormat.Query, [new("text", "signed")]).RequestUri!.Query;

        foreach (HttpContent content in new HttpContent[] { new FormUrlEncodedContent([new("text", "forged")]), Json("""{"text":"forged"}""") })
        {
            using var request = new HttpRequestMessage(HttpMethod.Post, server.At("/sms" + query)) { Content = content };
            request.Headers.TransferEncodingChunked = !hasLength;
            Assert.That(await Send(server, request), Is.EqualTo("401"));
        }

        using var token = new HttpRequestMessage(HttpMethod.Post, server.At("/token")) { Content = Json(Status), Headers = { Authorization = AuthenticationHeaderValue.Parse(Signer.SignBody([])) } };
        token.Headers.TransferEncodingChunked = !hasLength;
        Assert.That(await Send(server, token), Is.EqualTo("401"));
        Assert.That(server.Log.Text, Does.Contain("The body is missing"));
    }

    [Test]
    public async Task A_get_answers_only_where_it_is_allowed()
    {
        await using var server = await WebServer.StartAsync(app =>
        {
            app.MapVonageWebhook<InboundSms>("/post", _ => Task.CompletedTask);
            app.MapVonageWebhook<InboundSms>("/get", _ => Task.CompletedTask).RequireVonageSignature(new VonageWebhookEndpointOptions { AllowGet = true });
            app.MapVonageWebhook<MessageStatusEvent>("/token", _ => Task.CompletedTask).RequireVonageSignature(new VonageWebhookEndpointOptions { AllowGet = true });
            app.MapVonageWebhook<MessageStatusEvent>("/query", _ => Task.CompletedTask).RequireVonageSignature(new VonageWebhookEndpointOptions { AllowUnsignedQuery = true });
            app.MapGet("/handler", () => "inside").RequireVonageSignature();
        });
        HttpRequestMessage Sms(string path) => Signer.CreateSmsRequest(server.At(path), SmsWebhookFormat.Query, [new("text", "Hello")]);
        HttpRequestMessage Token(string path) => Signer.CreateQueryRequest(server.At(path), [new("channel", "sms")]);

        using (Assert.EnterMultipleScope())
        {
            Assert.That(await Send(server, Sms("/post")), Is.EqualTo("405"));
            Assert.That(await Send(server, Sms("/get")), Is.EqualTo("204"));
            Assert.That(await Send(server, Token("/token")), Is.EqualTo("401"));
            Assert.That(await Send(server, Token("/query")), Is.EqualTo("204"));
            Assert.That(await Send(server, Token("/handler")), Is.EqualTo("401"));
            Assert.That(await Send(server, Signer.CreateQueryRequest(server.At("/handler"), [])), Is.EqualTo("200 inside"));
        }
    }

    [Test]
    public async Task An_endpoint_takes_the_signature_of_its_event()
    {
        await using var server = await WebServer.StartAsync(app =>
        {
            app.MapVonageWebhook<InboundSms>("/sms", _ => Task.CompletedTask);
            app.MapVonageWebhook<MessageStatusEvent>("/status", _ => Task.CompletedTask);
            app.MapPost("/filter/sms", (VonageWebhook<SmsDeliveryReceipt> receipt) => { }).RequireVonageSignature();
            app.MapPost("/filter/status", (VonageWebhook<MessageStatusEvent> status) => { }).RequireVonageSignature();
            app.MapPost("/filter/none", () => { }).RequireVonageSignature();
        });

        using (Assert.EnterMultipleScope())
        {
            foreach (var (path, isToken) in new[] { ("/sms", false), ("/status", true), ("/filter/sms", false), ("/filter/status", true), ("/filter/none", true) })
            {
                Assert.That(await Send(server, Signer.CreateJsonRequest(server.At(path), Status)), Is.EqualTo(isToken ? "204" : "401"), path);
                using var sms = Signer.CreateSmsRequest(server.At(path), SmsWebhookFormat.Form, [new("text", "Hello")]);
                sms.Headers.Authorization = new AuthenticationHeaderValue("Basic", "dXNlcjpwYXNz");
                Assert.That(await Send(server, sms), Is.EqualTo(isToken ? "401" : "204"), path);
            }
        }
    }

    [Test]
    public async Task Numbers_in_json_reach_the_handler_as_they_were_signed()
    {
        SmsDeliveryReceipt? received = null;
        await using var server = await WebServer.StartAsync(app => app.MapVonageWebhook<SmsDeliveryReceipt>("/receipt", receipt =>
        {
            received = receipt;
            return Task.CompletedTask;
        }));
        var signed = Signer.SignParameters([new("price", "33e-3"), new("part", "-0"), new("network", "12345678901234567890123456789012345")]);
        var rest = string.Join(',', signed.Where(p => p.Key is not ("price" or "part" or "network")).Select(p => $"\"{p.Key}\":\"{p.Value}\""));

        var answer = await Send(server, new(HttpMethod.Post, server.At("/receipt")) { Content = Json($$"""{"price":33e-3,"part":-0,"network":12345678901234567890123456789012345,{{rest}}}""") });

        Assert.That(answer, Is.EqualTo("204"), server.Log.Text);
        Assert.That(received!.Price, Is.EqualTo(0.033m));
    }

    [Test]
    public async Task An_unsigned_webhook_is_refused_before_its_body_comes()
    {
        await using var server = await WebServer.StartAsync(app => app.MapVonageWebhook<MessageStatusEvent>("/status", _ => Task.CompletedTask));
        using var connection = new TcpClient();
        await connection.ConnectAsync(IPAddress.Loopback, server.Address.Port);
        await connection.GetStream().WriteAsync("POST /status HTTP/1.1\r\nHost: localhost\r\nContent-Length: 1000000\r\nAuthorization: Bearer a.b.c\r\n\r\n{"u8.ToArray());

        var answer = new byte[64];
        var count = await connection.GetStream().ReadAsync(answer).AsTask().WaitAsync(Patience.Limit);

        Assert.That(Encoding.ASCII.GetString(answer, 0, count), Does.StartWith("HTTP/1.1 401"));
    }

    [Test]
    public async Task Memory_grows_with_what_comes_and_not_with_what_is_announced()
    {
        await using var server = await WebServer.StartAsync(app => app.MapVonageWebhook<MessageStatusEvent>("/status", _ => Task.CompletedTask));
        var before = GC.GetTotalMemory(forceFullCollection: true);
        var connections = new List<TcpClient>();
        for (var i = 0; i < 100; i++)
        {
            var connection = new TcpClient();
            connections.Add(connection);
            await connection.ConnectAsync(IPAddress.Loopback, server.Address.Port);
            await connection.GetStream().WriteAsync(Encoding.ASCII.GetBytes($"POST /status HTTP/1.1\r\nHost: localhost\r\nContent-Length: 1000000\r\nAuthorization: {Signer.SignBody([1])}\r\n\r\n{{"));
        }

        // One that is answered comes after the others.
        using var last = await server.Http.SendAsync(Signer.CreateJsonRequest(server.At("/status"), Status));
        Assert.That(GC.GetTotalMemory(forceFullCollection: true) - before, Is.LessThan(20_000_000));
        connections.ForEach(connection => connection.Dispose());
    }

    [Test]
    public async Task All_together_hold_no_more_than_the_limit()
    {
        var (started, go) = (new SemaphoreSlim(0), new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously));
        await using var server = await WebServer.StartAsync(
            app => app.MapVonageWebhook<MessageStatusEvent>("/status", async _ =>
            {
                started.Release();
                await go.Task;
            }),
            services => services.AddVonageWebhooks(webhooks =>
            {
                webhooks.Secrets.Add(WebServer.Secret);
                webhooks.MaxTotalBodySize = 180_000;
            }));
        HttpRequestMessage Large() => Signer.CreateJsonRequest(server.At("/status"), $$"""{"channel":"sms","status":"delivered","text":"{{new string('x', 60_000)}}"}""");

        var first = Send(server, Large());
        var second = Send(server, Large());
        await started.WaitAsync();
        await started.WaitAsync();
        var third = await Send(server, Large());
        var small = Send(server, Signer.CreateJsonRequest(server.At("/status"), Status));
        await started.WaitAsync();
        go.SetResult();

        Assert.That((await first, await second, third, await small), Is.EqualTo(("204", "204", "503", "204")));
        Assert.That(await Send(server, Large()), Is.EqualTo("204"), "what was held is released");
    }

    [Test]
    public async Task A_form_without_a_signature_is_bounded_more_tightly()
    {
        await using var server = await WebServer.StartAsync(app => app.MapVonageWebhook<InboundSms>("/sms", _ => Task.CompletedTask));
        Assert.That(await Send(server, Signer.CreateSmsRequest(server.At("/sms"), SmsWebhookFormat.Form, [new("text", new string('x', 60_000))])), Is.EqualTo("204"));
        Assert.That(await Send(server, Signer.CreateSmsRequest(server.At("/sms"), SmsWebhookFormat.Form, [new("text", new string('x', 70_000))])), Is.EqualTo("413"));
    }

    private static StringContent Json(string text) => new(text, Encoding.UTF8, "application/json");

    private static async Task<string> Send(WebServer server, HttpRequestMessage request)
    {
        using var response = await server.Http.SendAsync(request);
        var text = await response.Content.ReadAsStringAsync();
        return response.IsSuccessStatusCode && text.Length > 0 ? $"{(int)response.StatusCode} {text}" : $"{(int)response.StatusCode}";
    }
}
