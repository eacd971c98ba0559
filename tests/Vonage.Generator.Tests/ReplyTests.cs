using System.Net;
using Newtonsoft.Json.Linq;
using Vonage.Generator.Tests.Support;

namespace Vonage.Generator.Tests;

internal sealed class ReplyTests() : GeneratedTest("Vonage.Replies")
{
    [TestCase(200)]
    [TestCase(201)]
    [TestCase(202)]
    public async Task Every_success_is_read_where_the_spec_declares_several(int status)
    {
        Wire.Reply("""{"name":"a"}""", status);

        Assert.That(await RunAsync("return (await new RepliesClient(api).GetTwiceAsync()).Name;"), Is.EqualTo("a"));
    }

    [Test]
    public async Task A_success_without_a_body_is_null_where_the_spec_declares_both()
    {
        Wire.Reply(string.Empty, 204, contentType: null);
        Wire.Reply("""{"name":"a"}""");

        var names = await RunAsync("""
            var client = new RepliesClient(api);
            Thing? nothing = await client.GetMaybeAsync(), thing = await client.GetMaybeAsync();
            return $"{nothing is null} {thing!.Name}";
            """);

        Assert.That(names, Is.EqualTo("True a"));
    }

    [TestCase(200, "anything")]
    [TestCase(204, "")]
    public async Task A_success_whose_body_means_nothing_is_not_read(int status, string body)
    {
        Wire.Reply(body, status, "text/plain");

        await RunAsync("await new RepliesClient(api).GetNothingAsync();");

        Assert.That(Sent.Path, Is.EqualTo("/nothing"));
    }

    private const string Parcel = """{"id":"","weight":0,"sent_at":"2026-01-01T00:00:00Z","to":{"street":"a"},"stamps":[],"tags":{},"track":{"kind":"plane","legs":[{"from":"a"}]}}""";

    [TestCase("id")]
    [TestCase("weight")]
    [TestCase("sent_at")]
    [TestCase("to")]
    [TestCase("to.street")]
    [TestCase("stamps")]
    [TestCase("tags")]
    [TestCase("track")]
    [TestCase("track.kind")]
    [TestCase("track.legs")]
    [TestCase("track.legs[0].from")]
    public async Task A_success_without_a_guaranteed_field_cannot_be_used(string field)
    {
        var without = JObject.Parse(Parcel);
        without.SelectToken(field)!.Parent!.Remove();
        Wire.Reply(without.ToString());

        var error = await Assert.ThrowsAsync<VonageApiException>(() => RunAsync("return await new RepliesClient(api).GetParcelAsync();"));

        Assert.That(error!.Message, Is.EqualTo($"Replies.getParcel: the response cannot be used: 200 OK. Its body lacks the field '{field}', which Parcel requires."));
    }

    [TestCase("neighbor", "{}")]
    [TestCase("neighbor", "[{}]")]
    [TestCase("neighbor", "12")]
    [TestCase("neighbor", """{"street":{}}""")]
    [TestCase("way_back", "{}")]
    [TestCase("way_back", """{"kind":[[]]}""")]
    [TestCase("way_back", """{"kind":"plane"}""")]
    [TestCase("way_back", """{"kind":"plane","legs":null}""")]
    [TestCase("way_back", """{"kind":"plane","legs":[{}]}""")]
    [TestCase("way_back", """{"kind":"plane","legs":[12]}""")]
    [TestCase("way_back", """{"kind":"ship"}""")]
    [TestCase("way_back", """{"kind":"ship","harbor":{}}""")]
    [TestCase("way_back", """{"kind":"ship","harbor":{"street":{}}}""")]
    [TestCase("neighbors", "[{}]")]
    [TestCase("neighbors", """["a"]""")]
    [TestCase("neighbors", """[{"street":"a"},{"street":[[]]}]""")]
    [TestCase("labels", """[{"a":1}]""")]
    public async Task An_optional_value_that_cannot_be_read_whole_is_kept_and_costs_nothing_else(string field, string value)
    {
        var odd = JObject.Parse(Parcel);
        odd.AddFirst(new JProperty(field, JToken.Parse(value)));
        Wire.Reply(odd.ToString());

        var told = await RunAsync($$"""
            var parcel = await new RepliesClient(api).GetParcelAsync();
            return $"{parcel.Neighbor is null} {parcel.WayBack is null} {parcel.Neighbors.Count} {parcel.Labels.Count} {((PlaneTrack)parcel.Track).Legs[0].From} {parcel.AdditionalProperties["{{field}}"].ToString(Newtonsoft.Json.Formatting.None)}";
            """);

        Assert.That(told, Is.EqualTo("True True 0 0 a " + value));
    }

    [TestCase("to", """{"street":{}}""", "to.street")]
    [TestCase("to", "12", "to")]
    [TestCase("track", "12", "track")]
    [TestCase("track", """{"kind":"plane","legs":12}""", "track.legs")]
    [TestCase("track", """{"kind":"plane","legs":[{"from":"a"},12]}""", "track.legs[1]")]
    [TestCase("track", """{"kind":"plane","legs":[{"from":{}}]}""", "track.legs[0].from")]
    [TestCase("track", """{"kind":"ship","harbor":{"street":{}}}""", "track.harbor.street")]
    [TestCase("stamps", """["a",{}]""", "stamps[1]")]
    [TestCase("tags", "12", "tags")]
    [TestCase("tags", """{"a":{}}""", "tags.a")]
    public async Task A_guaranteed_value_of_another_type_is_an_error_that_names_it(string field, string value, string place)
    {
        var odd = JObject.Parse(Parcel);
        odd[field] = JToken.Parse(value);
        Wire.Reply(odd.ToString());

        Assert.That((await Assert.ThrowsAsync<VonageApiException>(() => RunAsync("return await new RepliesClient(api).GetParcelAsync();")))!.Message, Does.Contain($"'{place}'"));
    }

    [TestCase("""{"kind":"rocket","fuel":1}""", "Track rocket")]
    [TestCase("""{"kind":7}""", "Track 7")]
    [TestCase("""{"legs":[{"from":"a","miles":{}}],"kind":"plane"}""", "PlaneTrack plane")]
    [TestCase("""{"kind":"ship","harbor":{"street":"a"},"ship":[[]]}""", "ShipTrack ship")]
    public async Task An_unknown_kind_and_odd_optional_values_within_a_kind_are_kept(string track, string told)
    {
        var odd = JObject.Parse(Parcel);
        odd["track"] = JToken.Parse(track);
        Wire.Reply(odd.ToString());

        Assert.That(await RunAsync("""var parcel = await new RepliesClient(api).GetParcelAsync(); return $"{parcel.Track.GetType().Name} {parcel.Track.Kind}";"""), Is.EqualTo(told));
    }

    [Test]
    public async Task What_is_guaranteed_is_not_null_and_what_is_optional_is_null()
    {
        Wire.Reply(Parcel);

        var told = await RunAsync("""
            var parcel = await new RepliesClient(api).GetParcelAsync();
            IReadOnlyList<string> stamps = parcel.Stamps;
            decimal weight = parcel.Weight;
            return $"[{parcel.Id}] {weight} {parcel.To.Street} {stamps.Count} {parcel.Note is null} {parcel.Neighbor is null}";
            """);

        Assert.That(told, Is.EqualTo("[] 0 a 0 True True"));
    }

    [TestCase("weight")]
    [TestCase("stamps")]
    [TestCase("tags")]
    [TestCase("track")]
    public async Task Null_for_a_guaranteed_field_is_none(string field)
    {
        var odd = JObject.Parse(Parcel);
        odd[field] = null;
        Wire.Reply(odd.ToString());

        Assert.That((await Assert.ThrowsAsync<VonageApiException>(() => RunAsync("return await new RepliesClient(api).GetParcelAsync();")))!.Message, Does.Contain($"lacks the field '{field}'"));
    }

    [Test]
    public async Task A_reply_can_be_made_for_a_test() =>
        Assert.That(await RunAsync("""return new Parcel { Id = "1", Stamps = ["a", "b"] }.Stamps.Count;"""), Is.EqualTo(2));

    [Test]
    public async Task A_null_in_a_list_is_left_out()
    {
        Wire.Reply(Parcel.Replace("\"stamps\":[]", "\"stamps\":[null,\"a\"]", StringComparison.Ordinal));

        Assert.That(await RunAsync("return string.Join(',', (await new RepliesClient(api).GetParcelAsync()).Stamps);"), Is.EqualTo("a"));
    }

    [Test]
    public async Task A_list_is_read_as_one()
    {
        Wire.Reply("""[{"name":"a"},{"name":"b"}]""");

        Assert.That(await RunAsync("""
            IReadOnlyList<Thing> things = await new RepliesClient(api).GetAllAsync();
            return things[0].Name + things[1].Name;
            """), Is.EqualTo("ab"));
    }

    [TestCase("[]", "")]
    [TestCase("""[null,{"name":"a"}]""", "a")]
    [TestCase("""{"name":"a","more":1}""", "a")]
    [TestCase("""[{"more":1},{"name":[[]]},{"name":"a"}]""", ",,a")]
    public async Task A_list_is_read_as_its_server_writes_it(string reply, string names)
    {
        Wire.Reply(reply);

        Assert.That(await RunAsync("return string.Join(',', (await new RepliesClient(api).GetAllAsync()).Select(thing => thing.Name));"), Is.EqualTo(names));
    }

    [TestCase("null", "It has no body")]
    [TestCase("{}", "A list was expected, not an object without any field of its items.")]
    [TestCase("""{"title":"No","_embedded":{}}""", "A list was expected, not an object without any field of its items.")]
    [TestCase("""{"name":{}}""", "A list was expected, not an object without any field of its items.")]
    [TestCase("12", "cannot be read as Thing")]
    [TestCase("\"text\"", "cannot be read as Thing")]
    [TestCase("\"\"", "cannot be read as IReadOnlyList")]
    [TestCase("""[{"name":"a"},12]""", "'[1]'")]
    [TestCase("""["a"]""", "'[0]'")]
    [TestCase("""[[["a"]]]""", "'[0]")]
    public async Task What_is_no_list_is_not_an_empty_one(string reply, string reason)
    {
        Wire.Reply(reply);

        Assert.That((await Assert.ThrowsAsync<VonageApiException>(() => RunAsync("return await new RepliesClient(api).GetAllAsync();")))!.Message, Does.Contain(reason));
    }

    [Test]
    public async Task The_documented_media_type_is_asked_for()
    {
        Wire.Reply("""{"name":"a"}""", contentType: "application/hal+json");

        Assert.That(await RunAsync("return (await new RepliesClient(api).GetHalAsync()).Name;"), Is.EqualTo("a"));
        Assert.That(Sent.Headers.Accept.ToString(), Is.EqualTo("application/hal+json"));
    }

    [Test]
    public async Task A_file_goes_to_the_callers_stream()
    {
        Wire.Reply("RIFF", contentType: "audio/wav");

        var length = await RunAsync("""
            using var file = new MemoryStream();
            await new RepliesClient(api).GetFileAsync(file);
            return file.Length;
            """);

        Assert.That(length, Is.EqualTo(4));
        Assert.That(Sent.Headers.Accept.ToString(), Is.EqualTo("audio/wav, audio/mpeg"));
    }

    [Test]
    public async Task A_success_in_a_component_counts_and_deprecation_is_told()
    {
        Wire.Reply("""{"name":"a","_links":{"self":{"href":"/x"}}}""");

        Assert.That(await RunAsync("""
            #pragma warning disable CS0618
            var thing = await new RepliesClient(api).GetThingAsync("1");
            HalLinks links = thing.Links!;
            return links.Self!.Href;
            """), Is.EqualTo("/x"));
        Assert.That(Package.Type("IRepliesClient").GetMethod("GetThingAsync")!.GetCustomAttributes(false).OfType<ObsoleteAttribute>(), Is.Not.Empty);
    }

    // Not among them: HalLinks (it is the shared package's), OwnError (errors are one exception), Unused.
    [Test]
    public void What_is_sent_received_or_told_to_a_webhook_becomes_a_class_and_nothing_else() =>
        Assert.That(Package.Assembly.GetExportedTypes().Select(t => t.Name), Is.EquivalentTo((string[])["IRepliesClient", "RepliesClient", "Parcel", "Door", "Track", "PlaneTrack", "ShipTrack", "Leg", "Thing", "ThingEvent", "EventThing", "OtherEvent"]));

    [Test]
    public void A_webhook_is_no_method() =>
        Assert.That(Package.Type("IRepliesClient").GetMethods().Select(m => m.Name), Has.None.Contains("Happened"));

    [Test]
    public async Task What_a_webhook_is_told_can_be_read() =>
        Assert.That(await RunAsync("""return ApiJson.Deserialize<ThingEvent>("{\"thing\":{\"name\":\"a\"}}")!.Thing!.Name;"""), Is.EqualTo("a"));

    [TestCase("a/b", "/things/a%2Fb")]
    [TestCase("ü ?#", "/things/%C3%BC%20%3F%23")]
    [TestCase("a.b", "/things/a.b")]
    [TestCase("../all", "/things/..%2Fall")]
    public async Task A_value_in_the_path_is_escaped(string id, string path)
    {
        await RunAsync($"""
            #pragma warning disable CS0618
            await new RepliesClient(api).GetThingAsync("{id}");
            """);

        Assert.That(Sent.Target, Is.EqualTo(path));
    }

    [TestCase("")]
    [TestCase("..")]
    public async Task A_value_that_would_change_the_path_is_refused(string id)
    {
        var error = await RefusalAsync($"""
            #pragma warning disable CS0618
            await new RepliesClient(api).GetThingAsync("{id}");
            """);

        Assert.That(error.Field, Is.EqualTo("id"));
    }

    [Test]
    public async Task An_error_that_is_no_JSON_keeps_its_status_text_and_headers()
    {
        const string Page = "<html><body><h1>502 Bad Gateway</h1></body></html>";
        Wire.Reply(Page, 502, "text/html");

        var error = await ErrorAsync();

        Assert.That(error.StatusCode, Is.EqualTo(HttpStatusCode.BadGateway));
        Assert.That(error.Body, Is.EqualTo(Page));
        Assert.That(error.Headers["Content-Type"][0], Does.StartWith("text/html"));
        Assert.That(error.Operation, Is.EqualTo("Replies.getTwice"));
        Assert.That(error.Problem, Is.Null);
    }

    [Test]
    public async Task An_error_that_says_JSON_but_is_none_keeps_its_text()
    {
        Wire.Reply("<html>", 500);

        Assert.That((await ErrorAsync()).Body, Is.EqualTo("<html>"));
    }

    [Test]
    public async Task An_error_in_problem_details_is_typed()
    {
        Wire.Reply("""{"title":"Unauthorized","detail":"Wrong secret.","instance":"i","extra":1}""", 401, "application/problem+json");

        var error = await ErrorAsync();

        Assert.That((error.Problem!.Title, error.Problem.Detail, error.Problem.Instance), Is.EqualTo(("Unauthorized", "Wrong secret.", "i")));
        Assert.That(error.Problem.AdditionalProperties["extra"].ToString(), Is.EqualTo("1"));
    }

    [Test]
    public async Task An_undeclared_error_is_the_same_exception()
    {
        Wire.Reply("""{"message":"teapot"}""", 418);

        Assert.That((await ErrorAsync()).StatusCode, Is.EqualTo((HttpStatusCode)418));
    }

    [Test]
    public async Task A_success_that_cannot_be_read_keeps_its_text()
    {
        Wire.Reply("<html>");

        var error = await ErrorAsync();

        Assert.That((error.StatusCode, error.Body), Is.EqualTo(((HttpStatusCode?)HttpStatusCode.OK, "<html>")));
    }

    private async Task<VonageApiException> ErrorAsync() =>
        (await Assert.ThrowsAsync<VonageApiException>(() => RunAsync("return await new RepliesClient(api).GetTwiceAsync();")))!;
}
