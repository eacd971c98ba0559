using Vonage.Generator.Tests.Support;

namespace Vonage.Generator.Tests;

internal sealed class JsonBodyTests() : GeneratedTest("Vonage.Bodies")
{
    [Test]
    public async Task Fields_of_one_value_write_themselves_and_unset_optionals_are_not_on_the_wire()
    {
        await RunAsync("""await new BodiesClient(api).SendJsonAsync(new Order { Id = "1" });""");

        Assert.That(Json.Of(Sent.Body), Is.EqualTo(Json.Of("""{"version":"v1","live":true,"amount_of_parts":7,"factor":1.5,"id":"1","tags":[]}""")));
        Assert.That(Sent.Headers.ContentType.ToString(), Does.StartWith("application/json"));
    }

    [Test]
    public async Task Parameters_of_one_value_write_themselves_and_unset_optionals_are_not_on_the_wire()
    {
        await RunAsync("""await new BodiesClient(api).SendJsonAsync(new Order { Id = "1" });""");

        Assert.That(Sent.Query.Split('&'), Is.EquivalentTo((string[])["format=json", "dry=true"]));
    }

    [Test]
    public void A_field_of_one_value_cannot_be_set() =>
        Assert.That(Package.ErrorsOf("""new Order().Version = "v2";"""), Has.One.Contains("read only"));

    [Test]
    public async Task A_field_of_one_value_that_may_be_absent_can_be_set()
    {
        await RunAsync("""await new BodiesClient(api).SendJsonAsync(new Order { Id = "1", Maybe = "only" });""");

        Assert.That(Sent.Body, Does.Contain("\"maybe\":\"only\""));
    }

    [Test]
    public async Task A_reply_with_another_value_in_a_field_of_one_value_can_be_read()
    {
        Wire.Reply("""{"version":"v2","live":false,"amount_of_parts":8,"factor":2.5,"id":"1"}""");

        Assert.That(await RunAsync("""return (await new BodiesClient(api).SendJsonAsync(new Order { Id = "1" })).Id;"""), Is.EqualTo("1"));
    }

    [Test]
    public async Task Defaults_are_neither_sent_nor_invented()
    {
        Wire.Reply("""{"id":"1"}""");

        var unset = await RunAsync("""
            var order = await new BodiesClient(api).SendJsonAsync(new Order { Id = "1" });
            return order.Mode is null && order.Retries is null && order.Verbose is null && order.Kind is null;
            """);

        Assert.That(unset, Is.True);
        Assert.That(Sent.Body, Does.Not.Contain("mode").And.Not.Contain("retries").And.Not.Contain("verbose").And.Not.Contain("kind"));
    }

    [Test]
    public async Task What_is_set_is_sent_even_where_it_is_the_default_or_zero()
    {
        await RunAsync("""
            await new BodiesClient(api).SendJsonAsync(new Order { Id = "1", Mode = "fast", Retries = 0, Verbose = false, Kind = OrderKind.Small, Note = "", Part = new() });
            """);

        Assert.That(Json.Of(Sent.Body), Is.EqualTo(Json.Of("""
            {"version":"v1","live":true,"amount_of_parts":7,"factor":1.5,"id":"1","tags":[],"mode":"fast","retries":0,"verbose":false,"kind":"small","note":"","part":{}}
            """)));
    }

    [Test]
    public async Task Collections_that_were_looked_at_but_not_filled_are_not_on_the_wire()
    {
        await RunAsync("""
            var order = new Order { Id = "1" };
            if (order.Parts.Count + order.Labels.Count + order.Extra.Count + order.AdditionalProperties.Count == 0)
                await new BodiesClient(api).SendJsonAsync(order);
            """);

        Assert.That(Sent.Body, Does.Not.Contain("parts\":[").And.Not.Contain("labels").And.Not.Contain("extra"));
    }

    [Test]
    public async Task Collections_are_sent_when_they_hold_something()
    {
        await RunAsync("""
            await new BodiesClient(api).SendJsonAsync(new Order
            {
                Id = "1", Tags = { "t" }, Parts = { new OrderPart { Name = "p" } }, Labels = { ["l"] = "v" }, Extra = { ["e"] = new JArray(1) }, AdditionalProperties = { ["more"] = 2 },
            });
            """);

        Assert.That(Json.Of(Sent.Body), Is.EqualTo(Json.Of("""
            {"version":"v1","live":true,"amount_of_parts":7,"factor":1.5,"id":"1","tags":["t"],"parts":[{"name":"p"}],"labels":{"l":"v"},"extra":{"e":[1]},"more":2}
            """)));
    }

    [TestCase("", "null", "absent")]
    [TestCase(", Filters = []", "[]", "empty")]
    [TestCase(""", Filters = ["a"]""", """["a"]""", "filled")]
    public async Task A_list_for_which_empty_is_not_absent_knows_both(string initializer, string expected, string state)
    {
        await RunAsync($$"""await new BodiesClient(api).SendJsonAsync(new Order { Id = "1"{{initializer}} });""");

        var sent = Newtonsoft.Json.Linq.JObject.Parse(Sent.Body)["filters"]?.ToString(Newtonsoft.Json.Formatting.None) ?? "null";
        Assert.That(sent, Is.EqualTo(expected), state);
    }

    [TestCase("""{"id":"1","reference":"a","code":"b"}""", "a b")]
    [TestCase("""{"id":"1","reference":12,"code":340282366920938463463374607431768211455}""", "12 340282366920938463463374607431768211455")]
    [TestCase("""{"id":"1","reference":"007","code":1.50}""", "007 1.50")]
    [TestCase("""{"id":"1","reference":null}""", " ")]
    public async Task Text_or_a_number_is_one_string_that_reads_both(string json, string expected)
    {
        Wire.Reply(json);

        var read = await RunAsync("""
            var order = await new BodiesClient(api).SendJsonAsync(new Order { Id = "1", Reference = "x", Code = "5" });
            string? reference = order.Reference, code = order.Code;
            return $"{reference} {code}";
            """);

        Assert.That(read, Is.EqualTo(expected));
        Assert.That(Sent.Body, Does.Contain("\"reference\":\"x\",\"code\":\"5\""));
    }

    [Test]
    public async Task Fields_that_this_version_does_not_know_survive_a_round_trip()
    {
        const string Json = """{"version":"v1","live":true,"amount_of_parts":7,"factor":1.5,"id":"1","tags":[],"part":{"name":"p","depth":{"a":[0.10]}},"future":"2024-05-01T10:00:00+02:00"}""";
        Wire.Reply(Json);

        await RunAsync("""
            var client = new BodiesClient(api);
            await client.SendJsonAsync(await client.SendJsonAsync(new Order { Id = "1" }));
            """);

        Assert.That(Support.Json.Of(Wire.Requests.Last().Body), Is.EqualTo(Support.Json.Of(Json)));
    }

    [Test]
    public async Task Mixed_in_fields_stand_in_the_class_itself_once()
    {
        await RunAsync("""await new BodiesClient(api).SendMixedAsync(new MixedOrder { Name = "a", Note = "b", Size = 1, Own = "c" });""");

        Assert.That(Package.Type("MixedOrder").BaseType, Is.EqualTo(typeof(Vonage.Core.Serialization.ApiModel)));
        Assert.That(Json.Of(Sent.Body), Is.EqualTo(Json.Of("""{"name":"a","note":"b","size":1,"own":"c"}""")));
    }

    [TestCase("""Note = "b" """, "name is required")]
    [TestCase("""Name = "a" """, "note is required")]
    [TestCase("""Name = "a", Note = "long" """, "note must have 0 to 3 characters")]
    public async Task Mixed_in_fields_keep_the_rules_of_every_part(string initializer, string rule) =>
        Assert.That((await RefusalAsync($$"""await new BodiesClient(api).SendMixedAsync(new MixedOrder { {{initializer}} });""")).Message, Does.Contain(rule));

    [Test]
    public async Task A_body_is_sent_as_the_media_type_that_the_spec_names()
    {
        await RunAsync("""await new BodiesClient(api).PatchOrderAsync(new OrderPart { Name = "n" });""");

        Assert.That(Sent.Method, Is.EqualTo("PATCH"));
        Assert.That(Sent.Headers.ContentType.ToString(), Does.StartWith("application/merge-patch+json"));
        Assert.That(Sent.Body, Is.EqualTo("""{"name":"n"}"""));
    }

    [TestCase("", "")]
    [TestCase("new OrderPart()", "{}")]
    public async Task A_body_may_be_left_out_where_the_spec_does_not_require_it(string argument, string body)
    {
        await RunAsync($"await new BodiesClient(api).SendOptionalAsync({argument});");

        Assert.That(Sent.Body, Is.EqualTo(body));
    }

    [Test]
    public async Task A_body_that_is_required_may_not_be_null()
    {
        await Assert.ThrowsAsync<ArgumentNullException>(() => RunAsync("await new BodiesClient(api).SendJsonAsync(null!);"));
        Assert.That(Wire.Requests, Is.Empty);
    }
}
