using System.Text;
using Microsoft.AspNetCore.Builder;
using Vonage.Core.Serialization;

namespace Vonage.AspNetCore.Tests.Models;

/// <summary>A webhook of Vonage's documents, and what is to be read in it.</summary>
internal abstract class WebhookCase(string name, string json)
{
    /// <summary>The body.</summary>
    public string Json { get; } = json;

    /// <summary>The model that it is read into, which a handler names.</summary>
    public abstract Type Event { get; }

    public static WebhookCase Of<TEvent>(string json, Action<TEvent> check)
        where TEvent : class, IJsonReadable => Of<TEvent, TEvent>(json, check);

    public static WebhookCase Of<TEvent, TKind>(string json, Action<TKind> check)
        where TEvent : class, IJsonReadable
        where TKind : TEvent => new Typed<TEvent, TKind>(json, check);

    public override string ToString() => name;

    /// <summary>Reads a body, this one's or one that says the same.</summary>
    public object Read(string json) => Read(new WebhookRequest("", "application/json", Encoding.UTF8.GetBytes(json), null));

    public abstract object Read(WebhookRequest request);

    /// <summary>Asserts that the model holds what this webhook says.</summary>
    public abstract void Check(object model);

    /// <summary>Adds an endpoint that takes this webhook as a handler of users would.</summary>
    public abstract void Map(WebApplication app, string path, Action<object> received);

    private sealed class Typed<TEvent, TKind>(string json, Action<TKind> check) : WebhookCase($"{typeof(TKind).Name} {Payload.Label(json)}", json)
        where TEvent : class, IJsonReadable
        where TKind : TEvent
    {
        public override Type Event => typeof(TEvent);

        public override object Read(WebhookRequest request) => request.Read<TEvent>();

        public override void Check(object model)
        {
            Assert.That(model, Is.TypeOf<TKind>());
            using (Assert.EnterMultipleScope())
                check((TKind)model);
        }

        public override void Map(WebApplication app, string path, Action<object> received) => app.MapVonageWebhook<TEvent>(path, webhook =>
        {
            received(webhook);
            return Task.CompletedTask;
        }).RequireVonageSignature(new VonageWebhookEndpointOptions { SignatureType = WebhookSignatureType.Token });
    }
}
