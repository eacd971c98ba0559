using Newtonsoft.Json.Linq;
using Vonage.Testing;

namespace Vonage.AspNetCore.Tests.Models;

/// <summary>Every webhook that Vonage documents is read, whole, and however its values are written.</summary>
internal sealed class DocumentedWebhookTests
{
    private static IEnumerable<WebhookCase> Cases =>
    [
        .. SmsWebhooks.Cases, .. MessagesWebhooks.Inbound, .. MessagesWebhooks.Statuses, .. VoiceWebhooks.Cases, .. VerifyV2Webhooks.Cases,
        .. NumberInsightWebhooks.Cases, .. MeetingsWebhooks.Cases, .. RtcWebhooks.Cases, .. ChannelManagerWebhooks.Cases,
        .. VideoWebhooks.Cases, .. ReportsWebhooks.Cases, .. DispatchWebhooks.Cases,
    ];

    [TestCaseSource(nameof(Cases))]
    public void Is_read(WebhookCase webhook)
    {
        var model = webhook.Read(webhook.Json);
        webhook.Check(model);
        Assert.That(Payload.UnknownFields(model), Is.Empty, "every documented field is a property");
        Payload.AssertSame(webhook.Json, model);
    }

    [TestCaseSource(nameof(Cases))]
    public void Is_read_with_numbers_as_text(WebhookCase webhook) => AssertRead(webhook, Payload.WithText(webhook.Json));

    [TestCaseSource(nameof(Cases))]
    public void Is_read_with_text_as_numbers(WebhookCase webhook) => AssertRead(webhook, Payload.WithNumbers(webhook.Json));

    [TestCaseSource(nameof(Cases))]
    public void Is_read_with_plain_times(WebhookCase webhook)
    {
        var json = Payload.WithPlainTimes(webhook.Json);
        Payload.AssertSame(json, webhook.Read(json));
    }

    [TestCaseSource(nameof(Cases))]
    public void Keeps_what_it_does_not_know(WebhookCase webhook)
    {
        var payload = Payload.Parse(webhook.Json);
        foreach (var part in payload.DescendantsAndSelf().OfType<JObject>().ToList())
            part["brand_new"] = new JArray(1, new JObject { ["deep"] = true });
        Payload.AssertSame(payload.ToString(), webhook.Read(payload.ToString()));
    }

    [TestCaseSource(nameof(Cases))]
    public void Keeps_words_that_it_does_not_know(WebhookCase webhook)
    {
        // A word that no list has, in place of each that a list might have: statuses, channels, kinds.
        var payload = Payload.Parse(webhook.Json);
        foreach (var value in payload.Descendants().OfType<JValue>().Where(value => value.Value is string text && text.All(c => char.IsAsciiLetter(c) || c is '_' or ':' or '-')).ToList())
            value.Value = "levitating";
        Payload.AssertSame(payload.ToString(), webhook.Read(payload.ToString()));
    }

    [TestCaseSource(nameof(Cases))]
    public void May_say_null_anywhere(WebhookCase webhook)
    {
        foreach (var path in Payload.Parse(webhook.Json).Descendants().OfType<JProperty>().Select(field => field.Path).ToList())
        {
            var payload = Payload.Parse(webhook.Json);
            payload.SelectToken(path)!.Replace(JValue.CreateNull());
            Assert.That(() => webhook.Read(payload.ToString()), Throws.Nothing, path);
        }
    }

    [Test]
    public async Task All_are_taken_by_endpoints()
    {
        object? received = null;
        var events = Cases.GroupBy(webhook => webhook.Event).Select(group => group.First());
        await using var server = await WebServer.StartAsync(app =>
        {
            foreach (var webhook in events)
                webhook.Map(app, $"/{webhook.Event.FullName}", model => received = model);
        });
        var signer = new WebhookSigner(WebServer.ApiKey, WebServer.Secret);

        foreach (var webhook in Cases)
        {
            received = null;
            using var response = await server.Http.SendAsync(signer.CreateJsonRequest(server.At($"/{webhook.Event.FullName}"), webhook.Json));
            Assert.That((int)response.StatusCode, Is.EqualTo(204), $"{webhook}");
            webhook.Check(received!);
        }
    }

    private static void AssertRead(WebhookCase webhook, string json)
    {
        var model = webhook.Read(json);
        webhook.Check(model);
        Payload.AssertSame(json, model);
    }
}
