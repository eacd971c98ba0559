using System.Net;
using Vonage.Testing.State;
using Vonage.Testing.Tests.Support;

namespace Vonage.Testing.Tests;

internal sealed class SmsStateTests : SimulatorTest
{
    private const string Send = "/rest.nexmo.com/sms/json";

    protected override void Prepare()
    {
        Options.Balance = 0.07m;
        Options.FailingNumbers["447700900006"] = 6;
    }

    [SetUp]
    public void Authenticate() => UseBasic();

    [Test]
    public async Task A_message_has_an_id_a_price_and_its_references()
    {
        var first = await PostFormAsync(Send, ("from", "ACME"), ("to", "447700900000"), ("text", "Hello"), ("client-ref", "my-ref"));
        var second = await PostFormAsync(Send, ("from", "ACME"), ("to", "447700900000"), ("text", "Hello"));

        Assert.That((first["message-count"], first["messages.0.status"], first["messages.0.to"]), Is.EqualTo(("1", "0", "447700900000")));
        Assert.That((first["messages.0.client-ref"], second["messages.0.client-ref"]), Is.EqualTo(("my-ref", (string?)null)));
        Assert.That((first["messages.0.message-price"], first["messages.0.remaining-balance"]), Is.EqualTo(("0.03330000", "0.03670000")));
        Assert.That(first["messages.0.message-id"], Is.Not.EqualTo(second["messages.0.message-id"]));
        Assert.That(Simulator.Balance, Is.EqualTo(0.0034m));
    }

    [Test]
    public async Task A_message_may_fail_in_part_where_the_balance_ends()
    {
        var answer = await PostFormAsync(Send, ("from", "ACME"), ("to", "447700900000"), ("text", new string('x', 400)));

        Assert.That((answer.Status, answer["message-count"]), Is.EqualTo((HttpStatusCode.OK, "3")));
        Assert.That((answer["messages.1.status"], answer["messages.2.status"], answer["messages.2.error-text"]), Is.EqualTo(("0", "9", "Quota Exceeded - rejected")));
    }

    [Test]
    public async Task A_number_may_be_out_of_reach()
    {
        var answer = await PostFormAsync(Send, ("from", "ACME"), ("to", "447700900006"), ("text", "Hello"));

        Assert.That((answer.Status, answer["messages.0.status"]), Is.EqualTo((HttpStatusCode.OK, "6")));
        Assert.That(answer["messages.0.error-text"], Does.Contain("447700900006"));
        Assert.That(Simulator.Balance, Is.EqualTo(0.07m));
    }

    [TestCase("from=ACME&text=x", "2", "to")]
    [TestCase("from=ACME&to=447700900000", "2", "text")]
    [TestCase("from=ACME&to=447700900000&type=binary&text=x", "2", "body")]
    [TestCase("from=ACME&to=%2B447700900000&text=x", "3", "to")]
    public async Task A_wrong_request_gets_a_status_and_a_text(string form, string status, string field)
    {
        using var content = new StringContent(form, System.Text.Encoding.UTF8, "application/x-www-form-urlencoded");
        var answer = await PostAsync(Send, content);

        Assert.That((answer.Status, answer["messages.0.status"]), Is.EqualTo((HttpStatusCode.OK, status)));
        Assert.That(answer["messages.0.error-text"], Does.StartWith(field + ": "));
    }

    [Test]
    public async Task A_conversion_is_taken()
    {
        var answer = await PostFormAsync("/api.nexmo.com/conversions/sms?message-id=x&delivered=true&timestamp=2026-03-01%2014:30:00");

        Assert.That(answer.Status, Is.EqualTo(HttpStatusCode.OK));
    }

    [TestCase(160, null, ExpectedResult = 1)]
    [TestCase(161, "text", ExpectedResult = 2)]
    [TestCase(306, "text", ExpectedResult = 2)]
    [TestCase(307, "text", ExpectedResult = 3)]
    [TestCase(70, "unicode", ExpectedResult = 1)]
    [TestCase(71, "unicode", ExpectedResult = 2)]
    [TestCase(280, "binary", ExpectedResult = 1)]
    [TestCase(282, "binary", ExpectedResult = 2)]
    public int A_long_text_takes_several_parts(int length, string? type) => SmsParts.Count(new string('0', length), type);

    [TestCase('€', 80, "1")]
    [TestCase('€', 81, "2")]
    public async Task Parts_are_counted_as_the_client_counts_them(char character, int length, string parts)
    {
        var text = new string(character, length);
        using var content = new StringContent("from=ACME&to=447700900000&text=" + Uri.EscapeDataString(text), System.Text.Encoding.UTF8, "application/x-www-form-urlencoded");
        var answer = await PostAsync(Send, content);

        Assert.That((answer["message-count"], SmsText.Analyze(text).PartCount.ToString(System.Globalization.CultureInfo.InvariantCulture)), Is.EqualTo((parts, parts)));
    }
}
