using Newtonsoft.Json;
using Newtonsoft.Json.Linq;
using Vonage.Core;
using Vonage.Core.Pipeline;
using Vonage.Core.Serialization;
using Vonage.Voice;

namespace Vonage.Contract.Tests.Apis.Voice;

[TestFixture]
public class NccoTests
{
    [Test]
    public void Keeps_the_order_of_its_actions() =>
        Assert.That(Ncco.Create().Talk("a").Wait().Stream(new("https://example.com/a.mp3")).Select(a => a.Action), Is.EqualTo(["talk", "wait", "stream"]));

    [Test]
    public void An_empty_one_is_an_empty_array() => Assert.That(Ncco.Create().ToJson(), Is.EqualTo("[]"));

    [Test]
    public void Is_filled_like_any_collection()
    {
        var ncco = new Ncco { new TalkAction("a"), new WaitAction() };
        ncco.Insert(0, new TalkAction("first"));
        ncco[1] = new TalkAction("second");
        Json.AssertEqual(ncco.ToJson(), """[{"action":"talk","text":"first"},{"action":"talk","text":"second"},{"action":"wait"}]""");
    }

    [Test]
    public void Every_way_in_is_checked()
    {
        var ncco = Ncco.Create().Talk("a");
        var broken = new TalkAction();
        using (Assert.EnterMultipleScope())
        {
            Assert.That(() => ncco.Insert(0, broken), Throws.TypeOf<InvalidRequestException>());
            Assert.That(() => ncco[0] = broken, Throws.TypeOf<InvalidRequestException>());
            Assert.That(() => ((ICollection<NccoAction>)ncco).Add(broken), Throws.TypeOf<InvalidRequestException>());
            Assert.That(() => ((System.Collections.IList)ncco).Add(broken), Throws.TypeOf<InvalidRequestException>());
            Assert.That(() => Ncco.Parse("""[{"action":"talk"}]""").Validate(), Throws.TypeOf<InvalidRequestException>().With.Message.StartsWith("talk.text is required"));
            Assert.That(() => ncco.Add(null!), Throws.ArgumentNullException);
            Assert.That(ncco.Single(), Is.TypeOf<TalkAction>().With.Property("Text").EqualTo("a"));
        }
    }

    [Test]
    public void An_action_that_changed_since_is_not_written()
    {
        var ncco = Ncco.Create().Wait().Talk("a");
        ((TalkAction)ncco[1]).Loop = -1;
        using (Assert.EnterMultipleScope())
        {
            Assert.That(ncco.ToJson, Throws.TypeOf<InvalidRequestException>().With.Message.StartsWith("talk.loop must be at least 0"));
            Assert.That(((IValidatable)ncco).Validate, Throws.TypeOf<InvalidRequestException>().With.Property("Field").EqualTo("[1].loop"));
        }
    }

    [Test]
    public void Missing_arguments_are_named()
    {
        using (Assert.EnterMultipleScope())
        {
            Assert.That(() => Ncco.Create().Input(null!), Throws.ArgumentNullException.With.Property("ParamName").EqualTo("configure"));
            Assert.That(() => Ncco.Create().Notify(null!, new("https://example.com")), Throws.ArgumentNullException.With.Property("ParamName").EqualTo("payload"));
        }
    }

    [Test]
    public void Reads_actions_and_fields_that_it_does_not_know()
    {
        const string Written = """
            [{"action":"talk","text":"a","mood":"merry"},
             {"action":"sing","song":"Yesterday","at":"2026-01-01T00:00:00Z","verses":[{"n":1.10}]},
             {"action":"input","type":["dtmf","gesture"],"mode":"dreaming","dtmf":{"maxDigits":1,"colour":"red"}},
             {"action":"connect","endpoint":[{"type":"satellite","id":7}],"machineDetection":"shrug"}]
            """;
        var ncco = Ncco.Parse(Written);
        using (Assert.EnterMultipleScope())
        {
            Assert.That(ncco[0].AdditionalProperties["mood"], Is.EqualTo(new JValue("merry")));
            Assert.That(ncco[1], Is.TypeOf<NccoAction>().With.Property("Action").EqualTo("sing"));
            Assert.That(((InputAction)ncco[2]).Type, Does.Contain(new InputType("gesture")));
        }

        Json.AssertEqual(ncco.ToJson(), Written);
    }

    [Test]
    public void Reads_numbers_as_times()
    {
        var ncco = Ncco.Parse("""[{"action":"wait","timeout":0.5},{"action":"input","type":["speech"],"speech":{"endOnSilence":1.5,"startTimeout":"3"}}]""");
        using (Assert.EnterMultipleScope())
        {
            Assert.That(((WaitAction)ncco[0]).Timeout, Is.EqualTo(TimeSpan.FromSeconds(0.5)));
            Assert.That(((InputAction)ncco[1]).Speech!.EndOnSilence, Is.EqualTo(TimeSpan.FromSeconds(1.5)));
            Assert.That(((InputAction)ncco[1]).Speech!.StartTimeout, Is.EqualTo(TimeSpan.FromSeconds(3)));
        }
    }

    [TestCase("")]
    [TestCase("null")]
    [TestCase("{}")]
    [TestCase("[")]
    [TestCase("""["talk"]""")]
    [TestCase("hello")]
    public void What_is_no_NCCO_is_a_JSON_error(string text) => Assert.That(() => Ncco.Parse(text), Throws.InstanceOf<JsonException>());

    [TestCase("[null]")]
    public void Null_is_no_action(string text) => Assert.That(() => Ncco.Parse(text), Throws.InstanceOf<ArgumentException>());

    [Test]
    public void An_action_without_a_name_is_refused() =>
        Assert.That(() => Ncco.Parse("""[{"text":"a"}]""").Validate(), Throws.TypeOf<InvalidRequestException>().With.Message.StartsWith("[unknown].action is required"));

    [Test]
    public void Stands_in_a_request_as_an_array()
    {
        var request = new CreateCallRequest
        {
            From = new PhoneEndpoint("14843335555"),
            To = { new PhoneEndpoint("14843331234") },
            Ncco = Ncco.Create().Talk("Press one to confirm", bargeIn: true),
        };
        Json.AssertEqual(
            ApiJson.Serialize(request),
            """
            {"to":[{"type":"phone","number":"14843331234"}],"from":{"type":"phone","number":"14843335555"},
             "ncco":[{"action":"talk","text":"Press one to confirm","bargeIn":true}]}
            """);
    }
}
