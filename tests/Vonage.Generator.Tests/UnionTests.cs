using Vonage.Generator.Tests.Support;

namespace Vonage.Generator.Tests;

internal sealed class UnionTests() : GeneratedTest("Vonage.Unions")
{
    private const string Sms = """{"channel":"sms","to":"1","from":"2","text":"Hi"}""";
    private const string Image = """{"channel":"whatsapp","message_type":"image","to":"1","from":"2","image":{"url":"https://example.com/a.png","caption":"A"}}""";
    private const string UnknownChannel = """{"channel":"pigeon","to":"1","from":"2","client_ref":"c","text":"coo","loft":{"id":7,"names":["a",null]},"price":0.10}""";
    private const string UnknownType = """{"channel":"whatsapp","message_type":"sticker","to":"1","from":"2","context":"x","sticker":{"id":"5"}}""";

    [Test]
    public async Task A_child_writes_its_discriminators_itself()
    {
        await RunAsync("""
            await new UnionsClient(api).SendAsync(new WhatsAppImageMessage { To = "1", From = "2", Image = new() { Url = new("https://example.com/a.png"), Caption = "A" } });
            """);

        Assert.That(Json.Of(Sent.Body), Is.EqualTo(Json.Of(Image)));
    }

    [Test]
    public async Task A_child_of_the_first_level_writes_its_discriminator_itself()
    {
        await RunAsync("""await new UnionsClient(api).SendAsync(new SmsTextMessage { To = "1", From = "2", Text = "Hi" });""");

        Assert.That(Json.Of(Sent.Body), Is.EqualTo(Json.Of(Sms)));
    }

    [Test]
    public void A_discriminator_cannot_be_set() =>
        Assert.That(Package.ErrorsOf("""new SmsTextMessage().Channel = "mms";"""), Has.One.Contains("inaccessible"));

    [Test]
    public void No_constructor_asks_for_a_discriminator_not_even_of_an_outer_union() =>
        Assert.That(
            Package.Type("WhatsAppTextMessage").GetConstructors().Select(c => string.Join(", ", c.GetParameters().Select(p => p.Name))),
            Is.EquivalentTo((string[])["", "to", "to, from", "to, from, text"]));

    [Test]
    public void A_union_itself_cannot_be_made() =>
        Assert.That(Package.ErrorsOf("""new OutboundMessage(); new WhatsAppMessage(); new OutboundMessage("pigeon"); new WhatsAppMessage("sticker");""").ToList(), Has.Count.EqualTo(4));

    [Test]
    public async Task What_a_union_has_as_any_json_a_branch_knows_better()
    {
        Wire.Reply("""{"type":"key","body":{"digit":"5","extra":1}}""");
        var known = await RunAsync("""
            var happening = await new UnionsClient(api).GetHappeningAsync();
            var key = (KeyHappening)happening;
            return $"{key.Body?.Digit} {happening.Body?["digit"]} {happening.Body?["extra"]}";
            """);
        Wire.Reply("""{"type":"dance","body":{"steps":[1]}}""");
        var unknown = await RunAsync("""
            var happening = await new UnionsClient(api).GetHappeningAsync();
            return $"{happening.GetType().Name} {happening.Type} {happening.Body?["steps"]?[0]} {happening.AdditionalProperties.Count}";
            """);

        Assert.That((known, unknown), Is.EqualTo(("5 5 1", "Happening dance 1 0")));
    }

    [TestCase(Sms, "SmsTextMessage")]
    [TestCase(Image, "WhatsAppImageMessage")]
    [TestCase("""{"to":"1","message_type":"text","text":"Hi","channel":"whatsapp"}""", "WhatsAppTextMessage")]
    [TestCase(UnknownChannel, "OutboundMessage")]
    [TestCase(UnknownType, "WhatsAppMessage")]
    [TestCase("""{"to":"1","from":"2"}""", "OutboundMessage")]
    [TestCase("""{"to":"1","channel":null}""", "OutboundMessage")]
    [TestCase("""{"to":"1","channel":"whatsapp"}""", "WhatsAppMessage")]
    public async Task The_discriminators_choose_the_class(string json, string expected)
    {
        Wire.Reply(json);

        var message = await RunAsync("""return await new UnionsClient(api).SendAsync(new SmsTextMessage { Text = "Hi", To = "1", From = "2" });""");

        Assert.That(message!.GetType().Name, Is.EqualTo(expected));
    }

    [TestCase(Sms)]
    [TestCase(Image)]
    [TestCase(UnknownChannel)]
    [TestCase(UnknownType)]
    [TestCase("""{"channel":"sms","to":"1","from":"2","text":"Hi","new_field":[1,2.50,"2024-05-01T10:00:00+02:00"]}""")]
    public async Task Every_field_survives_a_round_trip(string json)
    {
        Wire.Reply(json);

        await RunAsync("""
            var client = new UnionsClient(api);
            await client.SendAsync(await client.SendAsync(new SmsTextMessage { Text = "Hi", To = "1", From = "2" }));
            """);

        Assert.That(Json.Of(Wire.Requests.Last().Body), Is.EqualTo(Json.Of(json)));
    }

    [Test]
    public async Task An_unknown_kind_tells_its_discriminator_its_shared_fields_and_the_rest()
    {
        Wire.Reply(UnknownChannel);

        var told = await RunAsync("""
            var message = await new UnionsClient(api).SendAsync(new SmsTextMessage { Text = "Hi", To = "1", From = "2" });
            return $"{message.Channel} {message.To} {message.From} {message.ClientRef} {message.AdditionalProperties["text"]} {message.AdditionalProperties["loft"]["id"]}";
            """);

        Assert.That(told, Is.EqualTo("pigeon 1 2 c coo 7"));
    }

    [Test]
    public async Task A_kind_unknown_at_the_second_level_tells_both_discriminators()
    {
        Wire.Reply(UnknownType);

        var told = await RunAsync("""
            var message = (WhatsAppMessage)await new UnionsClient(api).SendAsync(new SmsTextMessage { Text = "Hi", To = "1", From = "2" });
            return $"{message.Channel} {message.MessageType} {message.Context} {message.AdditionalProperties["sticker"]["id"]}";
            """);

        Assert.That(told, Is.EqualTo("whatsapp sticker x 5"));
    }

    [Test]
    public async Task A_user_can_send_a_kind_that_this_version_does_not_know()
    {
        await RunAsync("""
            await new UnionsClient(api).SendAsync(new UnknownWhatsAppMessage("sticker") { To = "1", From = "2", Context = "x", AdditionalProperties = { ["sticker"] = new JObject { ["id"] = "5" } } });
            """);

        Assert.That(Json.Of(Sent.Body), Is.EqualTo(Json.Of(UnknownType)));
    }

    [TestCase("OutboundMessage", "To")]
    [TestCase("OutboundMessage", "From")]
    [TestCase("OutboundMessage", "ClientRef")]
    [TestCase("OutboundMessage", "Failover")]
    [TestCase("WhatsAppMessage", "Context")]
    [TestCase("SmsTextMessage", "Text")]
    [TestCase("WhatsAppTextMessage", "Text")]
    [TestCase("WhatsAppImageMessage", "Image")]
    public void What_all_children_share_is_on_the_base(string type, string member) =>
        Assert.That(Package.Type(type).GetProperty(member)!.DeclaringType!.Name, Is.EqualTo(type));

    [Test]
    public void Each_level_inherits_the_one_above()
    {
        Assert.That(Package.Type("WhatsAppImageMessage").BaseType, Is.EqualTo(Package.Type("WhatsAppMessage")));
        Assert.That(Package.Type("WhatsAppMessage").BaseType, Is.EqualTo(Package.Type("OutboundMessage")));
        Assert.That(Package.Type("SmsTextMessage").BaseType, Is.EqualTo(Package.Type("OutboundMessage")));
    }

    [Test]
    public void What_is_only_mixed_in_is_no_class() =>
        Assert.That(Package.Assembly.GetTypes().Select(t => t.Name), Does.Not.Contain("MessageFields"));

    [Test]
    public async Task A_union_in_a_property_a_list_and_a_dictionary_is_read_by_its_kind()
    {
        Wire.Reply($$"""{"last":{{Image}},"history":[{{Sms}},{{UnknownChannel}},{{UnknownType}}],"by_id":{"a":{{Image}} } }""");

        var kinds = await RunAsync("""
            var conversation = await new UnionsClient(api).GetConversationAsync();
            return string.Join(' ', new[] { conversation.Last! }.Concat(conversation.History).Append(conversation.ById["a"]).Select(m => m.GetType().Name));
            """);

        Assert.That(kinds, Is.EqualTo("WhatsAppImageMessage SmsTextMessage OutboundMessage WhatsAppMessage WhatsAppImageMessage"));
    }

    [Test]
    public async Task A_union_within_itself_is_written_and_read()
    {
        Wire.Reply($$"""{"channel":"sms","to":"1","from":"2","text":"Hi","failover":[{{Image}}]}""");

        var kind = await RunAsync("""
            var message = await new UnionsClient(api).SendAsync(new SmsTextMessage { Text = "Hi", To = "1", From = "2", Failover = { new WhatsAppTextMessage { Text = "Ho", To = "3", From = "4" } } });
            return message.Failover[0].GetType().Name;
            """);

        Assert.That(kind, Is.EqualTo("WhatsAppImageMessage"));
        Assert.That(Json.Of(Sent.Body), Is.EqualTo(Json.Of("""
            {"channel":"sms","to":"1","from":"2","text":"Hi","failover":[{"channel":"whatsapp","message_type":"text","to":"3","from":"4","text":"Ho"}]}
            """)));
    }

    [Test]
    public async Task The_rules_of_every_level_are_checked_with_the_path_of_the_field()
    {
        var error = await RefusalAsync("""
            await new UnionsClient(api).SendAsync(new SmsTextMessage
            {
                Text = "Hi", To = "1", From = "2", Failover = { new WhatsAppImageMessage { To = "3", From = "4", Image = new(new Uri("http://a")) } },
            });
            """);

        Assert.That(error.Message, Does.StartWith("Unions.send: failover[0].image.url must have 10 to 40 characters, but has 8."));
        Assert.That(error.Field, Is.EqualTo("failover[0].image.url"));
    }

    [TestCase("""new SmsTextMessage { Text = "Hi", From = "2" }""", "to")]
    [TestCase("""new WhatsAppImageMessage { To = "1", From = "2" }""", "image")]
    [TestCase("""new SmsTextMessage { To = "1", From = "2" }""", "text")]
    public async Task What_is_required_on_any_level_must_be_set(string message, string field) =>
        Assert.That((await RefusalAsync($"await new UnionsClient(api).SendAsync({message});")).Field, Is.EqualTo(field));
}
