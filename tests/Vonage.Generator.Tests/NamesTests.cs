using Vonage.Generator.Tests.Support;

namespace Vonage.Generator.Tests;

internal sealed class NamesTests() : GeneratedTest("Vonage.Names")
{
    [TestCase("request_id", "RequestId")]
    [TestCase("dr-callback-url", "DeliveryReceiptCallbackUrl")]
    [TestCase("moCallBackUrl", "InboundCallbackUrl")]
    [TestCase("timeOut", "Timeout")]
    [TestCase("app_id", "ApplicationId")]
    [TestCase("approval_datetime", "ApprovalDateTime")]
    [TestCase("month", "Month")]
    [TestCase("system", "System")]
    [TestCase("_links", "Links")]
    [TestCase("caller.id.name", "CallerIdName")]
    [TestCase("messageId", "MessageId")]
    [TestCase("CITY_CODE", "CityCode")]
    [TestCase("2fa", "_2fa")]
    [TestCase("@type", "Type")]
    [TestCase("class", "Class")]
    [TestCase("headers", "Headers")]
    public void A_member_is_in_Pascal_case(string wire, string member) =>
        Assert.That(Package.Type("Thing").GetProperty(member), Is.Not.Null, wire);

    [TestCase("ThingValue")]
    [TestCase("ValidateValue")]
    [TestCase("AdditionalPropertiesValue")]
    [TestCase("ToStringValue")]
    [TestCase("GetTypeValue")]
    public void A_member_does_not_take_a_name_that_its_class_has_already(string member) =>
        Assert.That(Package.Type("Thing").GetProperty(member), Is.Not.Null);

    [Test]
    public async Task Every_member_keeps_its_name_on_the_wire()
    {
        await RunAsync("""
            await new NamesClient(api).ReplaceThingAsync(new Thing
            {
                RequestId = "a", DeliveryReceiptCallbackUrl = "b", Links = new ThingLinks { Self = "c" }, CallerIdName = "d", MessageId = "e", CityCode = "f", _2fa = "g", Type = "h",
                ThingValue = "i", ValidateValue = "j", AdditionalPropertiesValue = "k", ToStringValue = "l", GetTypeValue = "m", Class = "n", Headers = "o", MoreHeaders = "p",
                EventList = { "q" },
            });
            """);

        Assert.That(Sent.Body, Is.EqualTo("""
            {"request_id":"a","dr-callback-url":"b","_links":{"self":"c"},"caller.id.name":"d","messageId":"e","CITY_CODE":"f","2fa":"g","@type":"h",
            "thing":"i","validate":"j","additional_properties":"k","to_string":"l","get_type":"m","class":"n","headers":"o","Headers":"p","event_list":["q"]}
            """.ReplaceLineEndings(string.Empty)));
    }

    [Test]
    public async Task A_reply_finds_every_member_by_its_name_on_the_wire()
    {
        Wire.Reply("""{"request_id":"a","dr-callback-url":"b","_links":{"self":"c"},"caller.id.name":"d","headers":"e","Headers":"f","thing":"g"}""");

        var members = await RunAsync("""
            var thing = await new NamesClient(api).GetThingAsync("1", "2");
            return string.Join(' ', thing.RequestId, thing.DeliveryReceiptCallbackUrl, thing.Links!.Self, thing.CallerIdName, thing.Headers, thing.MoreHeaders, thing.ThingValue);
            """);

        Assert.That(members, Is.EqualTo("a b c d e f g"));
    }

    [Test]
    public async Task Parameters_are_in_camel_case_and_may_be_keywords_and_more_than_two_optional_ones_are_one_object()
    {
        await RunAsync("""
            await new NamesClient(api).GetThingAsync(thingId: "1", @class: "2", options: new() { Event = "3", PageSize = 4, FilterName = "5", FilterState = "6", Algorithm = "7", XTraceId = "8" });
            """);

        Assert.That(Sent.Target, Is.EqualTo("/v1/things/1/2?event=3&page-size=4&filter.name=5&filter%5Bstate%5D=6&sig_alg=7"));
        Assert.That(Sent.Headers["X-Trace-Id"].ToString(), Is.EqualTo("8"));
    }

    [Test]
    public async Task Parameters_may_have_the_names_that_generated_code_needs_itself()
    {
        await RunAsync("""
            await new NamesClient(api).BeBusyAsync(request: new BusyCall("0"), callValue: "1", optionsValue: "2", requestValue: "3", bodyValue: "4", cancellationTokenValue: "5", pathValue: "p", item: [6]);
            """);

        Assert.That(Sent.Query, Is.EqualTo("call=1&options=2&request=3&body=4&cancellation_token=5&path=p&item=6"));
        Assert.That(Sent.Body, Is.EqualTo("""{"event":"0"}"""));
    }

    [Test]
    public void Methods_are_named_by_their_operation_and_end_in_Async()
    {
        var methods = Package.Type("INamesClient").GetMethods();

        Assert.That(methods.Select(m => m.Name), Is.EquivalentTo((string[])["GetThingAsync", "ReplaceThingAsync", "BeBusyAsync"]));
        Assert.That(methods.Select(m => m.GetParameters()[^1].ParameterType), Is.All.EqualTo(typeof(CancellationToken)));
        Assert.That(methods.Select(m => m.GetParameters()[^1].HasDefaultValue), Is.All.True);
    }

    [Test]
    public void What_the_API_deprecates_is_obsolete_and_names_its_replacement() =>
        Assert.That(
            Package.Type("Thing").GetProperties().SelectMany(p => p.GetCustomAttributes(false).OfType<ObsoleteAttribute>().Select(o => (p.Name, o.Message))),
            Is.EqualTo([("OldName", "Use new_name instead.")]));

    [Test]
    public void Words_of_the_spec_become_documentation_that_compiles() =>
        Assert.That(Package.Files["INamesClient.g.cs"], Does.Contain("/// <summary>Names that are poor C#: <c>snake_case</c> &amp; &lt;angles&gt;.</summary>"));
}
