using System.Net;
using System.Net.Http.Headers;
using System.Text;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.HttpOverrides;
using Microsoft.Extensions.DependencyInjection;
using Newtonsoft.Json.Linq;
using Vonage.Messages;
using Vonage.Sms;
using Vonage.Testing;
using Vonage.Voice;

namespace Vonage.AspNetCore.Tests;

/// <summary>Endpoints on a real server, called by the test signer.</summary>
internal sealed class EndpointTests
{
    private const string Status = """{"channel":"sms","message_uuid":"aaaaaaaa-bbbb-cccc-dddd-0123456789ab","to":"447700900000","from":"ACME","timestamp":"2026-01-01T12:00:00Z","status":"delivered","tomorrow":{"a":1}}""";

    private static readonly WebhookSigner Signer = new(WebServer.ApiKey, WebServer.Secret);

    private static readonly KeyValuePair<string, string?>[] Receipt =
    [
        new("msisdn", "447700900000"), new("to", "ACME"), new("messageId", "0A"), new("price", "0.03330000"), new("status", "delivered"),
        new("scts", "2001011400"), new("err-code", "0"), new("message-timestamp", "2020-01-01 12:00:00"), new("tomorrow", "a & b = ü"),
    ];

    [Test]
    public async Task Receives_a_delivery_receipt_in_each_form([Values] SmsWebhookFormat form, [Values("", "?tenant=7&tag=a%26b&tag=c")] string own)
    {
        SmsDeliveryReceipt? received = null;
        await using var server = await WebServer.StartAsync(app => app.MapVonageWebhook<SmsDeliveryReceipt>("/webhooks/status", receipt =>
        {
            received = receipt;
            return Task.CompletedTask;
        }).RequireVonageSignature(new VonageWebhookEndpointOptions { AllowGet = true }));

        using var response = await server.Http.SendAsync(Signer.CreateSmsRequest(server.At("/webhooks/status" + own), form, Receipt));

        using (Assert.EnterMultipleScope())
        {
            Assert.That(response.StatusCode, Is.EqualTo(HttpStatusCode.NoContent), server.Log.Text);
            Assert.That(received?.Status, Is.EqualTo(SmsDeliveryStatus.Delivered));
            Assert.That(received?.Price, Is.EqualTo(0.0333m));
            Assert.That(received?.MessageTimestamp, Is.EqualTo(new DateTimeOffset(2020, 1, 1, 12, 0, 0, TimeSpan.Zero)));
            Assert.That((string?)received?.AdditionalProperties["tomorrow"], Is.EqualTo("a & b = ü"));
        }
    }

    [Test]
    public async Task Receives_a_status_with_a_token()
    {
        MessageStatusEvent? received = null;
        await using var server = await WebServer.StartAsync(app => app.MapVonageWebhook<MessageStatusEvent>("/webhooks/status", (status, context) =>
        {
            received = status;
            return context.Response.Body.FlushAsync();
        }));

        using var response = await server.Http.SendAsync(Signer.CreateJsonRequest(server.At("/webhooks/status"), Status));

        Assert.That(received, Is.TypeOf<SmsMessageStatusEvent>(), server.Log.Text);
        Assert.That((int?)received!.AdditionalProperties["tomorrow"]["a"], Is.EqualTo(1));
    }

    [TestCase("GET")]
    [TestCase("POST")]
    public async Task Answers_a_call_with_an_ncco(string method)
    {
        await using var server = await WebServer.StartAsync(app =>
            app.MapVonageWebhook<AnswerEvent>("/webhooks/answer", answer => Ncco.Create().Talk($"Hello {answer.From}"))
                .RequireVonageSignature(new VonageWebhookEndpointOptions { AllowUnsignedQuery = true }));

        using var request = method == "GET"
            ? Signer.CreateQueryRequest(server.At("/webhooks/answer"), [new("from", "447700900000"), new("to", "447700900001"), new("uuid", "aaa")])
            : Signer.CreateJsonRequest(server.At("/webhooks/answer"), """{"from":"447700900000","to":"447700900001","uuid":"aaa"}""");
        using var response = await server.Http.SendAsync(request);

        using (Assert.EnterMultipleScope())
        {
            Assert.That(response.Content.Headers.ContentType?.MediaType, Is.EqualTo("application/json"), server.Log.Text);
            Assert.That(JToken.Parse(await response.Content.ReadAsStringAsync()), Is.EqualTo(JToken.Parse("""[{"action":"talk","text":"Hello 447700900000"}]""")).Using(JToken.EqualityComparer));
        }
    }

    [Test]
    public async Task Gives_nothing_away()
    {
        var called = false;
        await using var server = await WebServer.StartAsync(app => app.MapVonageWebhook<MessageStatusEvent>("/webhooks/status", _ =>
        {
            called = true;
            return Task.CompletedTask;
        }));
        var late = new WebhookSigner(WebServer.ApiKey, WebServer.Secret) { TimeProvider = new ManualTime(DateTimeOffset.UtcNow.AddHours(-1)) };
        var url = server.At("/webhooks/status");
        using var changed = Signer.CreateJsonRequest(url, Status);
        changed.Content = Json(Status.Replace("delivered", "rejected", StringComparison.Ordinal));
        HttpRequestMessage[] requests =
        [
            new(HttpMethod.Post, url) { Content = Json(Status) },
            changed,
            late.CreateJsonRequest(url, Status),
            new WebhookSigner("nobody", WebServer.Secret).CreateJsonRequest(url, Status),
            new WebhookSigner(WebServer.ApiKey, "wrong").CreateJsonRequest(url, Status),
            new WebhookSigner(WebServer.ApiKey, "wrong").CreateSmsRequest(url, SmsWebhookFormat.Form, Receipt),
            new(HttpMethod.Post, url) { Content = Json(Status), Headers = { Authorization = new AuthenticationHeaderValue("Bearer", "a.b.c") } },
        ];

        var answers = new List<string>();
        foreach (var request in requests)
        {
            using var response = await server.Http.SendAsync(request);
            Assert.That(response.StatusCode, Is.EqualTo(HttpStatusCode.Unauthorized));
            Assert.That(response.Content.Headers.ContentType?.MediaType, Is.EqualTo("application/problem+json"));
            var problem = JObject.Parse(await response.Content.ReadAsStringAsync());
            problem.Remove("traceId");
            answers.Add(problem.ToString());
        }

        using (Assert.EnterMultipleScope())
        {
            Assert.That(called, Is.False);
            Assert.That(answers.Distinct().Count(), Is.EqualTo(1), "the sender cannot tell one reason from another");
            Assert.That(server.Log.Text, Does.Contain("PayloadHashMismatch").And.Contain("Expired").And.Contain("UnknownKey").And.Contain("InvalidSignature").And.Contain("Missing").And.Contain("Malformed"));
            Assert.That(server.Log.Text, Does.Not.Contain(WebServer.Secret).And.Not.Contain("eyJ"));
        }
    }

    [TestCase("[]")]
    [TestCase("not json")]
    public async Task Refuses_what_is_signed_but_cannot_be_read(string body)
    {
        await using var server = await WebServer.StartAsync(app => app.MapVonageWebhook<MessageStatusEvent>("/webhooks/status", _ => Task.CompletedTask));

        using var response = await server.Http.SendAsync(Signer.CreateJsonRequest(server.At("/webhooks/status"), body));

        var problem = await response.Content.ReadAsStringAsync();
        using (Assert.EnterMultipleScope())
        {
            Assert.That(response.StatusCode, Is.EqualTo(HttpStatusCode.BadRequest));
            Assert.That(problem, Does.Not.Contain("detail"));
        }
    }

    [TestCase("timestamp", "\"yesterday\"")]
    [TestCase("message_uuid", "{}")]
    [TestCase("status", "[[]]")]
    public async Task A_webhook_is_not_lost_for_an_odd_value(string field, string value)
    {
        var kept = new TaskCompletionSource<string>();
        await using var server = await WebServer.StartAsync(app => app.MapVonageWebhook<MessageStatusEvent>("/webhooks/status", status =>
        {
            kept.SetResult(status.AdditionalProperties[field].ToString(Newtonsoft.Json.Formatting.None));
            return Task.CompletedTask;
        }));

        using var response = await server.Http.SendAsync(Signer.CreateJsonRequest(server.At("/webhooks/status"), $$"""{"channel":"sms","{{field}}":{{value}}}"""));

        Assert.That((response.StatusCode, await kept.Task), Is.EqualTo((HttpStatusCode.NoContent, value)));
    }

    [TestCase(true)]
    [TestCase(false)]
    public async Task Refuses_a_body_that_is_too_large(bool hasLength)
    {
        await using var server = await WebServer.StartAsync(
            app => app.MapVonageWebhook<MessageStatusEvent>("/webhooks/status", _ => Task.CompletedTask),
            services => services.AddVonageWebhooks(webhooks =>
            {
                webhooks.Secrets.Add(WebServer.Secret);
                webhooks.MaxBodySize = 100;
            }));
        using var request = Signer.CreateJsonRequest(server.At("/webhooks/status"), Status);
        request.Headers.TransferEncodingChunked = !hasLength;

        using var response = await server.Http.SendAsync(request);

        Assert.That(response.StatusCode, Is.EqualTo(HttpStatusCode.RequestEntityTooLarge));
    }

    [Test]
    public async Task Works_behind_a_proxy_and_without_a_length()
    {
        string? seen = null;
        await using var server = await WebServer.StartAsync(app =>
        {
            app.UseForwardedHeaders(new ForwardedHeadersOptions { ForwardedHeaders = ForwardedHeaders.All });
            app.UsePathBase("/behind");
            app.UseRouting();
            app.MapVonageWebhook<MessageStatusEvent>("/webhooks/status", (status, context) =>
            {
                seen = $"{context.Request.Scheme} {context.Request.Host} {status.Status}";
                return Task.CompletedTask;
            });
        });
        using var request = Signer.CreateJsonRequest(server.At("/behind/webhooks/status?tenant=7"), Status);
        request.Headers.TransferEncodingChunked = true;
        request.Headers.Add("X-Forwarded-Proto", "https");
        request.Headers.Add("X-Forwarded-Host", "hooks.example.com");
        request.Headers.Add("X-Forwarded-For", "203.0.113.7");

        using var response = await server.Http.SendAsync(request);

        Assert.That(seen, Is.EqualTo("https hooks.example.com delivered"), server.Log.Text);
    }

    [Test]
    public async Task Reads_a_body_that_somebody_has_buffered_and_read()
    {
        await using var server = await WebServer.StartAsync(app =>
        {
            app.Use(async (context, next) =>
            {
                context.Request.EnableBuffering();
                using var reader = new StreamReader(context.Request.Body, leaveOpen: true);
                await reader.ReadToEndAsync();
                await next(context);
            });
            app.MapVonageWebhook<MessageStatusEvent>("/webhooks/status", async (_, context) =>
            {
                using var again = new StreamReader(context.Request.Body);
                Assert.That(await again.ReadToEndAsync(), Is.EqualTo(Status));
            });
        });

        using var response = await server.Http.SendAsync(Signer.CreateJsonRequest(server.At("/webhooks/status"), Status));

        Assert.That(response.StatusCode, Is.EqualTo(HttpStatusCode.NoContent), server.Log.Text);
    }

    [Test]
    public async Task The_filter_lets_a_handler_take_what_else_it_needs()
    {
        await using var server = await WebServer.StartAsync(
            app =>
            {
                var webhooks = app.MapGroup("/webhooks").RequireVonageSignature();
                webhooks.MapPost("/status/{tenant}", (VonageWebhook<MessageStatusEvent> webhook, string tenant, Counter counter) =>
                {
                    counter.Value++;
                    return Results.Text($"{tenant} {webhook.Event.Status} {webhook.Verification.Account}");
                });
                webhooks.MapPost("/answer", (VonageWebhook<AnswerEvent> webhook) => Ncco.Create().Talk("Hello"));
                webhooks.MapPost("/nothing", (VonageWebhook<CallEvent> webhook) => Task.CompletedTask);
                app.MapPost("/open", (VonageWebhook<MessageStatusEvent> webhook) => $"{webhook.Event.Status}");
            },
            services => services.AddSingleton<Counter>().AddVonageWebhooks(webhooks => webhooks.Secrets.Add(WebServer.Secret)));

        using var good = await server.Http.SendAsync(Signer.CreateJsonRequest(server.At("/webhooks/status/a"), Status));
        using var bad = await server.Http.PostAsync(server.At("/webhooks/status/a"), Json(Status));
        using var unreadable = await server.Http.SendAsync(Signer.CreateJsonRequest(server.At("/webhooks/status/a"), "[]"));
        using var answer = await server.Http.SendAsync(Signer.CreateJsonRequest(server.At("/webhooks/answer"), "{}"));
        using var nothing = await server.Http.SendAsync(Signer.CreateJsonRequest(server.At("/webhooks/nothing"), """{"status":"ringing"}"""));
        using var open = await server.Http.PostAsync(server.At("/open"), Json(Status));

        using (Assert.EnterMultipleScope())
        {
            Assert.That(await good.Content.ReadAsStringAsync(), Is.EqualTo($"a delivered {WebServer.ApiKey}"));
            Assert.That(bad.StatusCode, Is.EqualTo(HttpStatusCode.Unauthorized));
            Assert.That(unreadable.StatusCode, Is.EqualTo(HttpStatusCode.BadRequest));
            Assert.That(await answer.Content.ReadAsStringAsync(), Is.EqualTo("""[{"action":"talk","text":"Hello"}]"""));
            Assert.That(nothing.StatusCode, Is.EqualTo(HttpStatusCode.NoContent));
            Assert.That(open.StatusCode, Is.EqualTo(HttpStatusCode.InternalServerError), "without the filter there is no event");
        }
    }

    [Test]
    public async Task The_attribute_serves_controllers()
    {
        await using var server = await WebServer.StartAsync(
            app => app.MapControllers(),
            services =>
            {
                services.AddControllers().AddApplicationPart(typeof(HooksController).Assembly);
                services.AddVonageWebhooks(webhooks => webhooks.Secrets.Add(WebServer.Secret));
            });

        foreach (var controller in new[] { "hooks", "plain" })
        {
            using var good = await server.Http.SendAsync(Signer.CreateJsonRequest(server.At($"/{controller}/status"), Status));
            using var bad = await server.Http.PostAsync(server.At($"/{controller}/status"), Json(Status));
            using var unreadable = await server.Http.SendAsync(Signer.CreateJsonRequest(server.At($"/{controller}/status"), "[]"));
            using var answer = await server.Http.SendAsync(Signer.CreateQueryRequest(server.At($"/{controller}/answer"), [new("from", "447700900000")]));

            using (Assert.EnterMultipleScope())
            {
                Assert.That(good.StatusCode, Is.EqualTo(HttpStatusCode.NoContent), server.Log.Text);
                Assert.That(good.Headers.GetValues("X-Status"), Is.EqualTo(["delivered"]));
                Assert.That(bad.StatusCode, Is.EqualTo(HttpStatusCode.Unauthorized));
                Assert.That(bad.Content.Headers.ContentType?.MediaType, Is.EqualTo("application/problem+json"));
                Assert.That(unreadable.StatusCode, Is.EqualTo(HttpStatusCode.BadRequest));
                Assert.That(await unreadable.Content.ReadAsStringAsync(), Does.Not.Contain("errors"));
                Assert.That(await answer.Content.ReadAsStringAsync(), Is.EqualTo("""[{"action":"talk","text":"Hello 447700900000"}]"""));
            }
        }
    }

    [Test]
    public void Needs_to_know_how_to_verify_when_it_starts()
    {
        Assert.That(
            () => WebServer.StartAsync(app => app.MapVonageWebhook<CallEvent>("/x", _ => Task.CompletedTask), _ => { }),
            Throws.InvalidOperationException.With.Message.Contains("AddVonageWebhooks"));
        Assert.That(
            () => WebServer.StartAsync(
                app => app.MapVonageWebhook<CallEvent>("/x", _ => Task.CompletedTask),
                services => services.AddVonage(options => (options.ApiKey, options.ApiSecret) = ("abcd1234", "secret"))),
            Throws.InvalidOperationException.With.Message.Contains("SignatureSecret"));
    }

    private static StringContent Json(string text) => new(text, Encoding.UTF8, "application/json");

    private sealed class Counter
    {
        public int Value { get; set; }
    }
}
