using System.Net;
using System.Text.Json.Nodes;
using Vonage.Testing.Tests.Support;

namespace Vonage.Testing.Tests;

internal sealed class MessagesStateTests : SimulatorTest
{
    private const string Send = "/api.nexmo.com/v1/messages";

    protected override void Prepare() => Options.Balance = 0.1m;

    [SetUp]
    public void Authenticate() => UseToken();

    [Test]
    public async Task A_message_has_an_id_of_its_own_and_a_price()
    {
        var (first, second) = (await PostAsync(Send, Sms()), await PostAsync(Send, Sms()));

        Assert.That((first.Status, second.Status), Is.EqualTo((HttpStatusCode.Accepted, HttpStatusCode.Accepted)));
        Assert.That(first["message_uuid"], Is.Not.Null.And.Not.EqualTo(second["message_uuid"]));
        Assert.That(Simulator.Balance, Is.Zero);
    }

    [Test]
    public async Task An_empty_account_cannot_send()
    {
        Simulator.Balance = 0;

        var answer = await PostAsync(Send, Sms());

        Assert.That((answer.Status, answer["title"]), Is.EqualTo((HttpStatusCode.PaymentRequired, "Low balance")));
    }

    [Test]
    public async Task A_wrong_message_is_refused_by_the_name_of_its_field()
    {
        var message = Sms();
        message["failover"] = new JsonArray(new JsonObject
        {
            ["channel"] = "whatsapp",
            ["message_type"] = "image",
            ["to"] = "447700900000",
            ["from"] = "447700900001",
            ["image"] = new JsonObject(),
        });

        var answer = await PostAsync(Send, message);

        Assert.That((answer.Status, answer["title"]), Is.EqualTo((HttpStatusCode.UnprocessableEntity, "Invalid params")));
        Assert.That((answer["invalid_parameters.0.name"], answer["invalid_parameters.0.reason"]), Is.EqualTo(("failover[0].image.url", "is required")));
        Assert.That(answer["detail"], Is.EqualTo("failover[0].image.url: is required"));
    }

    private static JsonObject Sms() => new()
    {
        ["channel"] = "sms",
        ["message_type"] = "text",
        ["to"] = "447700900000",
        ["from"] = "ACME",
        ["text"] = "Hello",
    };
}
