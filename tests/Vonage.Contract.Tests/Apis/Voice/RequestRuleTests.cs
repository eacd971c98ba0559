using Vonage.Core;
using Vonage.Core.Pipeline;
using Vonage.Voice;

namespace Vonage.Contract.Tests.Apis.Voice;

[TestFixture]
public class RequestRuleTests
{
    private const string WebUrl = " must be an absolute http or https URL, such as https://example.com/events.";

    private static IEnumerable<TestCaseData> Broken()
    {
        yield return Case(Call(c => c.To.Clear()), "to must contain at least 1 item, but contains 0.");
        yield return Case(Call(c => c.From = null), "from is required unless random_from_number is true.");
        yield return Case(Call(c => c.RandomFromNumber = true), "random_from_number must not be true if from is set.");
        yield return Case(Call(c => c.Ncco.Clear()), "ncco is required unless answer_url is set.");
        yield return Case(Call(c => c.AnswerUrl.Add(new("https://example.com/answer"))), "answer_url must not be set if ncco is set.");
        yield return Case(Call(c => c.EventUrl.Add(new("x", UriKind.Relative))), "event_url[0]" + WebUrl);
        yield return Case(Call(c => c.RingingTimer = TimeSpan.FromSeconds(1.5)), "ringing_timer must be a whole number of seconds, but is 1.5. Round it, for example to 2.");
        yield return Case(Call(c => c.RingingTimer = TimeSpan.FromSeconds(121)), "ringing_timer must be 1 to 120 seconds, but is 121.");
        yield return Case(Call(c => c.LengthTimer = TimeSpan.FromSeconds(1.5)), "length_timer must be a whole number of seconds, but is 1.5. Round it, for example to 2.");
        yield return Case(Call(c => c.From!.DtmfAnswer = "1"), "from.dtmfAnswer is not supported for the caller. Set it in to.");
        yield return Case(Call(c => c.From!.Shaken = "token"), "from.shaken is not supported for the caller. Set it in to.");
        yield return Case(Call(c => c.To[0] = new SipEndpoint()), "to[0].uri is required. Set it.");
        yield return Case(Call(c => c.To.Add(new SipEndpoint(new Uri("sip:" + new string('x', 50))))), "to[1].uri must have 1 to 50 characters, but has 54.");
        yield return Case(Call(c => ((TalkAction)c.Ncco[0]).Text = string.Empty), "ncco[0].text is required. Set it.");
        yield return Case(new TransferDestination(), "ncco is required unless url is set.");
        yield return Case(new TransferDestination { Ncco = Ncco.Create().Wait(), Url = { new("https://example.com") } }, "url must not be set if ncco is set.");
        yield return Case(new TransferDestination { Url = { new("x", UriKind.Relative) } }, "url[0]" + WebUrl);
        yield return Case(new StartStreamRequest { StreamUrl = { new("https://example.com") }, Level = 1.1m }, "level must be -1 to 1, but is 1.1.");
        yield return Case(new StartStreamRequest { StreamUrl = { new("x", UriKind.Relative) } }, "stream_url[0]" + WebUrl);
        yield return Case(new StartTalkRequest("Hello") { Level = -1.1m }, "level must be -1 to 1, but is -1.1.");
        yield return Case(new SubscribeDtmfRequest(), "event_url must contain exactly 1 item, but contains 0.");
        yield return Case(new SubscribeDtmfRequest { EventUrl = { new("x", UriKind.Relative) } }, "event_url[0]" + WebUrl);

        static TestCaseData Case(IValidatable request, string message) => new TestCaseData(request, message).SetArgDisplayNames($"{request.GetType().Name}: {message}");
    }

    private static IEnumerable<IValidatable> Good()
    {
        yield return Call(_ => { });
        yield return Call(c => (c.From, c.RandomFromNumber) = (null, true));
        yield return Call(c => (c.Ncco, c.AnswerUrl) = (new(), [new("https://example.com/answer")]));
        yield return Call(c => c.To[0] = new SipEndpoint(new Uri("sip:rebekka@sip.example.com")));
        yield return new StartTalkRequest("Hello") { Level = 1 };
    }

    [TestCaseSource(nameof(Broken))]
    public void Says_field_and_rule(IValidatable request, string message) =>
        Assert.That(request.Validate, Throws.TypeOf<InvalidRequestException>().With.Message.StartsWith(message));

    [TestCaseSource(nameof(Good))]
    public void Lets_good_requests_pass(IValidatable request) => Assert.That(request.Validate, Throws.Nothing);

    private static CreateCallRequest Call(Action<CreateCallRequest> change)
    {
        var request = new CreateCallRequest { From = new PhoneEndpoint("14843335555"), To = { new PhoneEndpoint("14843331234") }, Ncco = Ncco.Create().Talk("Hello") };
        change(request);
        return request;
    }
}
