using System.Net;
using Flowroute.Messages;
using Flowroute.Testing;
using Vonage.Core;
using Vonage.Simulation;

namespace Flowroute.Contract.Tests;

public class ErrorTests
{
    private static readonly SendMessageRequest Message = new() { To = "12065551234", From = "12061231234", Body = "hello" };
    private FlowrouteSimulator _simulator = null!;

    [SetUp]
    public async Task StartAsync() => _simulator = await FlowrouteSimulator.StartAsync();

    [TearDown]
    public async Task StopAsync() => await _simulator.DisposeAsync();

    [Test]
    public async Task Each_fault_is_there()
    {
        _simulator.Respond("messages.send", new SimulatedResponse
        {
            StatusCode = 422,
            Body = """{"errors":[{"detail":"The 'to' number is not valid.","id":"a","status":422,"title":"Unprocessable Entity"},{"detail":"The file is too large.","id":"b","status":"422"}]}""",
            ContentType = "application/vnd.api+json",
        });
        var error = await FailAsync(_simulator.CreateClient());
        Assert.Multiple(() =>
        {
            Assert.That(error.StatusCode, Is.EqualTo(HttpStatusCode.UnprocessableEntity));
            Assert.That(error.Errors.Select(e => (e.Id, e.Status, e.Detail)), Is.EqualTo(new[] { ("a", 422, "The 'to' number is not valid."), ("b", 422, "The file is too large.") }));
            Assert.That(error.Message, Does.StartWith("Messages.send failed: 422 Unprocessable Entity. The 'to' number is not valid.; The file is too large."));
        });
    }

    [TestCase("<html>Bad gateway</html>", "text/html")]
    [TestCase("""{"errors":"none"}""", "application/json")]
    [TestCase("""{"errors":[null]}""", "application/json")]
    [TestCase("""{"message":"Bad"}""", "application/json")]
    [TestCase("", "text/plain")]
    public async Task A_body_that_is_no_error_of_theirs_is_kept(string body, string contentType)
    {
        _simulator.Respond("messages.send", new SimulatedResponse { StatusCode = 502, Body = body, ContentType = contentType });
        var error = await FailAsync(_simulator.CreateClient());
        Assert.That((error.StatusCode, error.Body, error.Errors.Count), Is.EqualTo((HttpStatusCode.BadGateway, body, 0)));
    }

    [Test]
    public async Task Wrong_keys_are_refused()
    {
        var error = await FailAsync(new FlowrouteClient(FlowrouteCredentials.FromAccessKey(_simulator.AccessKey, "another-secret"), _simulator.ClientOptions()));
        Assert.That((error.StatusCode, error.Errors[0].Title), Is.EqualTo((HttpStatusCode.Unauthorized, "Unauthorized")));
        Assert.That(error.ToString(), Does.Not.Contain("another-secret"));
    }

    [TestCase("messages", 403)]
    [TestCase("messages", 429)]
    public async Task Every_documented_error_has_faults(string spec, int status)
    {
        _simulator.Respond(spec + ".send", status);
        Assert.That((await FailAsync(_simulator.CreateClient())).Errors[0].Status, Is.EqualTo(status));
    }

    [Test]
    public void What_cannot_be_right_is_not_sent()
    {
        var flowroute = _simulator.CreateClient();
        Assert.Multiple(() =>
        {
            Refuses(() => flowroute.Messages.SendAsync(new SendMessageRequest { To = "12065551234", From = "12061231234" }), "body");
            Refuses(() => flowroute.Messages.SendAsync(new SendMessageRequest { From = "12061231234", Body = "hello" }), "to");
            Refuses(() => flowroute.Cnam.CreateAsync(new("123")), "value");
            Refuses(() => flowroute.Cnam.CreateAsync(new("A name that is too long")), "value");
            Refuses(() => flowroute.Routes.SetPrimaryRouteAsync("2065551234x", "1234"), "number_id");
            var address = Cases.E911Cases.Address;
            address.AddressTypeNumber = null;
            Refuses(() => flowroute.E911.CreateAsync(address), "data.attributes.address_type_number");
        });
        Assert.That(_simulator.Requests, Is.Empty);

        static void Refuses(Func<Task> call, string field) =>
            Assert.That(call, Throws.InstanceOf<InvalidRequestException>().With.Property("Field").EqualTo(field));
    }

    private static async Task<FlowrouteApiException> FailAsync(FlowrouteClient flowroute)
    {
        try
        {
            await flowroute.Messages.SendAsync(Message);
        }
        catch (FlowrouteApiException error)
        {
            return error;
        }
        throw new AssertionException("No error came.");
    }
}
