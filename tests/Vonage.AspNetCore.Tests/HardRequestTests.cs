using System.Collections.Concurrent;
using System.Net;
using System.Net.Http.Headers;
using System.Net.Sockets;
using System.Text;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Server.Kestrel.Core;
using Microsoft.Extensions.DependencyInjection;
using Vonage.Sms;
using Vonage.Testing;
using Vonage.Voice;

namespace Vonage.AspNetCore.Tests;

/// <summary>Requests that are many, huge, odd, broken off, or not what they say they are.</summary>
internal sealed class HardRequestTests
{
    private const string Event = """{"status":"ringing","uuid":"aaaaaaaa"}""";

    private static readonly WebhookSigner Signer = new(WebServer.ApiKey, WebServer.Secret);

    private readonly ConcurrentQueue<CallEvent> _received = [];

    [SetUp]
    public void Forget() => _received.Clear();

    [Test]
    public async Task Many_at_once_are_kept_apart()
    {
        await using var server = await StartAsync();

        var statuses = await Task.WhenAll(Enumerable.Range(0, 200).Select(async i =>
        {
            using var response = await server.Http.SendAsync(Signer.CreateJsonRequest(server.At("/hook"), $$"""{"status":"ringing","uuid":"{{i}}"}"""));
            return response.StatusCode;
        }));

        Assert.That(statuses, Is.All.EqualTo(HttpStatusCode.NoContent));
        Assert.That(_received.Select(change => change.Uuid), Is.EquivalentTo(Enumerable.Range(0, 200).Select(i => $"{i}")));
    }

    [TestCase(false)]
    [TestCase(true)]
    public async Task A_huge_body_is_refused_with_and_without_a_length(bool hasLength)
    {
        await using var server = await StartAsync();
        using var request = Signer.CreateJsonRequest(server.At("/hook"), $$"""{"status":"ringing","uuid":"{{new string('x', 4 * 1024 * 1024)}}"}""");
        request.Headers.TransferEncodingChunked = !hasLength;

        using var response = await server.Http.SendAsync(request);

        Assert.That(response.StatusCode, Is.EqualTo(HttpStatusCode.RequestEntityTooLarge));
        Assert.That(_received, Is.Empty);
    }

    [TestCase(false)]
    [TestCase(true)]
    public async Task The_limit_of_the_server_counts_too(bool hasLength)
    {
        await using var server = await StartAsync(services => services.Configure<KestrelServerOptions>(kestrel => kestrel.Limits.MaxRequestBodySize = 20));
        using var request = Signer.CreateJsonRequest(server.At("/hook"), Event);
        request.Headers.TransferEncodingChunked = !hasLength;

        using var response = await server.Http.SendAsync(request);

        Assert.That(response.StatusCode, Is.EqualTo(HttpStatusCode.RequestEntityTooLarge));
    }

    [TestCase("text/plain", HttpStatusCode.NoContent)]
    [TestCase("application/json; charset=utf-8", HttpStatusCode.NoContent)]
    [TestCase("application/vnd.vonage+json", HttpStatusCode.NoContent)]
    [TestCase(null, HttpStatusCode.NoContent)]
    [TestCase("application/x-www-form-urlencoded", HttpStatusCode.NoContent)]
    public async Task The_content_type_matters_for_forms_only(string? type, HttpStatusCode expected)
    {
        await using var server = await StartAsync();
        using var request = Signer.CreateJsonRequest(server.At("/hook"), Event);
        request.Content!.Headers.ContentType = type is null ? null : MediaTypeHeaderValue.Parse(type);

        using var response = await server.Http.SendAsync(request);

        var isForm = type == "application/x-www-form-urlencoded";
        Assert.That(response.StatusCode, Is.EqualTo(expected), server.Log.Text);
        Assert.That(_received.Single().Status, Is.EqualTo(isForm ? default(CallEventStatus?) : CallEventStatus.Ringing), "what is called a form is read as one");
    }

    [Test]
    public async Task A_body_that_is_no_utf8_cannot_be_read()
    {
        await using var server = await StartAsync();
        byte[] body = [.. "{\"uuid\":\""u8, 0xFF, 0xFE, .. "\"}"u8];

        using var response = await server.Http.SendAsync(Signed(server, body));

        Assert.That(response.StatusCode, Is.EqualTo(HttpStatusCode.BadRequest));
    }

    [Test]
    public async Task A_body_may_begin_with_a_mark_of_its_byte_order()
    {
        await using var server = await StartAsync();

        using var response = await server.Http.SendAsync(Signed(server, [0xEF, 0xBB, 0xBF, .. Encoding.UTF8.GetBytes(Event)]));

        Assert.That(response.StatusCode, Is.EqualTo(HttpStatusCode.NoContent), server.Log.Text);
    }

    [TestCase("GET")]
    [TestCase("HEAD")]
    [TestCase("PUT")]
    [TestCase("DELETE")]
    [TestCase("OPTIONS")]
    public async Task Other_methods_are_not_allowed(string method)
    {
        await using var server = await StartAsync();
        using var request = Signer.CreateJsonRequest(server.At("/hook"), Event);
        request.Method = new HttpMethod(method);

        using var response = await server.Http.SendAsync(request);

        Assert.That(response.StatusCode, Is.EqualTo(HttpStatusCode.MethodNotAllowed));
        Assert.That(_received, Is.Empty);
    }

    [Test]
    public async Task A_sender_who_goes_away_amid_the_body_is_no_webhook()
    {
        await using var server = await StartAsync();
        using (var connection = new TcpClient())
        {
            await connection.ConnectAsync(IPAddress.Loopback, server.Address.Port);
            await connection.GetStream().WriteAsync(Encoding.ASCII.GetBytes($"POST /hook HTTP/1.1\r\nHost: localhost\r\nContent-Length: 1000\r\nAuthorization: {Signer.SignBody([])}\r\n\r\n{Event}"));
        }

        // The next one is served as if nothing had been.
        using var response = await server.Http.SendAsync(Signer.CreateJsonRequest(server.At("/hook"), Event));
        Assert.That(response.StatusCode, Is.EqualTo(HttpStatusCode.NoContent));
        Assert.That(_received, Has.Count.EqualTo(1));
        Assert.That(server.Log.Text, Does.Not.Contain("unhandled"));
    }

    [Test]
    public async Task A_handler_learns_that_the_sender_has_gone()
    {
        var (started, cancelled) = (new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously), new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously));
        await using var server = await WebServer.StartAsync(app => app.MapVonageWebhook<CallEvent>("/hook", async (_, context) =>
        {
            await using var registration = context.RequestAborted.Register(cancelled.SetResult);
            started.SetResult();
            await cancelled.Task;
        }));
        using var stop = new CancellationTokenSource();

        var sending = server.Http.SendAsync(Signer.CreateJsonRequest(server.At("/hook"), Event), stop.Token);
        await started.Task;
        await stop.CancelAsync();

        Assert.That(() => sending, Throws.InstanceOf<OperationCanceledException>());
        await cancelled.Task.WaitAsync(Patience.Limit);
    }

    [Test]
    public async Task A_handler_that_fails_is_a_500_without_its_reason()
    {
        await using var server = await WebServer.StartAsync(app => app.MapVonageWebhook<CallEvent>("/hook", (CallEvent _) => Task.FromException(new InvalidDataException("the reason"))));

        using var response = await server.Http.SendAsync(Signer.CreateJsonRequest(server.At("/hook"), Event));

        Assert.That(response.StatusCode, Is.EqualTo(HttpStatusCode.InternalServerError));
        Assert.That(await response.Content.ReadAsStringAsync(), Does.Not.Contain("the reason"));
        Assert.That(server.Log.Text, Does.Contain("the reason"));
    }

    [TestCase(SmsWebhookFormat.Query)]
    [TestCase(SmsWebhookFormat.Form)]
    [TestCase(SmsWebhookFormat.Json)]
    public async Task Sms_come_through_every_door_behind_a_proxy(SmsWebhookFormat form)
    {
        await using var server = await WebServer.StartAsync(
            app =>
            {
                app.UseForwardedHeaders(new() { ForwardedHeaders = Microsoft.AspNetCore.HttpOverrides.ForwardedHeaders.All });
                app.UsePathBase("/behind");
                app.UseRouting();
                app.MapVonageWebhook<InboundSms>("/minimal", (sms, context) => context.Response.WriteAsync(sms.Text!)).RequireVonageSignature(new VonageWebhookEndpointOptions { AllowGet = true });
                app.MapMethods("/filter", ["GET", "POST"], (VonageWebhook<InboundSms> webhook) => webhook.Event.Text).RequireVonageSignature();
                app.MapControllers();
            },
            services =>
            {
                services.AddControllers().AddApplicationPart(typeof(HooksController).Assembly);
                services.AddVonageWebhooks(webhooks => webhooks.Secrets.Add(WebServer.ApiKey, WebServer.Secret));
            });

        foreach (var door in new[] { "minimal", "filter", "hooks/sms" })
        {
            using var request = Signer.CreateSmsRequest(server.At("/behind/" + door), form, [new("msisdn", "447700900000"), new("text", "a & b = ü +"), new("type", "unicode"), new("message-timestamp", "2026-01-01 12:00:00")]);
            request.Headers.Add("X-Forwarded-Proto", "https");
            request.Headers.Add("X-Forwarded-Host", "hooks.example.com");
            request.Headers.TransferEncodingChunked = form != SmsWebhookFormat.Query;
            using var response = await server.Http.SendAsync(request);
            Assert.That(await response.Content.ReadAsStringAsync(), Is.EqualTo("a & b = ü +"), $"{door}: {server.Log.Text}");
        }
    }

    private static HttpRequestMessage Signed(WebServer server, byte[] body) =>
        new(HttpMethod.Post, server.At("/hook")) { Content = new ByteArrayContent(body), Headers = { Authorization = AuthenticationHeaderValue.Parse(Signer.SignBody(body)) } };

    private Task<WebServer> StartAsync(Action<IServiceCollection>? services = null) => WebServer.StartAsync(
        app => app.MapVonageWebhook<CallEvent>("/hook", change =>
        {
            _received.Enqueue(change);
            return Task.CompletedTask;
        }),
        collection =>
        {
            collection.AddVonageWebhooks(webhooks => webhooks.Secrets.Add(WebServer.ApiKey, WebServer.Secret));
            services?.Invoke(collection);
        });
}
