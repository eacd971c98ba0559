using Flowroute.Messages;
using Flowroute.Testing;
using Newtonsoft.Json.Linq;
using Vonage.Core;

namespace Flowroute.Contract.Tests;

/// <summary>A message is sent, and what is known of it is read, as it is or in a document.</summary>
public class MessageFormTests
{
    private const string Attributes = """{"to":"12065551234","from":"12061231234","body":"hello"}""";
    private const string Record = """{"id":"mdr2-1","type":"message","attributes":{"body":"hello","status":"delivered"}}""";

    private static readonly SendMessageRequest Message = new("12065551234", "12061231234") { Body = "hello" };

    [TestCase(false, Attributes)]
    [TestCase(true, $$$"""{"data":{"type":"message","attributes":{{{Attributes}}}}}""")]
    public async Task A_message_is_sent_as_it_is_unless_the_client_is_to_send_documents(bool asDocuments, string json)
    {
        await using var simulator = await FlowrouteSimulator.StartAsync();
        var flowroute = simulator.CreateClient(new() { SendMessagesAsDocuments = asDocuments });

        var id = (await flowroute.Messages.SendAsync(Message)).Id;

        var sent = simulator.Requests.Single();
        Assert.That((sent.ContentType, JToken.DeepEquals(JToken.Parse(sent.Body), JToken.Parse(json))), Is.EqualTo(("application/vnd.api+json", true)), sent.Body);
        Assert.That((await flowroute.Messages.GetAsync(id)).Body, Is.EqualTo("hello"));
    }

    [Test]
    public async Task Prism_accepts_both_forms()
    {
        await using var prism = await PrismServer.StartAsync("flowroute/messages");
        foreach (var asDocuments in new[] { false, true })
        {
            var flowroute = new FlowrouteClient(FlowrouteCredentials.FromAccessKey("access", "secret"), new() { Hosts = { ["api.flowroute.com"] = prism.Address }, SendMessagesAsDocuments = asDocuments });
            Assert.That((await flowroute.Messages.SendAsync(Message)).Id, Does.StartWith("mdr2-"));
        }
    }

    [TestCase(false, "body")]
    [TestCase(true, "body")]
    public async Task A_message_without_a_text_is_refused_in_either_form(bool asDocuments, string field)
    {
        await using var simulator = await FlowrouteSimulator.StartAsync();
        var flowroute = simulator.CreateClient(new() { SendMessagesAsDocuments = asDocuments });
        Assert.That(() => flowroute.Messages.SendAsync(new("12065551234", "12061231234")), Throws.InstanceOf<InvalidRequestException>().With.Property("Field").EqualTo(field));
        Assert.That(() => flowroute.Messages.SendAsync(null!), Throws.ArgumentNullException);
        Assert.That(simulator.Requests, Is.Empty);
    }

    [TestCase("""{"from":"12061231234","body":"hello"}""")]
    [TestCase("""{"data":{"type":"message","attributes":{"from":"12061231234","body":"hello"}}}""")]
    [TestCase("""{"data":{"type":"message"}}""")]
    [TestCase("{}")]
    public async Task The_simulator_refuses_what_is_no_message_in_either_form(string json)
    {
        await using var simulator = await FlowrouteSimulator.StartAsync();
        using var http = new HttpClient();
        using var request = new HttpRequestMessage(HttpMethod.Post, simulator.ClientOptions().Hosts["api.flowroute.com"] + "/v2.1/messages") { Content = new StringContent(json, System.Text.Encoding.UTF8, "application/vnd.api+json") };
        request.Headers.Authorization = new("Basic", Convert.ToBase64String(System.Text.Encoding.UTF8.GetBytes($"{simulator.AccessKey}:{simulator.SecretKey}")));
        using var answer = await http.SendAsync(request);
        Assert.That((int)answer.StatusCode, Is.EqualTo(422), await answer.Content.ReadAsStringAsync());
    }

    [TestCase("""{"data":{"id":"mdr2-1","type":"message","links":{"self":"https://api.flowroute.com/v2.1/messages/mdr2-1"}}}""")]
    [TestCase("""{"id":"mdr2-1","type":"message","links":{"self":"https://api.flowroute.com/v2.1/messages/mdr2-1"}}""")]
    public async Task The_reply_is_read_in_both_forms(string json)
    {
        var sent = await Answering(json).Messages.SendAsync(Message);
        Assert.That((sent.Id, sent.Links!.Self!.OriginalString, sent.AdditionalProperties), Is.EqualTo(("mdr2-1", "https://api.flowroute.com/v2.1/messages/mdr2-1", new Dictionary<string, JToken>())));
    }

    [Test]
    public void A_reply_without_an_id_is_an_error() =>
        Assert.That(() => Answering("""{"data":{}}""").Messages.SendAsync(Message), Throws.InstanceOf<FlowrouteApiException>().With.Message.Contains("'id'"));

    // The vendor's document has each record of a list in a document of its own; its examples do not.
    [TestCase($$"""{"data":[{{Record}}]}""")]
    [TestCase($$$"""{"data":[{"data":{{{Record}}}}]}""")]
    public async Task Records_are_listed_in_both_forms(string json)
    {
        var records = await Answering(json).Messages.ListAsync(DateTimeOffset.UnixEpoch).ToListAsync();
        Assert.That(records.Select(record => (record.Id, record.Body, record.Status?.Value)), Is.EqualTo([("mdr2-1", "hello", "delivered")]));
    }

    private static FlowrouteClient Answering(string json) =>
        new(new HttpClient(StubHandler.Of(json)), FlowrouteCredentials.FromAccessKey("key", "secret"));
}
