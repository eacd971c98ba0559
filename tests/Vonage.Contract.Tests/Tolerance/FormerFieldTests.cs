using System.Reflection;
using System.Security.Cryptography;
using Newtonsoft.Json;
using Newtonsoft.Json.Linq;
using Vonage.Applications;
using Vonage.Messages;
using Vonage.Verify;
using Vonage.VerifyV2;
using Vonage.Voice;

namespace Vonage.Contract.Tests.Tolerance;

/// <summary>Fields that the newest documents of the APIs do not have are there for who needs them, say so, and are never sent by themselves.</summary>
public class FormerFieldTests
{
    [TestCase(typeof(WhatsAppTemplateOptions), "category")]
    [TestCase(typeof(SilentAuthWorkflow), "sandbox")]
    [TestCase(typeof(PhoneOnAnswer), "ringback")]
    [TestCase(typeof(VoiceAnswerWebhook), "connection_timeout")]
    [TestCase(typeof(VoiceEventWebhook), "connection_timeout")]
    [TestCase(typeof(VoiceCapability), "conversation_ttl")]
    [TestCase(typeof(VoiceCapability), "payment_enabled")]
    [TestCase(typeof(VoiceCapability), "payments")]
    [TestCase(typeof(RtcCapability), "leg_persistence_time")]
    [TestCase(typeof(VerifyCapability), "version")]
    [TestCase(typeof(MeetingsWebhooks), "rooms_url")]
    [TestCase(typeof(MeetingsWebhooks), "sessions_url")]
    [TestCase(typeof(MeetingsWebhooks), "recording_url")]
    [TestCase(typeof(StartPsd2VerifyRequest), "sender_id")]
    public void A_former_field_is_sent_only_if_it_is_set_and_says_so(Type type, string name)
    {
        var property = type.GetProperties().Single(member => member.GetCustomAttribute<JsonPropertyAttribute>()?.PropertyName == name);
        var schema = Schema(type.Name, name);
        Assert.Multiple(() =>
        {
            Assert.That(property.GetValue(Activator.CreateInstance(type)), Is.Null);
            Assert.That(property.GetCustomAttribute<ObsoleteAttribute>() is not null, Is.EqualTo((bool?)schema["deprecated"] == true));
            Assert.That(StrictSpec.IsFormer(schema), Is.True);
        });
    }

    // What differs between the endpoints of a call and of a connect action.
    [TestCase(typeof(PhoneEndpoint), "type number dtmfAnswer shaken")]
    [TestCase(typeof(ConnectPhoneEndpoint), "type number dtmfAnswer onAnswer shaken")]
    [TestCase(typeof(SipEndpoint), "type uri headers standard_headers")]
    [TestCase(typeof(ConnectSipEndpoint), "type uri user domain headers standardHeaders")]
    public void An_endpoint_has_the_fields_of_its_place(Type type, string names) => Assert.That(
        type.GetProperties().Select(member => member.GetCustomAttribute<JsonPropertyAttribute>()?.PropertyName).OfType<string>(),
        Is.EquivalentTo(names.Split(' ')));

    [Test]
    public async Task A_strict_server_accepts_the_fullest_call()
    {
        await using var prism = await StrictSpec.ServeAsync("voice");
        using var key = RSA.Create(2048);
        var vonage = new VonageClient(VonageCredentials.FromApplication("aaaaaaaa-bbbb-cccc-dddd-0123456789ab", key.ExportPkcs8PrivateKeyPem()), new() { Hosts = { ["api.nexmo.com"] = prism.Address } });
        var call = new CreateCallRequest
        {
            From = new("14155550101"),
            To =
            {
                new PhoneEndpoint("14155550100") { DtmfAnswer = "p*123#", Shaken = "token" },
                new SipEndpoint(new Uri("sip:rebekka@sip.example.com")) { Headers = { ["location"] = "NYC" }, StandardHeaders = new("UserToUser") },
                new WebsocketEndpoint(new Uri("wss://example.com/socket"), WebsocketContentType.L16At24000Hz) { Headers = { ["id"] = 1 }, Authorization = new() { Type = WebsocketAuthorizationType.Custom, Value = "Bearer a" } },
                new VbcEndpoint("1234"),
                new AppEndpoint("jamie"),
            },
            Ncco = Ncco.Create()
                .Connect(new ConnectPhoneEndpoint("14155550102") { DtmfAnswer = "1", OnAnswer = new(new Uri("https://example.com/answer")) { RingbackTone = new("https://example.com/ring.wav") }, Shaken = "token" })
                .Connect(new ConnectSipEndpoint { User = "john.doe", Domain = "example.com", Headers = { ["location"] = "NYC" }, StandardHeaders = new("UserToUser") })
                .Connect(new ConnectWebsocketEndpoint(new Uri("wss://example.com/socket"), WebsocketContentType.L16At24000Hz) { Headers = { ["id"] = 1 }, Authorization = new() { Type = WebsocketAuthorizationType.Vonage } })
                .Connect(new ConnectVbcEndpoint("1234"))
                .Connect(new ConnectAppEndpoint("jamie")),
            EventUrl = { new("https://example.com/event") },
            EventMethod = WebhookMethod.Post,
            AdvancedMachineDetection = new() { Behavior = MachineDetectionBehavior.Continue, BeepTimeout = TimeSpan.FromSeconds(45) },
            LengthTimer = TimeSpan.FromHours(1),
            RingingTimer = TimeSpan.FromMinutes(1),
        };
        Assert.That((await vonage.Voice.CreateCallAsync(call)).Uuid, Is.Not.Empty);

        // Proof that the server looks.
        call.To[3].AdditionalProperties["domain"] = "vonage.com";
        Assert.That(() => vonage.Voice.CreateCallAsync(call), Throws.InstanceOf<VonageApiException>());
    }

    private static JToken Schema(string type, string name) => Directory.GetFiles(Path.Combine(RepositoryFolder.Find(), "specs"), "*.yaml")
        .Select(SpecExamples.Load)
        .Select(document => (Document: document, Schema: document["components"]?["schemas"]?[type]))
        .Where(found => found.Schema is not null)
        .SelectMany(found => found.Schema!["allOf"]?.Select(part => SpecExamples.Resolve(found.Document, part)) ?? [found.Schema])
        .Select(part => part["properties"]?[name])
        .OfType<JToken>().Single();
}
