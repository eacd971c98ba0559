using Vonage.Generator.Tests.Support;

namespace Vonage.Generator.Tests;

/// <summary>Documents with all traits of one kind: what they become is on the wire as the document says.</summary>
internal sealed class KindTests() : GeneratedTest("Vonage.Unions")
{
    [Test]
    public async Task A_value_of_several_types_is_made_of_each_and_read_as_each()
    {
        Wire.Reply("""
            {"textOrObject":"t","oneOrMany":[{"one":"1"},{"one":"2"}],"numberOrFlag":true,"numberOrNumber":1.5,"textOrNumber":7,"wordOrText":"c",
             "maybe":{"two":"2","one":"1"},"items":[{"shape":"s","side":2},{"shape":"Circle","radius":1},{"shape":"star"}],"byName":{"x":{"one":"1"}},"again":{"shape":"s","side":3},"single":{"one":"s"},"described":"b"}
            """);

        var read = await RunAsync("Vonage.UnionsOfEveryKind", """
            var holder = await new UnionsOfEveryKindClient(api).SaveValueAsync(new Holder
            {
                TextOrObject = new One("a"), OneOrMany = HolderOneOrMany.From(new List<One> { new("1"), new("2") }), NumberOrFlag = 5, NumberOrNumber = 2.5m, Maybe = new Two("b"),
                Items = { new Square { Side = 1 } }, ByName = { ["k"] = new One("c") }, Single = new One("s"), Described = Word.A, Long = "abc",
            });
            return FormattableString.Invariant($"{holder.TextOrObject?.AsText()} {holder.OneOrMany?.AsList()?[1].One_} {holder.NumberOrFlag} {holder.NumberOrNumber} {holder.TextOrNumber} {holder.WordOrText} ")
                + $"{holder.Maybe?.AsTwo()?.Two_} {holder.Maybe?.AsOne() is not null} {holder.Items[0].AsSquare()?.Side} {holder.Items[0].AsCircle() is null} {holder.Items[1].AsCircle()?.Radius} {holder.Items[2].AsCircle() is null} {holder.ByName["x"].AsOne()?.One_} {((Square)holder.Again!).Side} {holder.Described == Word.B}";
            """.Replace(".One_", ".OneValue", StringComparison.Ordinal).Replace(".Two_", ".TwoValue", StringComparison.Ordinal));

        Assert.That(Json.Of(Sent.Body), Is.EqualTo(Json.Of("""
            {"textOrObject":{"one":"a"},"oneOrMany":[{"one":"1"},{"one":"2"}],"numberOrFlag":5,"numberOrNumber":2.5,"maybe":{"two":"b"},"items":[{"shape":"s","side":1.0}],"byName":{"k":{"one":"c"}},"single":{"one":"s"},"described":"a","long":"abc"}
            """)));
        Assert.That(read, Is.EqualTo("t 2 true 1.5 7 c 2 True 2 True 1 True 1 3 True"));
    }

    [Test]
    public async Task Branches_without_a_name_and_replies_of_several_types()
    {
        Wire.Reply("""{"two":"2"}""", status: 202);

        var read = await RunAsync("Vonage.UnionsOfEveryKind", """
            var reply = await new UnionsOfEveryKindClient(api).SaveEitherAsync(new Card("4111"));
            return $"{reply.AsTwo()?.TwoValue} {reply.AsOne() is null}";
            """);

        Assert.That((Sent.Body, read), Is.EqualTo(("""{"number":"4111"}""", "2 True")));
    }

    [Test]
    public async Task Inheritance_in_levels()
    {
        Wire.Reply("""[{"kind":"lion","name":"Leo","lives":1,"mane":true},{"kind":"bird","wings":2,"mother":{"kind":"cat","lives":3}}]""");

        var read = await RunAsync("Vonage.InheritanceInLevels", """
            var animals = await new InheritanceInLevelsClient(api).SaveAnimalAsync(new Lion(1) { Name = "Leo", Mane = true });
            return $"{((Lion)animals[0]).Mane} {((Lion)animals[0]).Lives} {((Bird)animals[1]).Wings} {((Cat)animals[1].Mother!).Lives}";
            """);

        Assert.That((Json.Of(Sent.Body), read), Is.EqualTo((Json.Of("""{"kind":"lion","name":"Leo","lives":1,"mane":true}"""), "True 1 2 3")));
    }

    [Test]
    public async Task Parameters_of_every_style()
    {
        await RunAsync("Vonage.ParametersOfEveryKind", """
            await new ParametersOfEveryKindClient(api).GetAAsync("x", new long[] { 1, 2 }, new GetAOptions
            {
                Shared = 1, Spaced = new[] { "a", "b" }, Commas = new[] { "a", "b" }, Many = new long[] { 1, 2 }, Object = new Filter { A = "o", N = 1 }, Joined = new Filter { A = "j", N = 2 },
                Deep = new GetADeep { A = "d", List = { "x", "y" }, Inner = new GetADeepInner { X = 3 } }, Map = new Dictionary<string, string> { ["k"] = "v" }, Any = JObject.Parse("{ \"q\": true }"), Reserved = "a/b:c d&e",
                XIds = new[] { "1", "2" }, XObject = new Filter { A = "h", N = 3 }, First = "f=", Second = 2, Either = new GetAEither(new JArray("e", "f")), List = new[] { "l" }, Text = "t", GetTypeValue = "g", ApiKey = "k",
                When = new[] { new DateTimeOffset(2024, 5, 1, 0, 0, 0, TimeSpan.Zero) },
            });
            """);

        Assert.That(Sent.Path, Is.EqualTo("/a/1,2/x"));
        Assert.That(Sent.Query.Split('&').Select(Uri.UnescapeDataString), Is.EqualTo((string[])
        [
            "shared=1", "spaced=a b", "commas=a,b", "many=1", "many=2", "a=o", "n=1", "joined=a,j,n,2", "deep[a]=d", "deep[list]=x", "deep[list]=y", "deep[inner][x]=3", "map[k]=v", "any[q]=true",
            "reserved=a/b:c d&e", "either=e", "either=f", """list=["l"]""", "text=\"t\"", "getType=g", "api-key=k", "when=2024-05-01",
        ]));
        Assert.That(Sent.Query, Does.Contain("reserved=a/b:c%20d%26e"));
        Assert.That((Sent.Headers["X-Ids"].ToString(), Sent.Headers["X-Object"].ToString(), Sent.Headers.Cookie.ToString()), Is.EqualTo(("1,2", "a=h,n=3", "first=f=; second=2")));
    }

    [Test]
    public async Task Bodies_of_every_media_type()
    {
        foreach (var (reply, type) in new[] { ("text", "text/plain"), ("5", "application/json"), ("""{"a":1}""", "application/vnd.words+json"), ("[1]", "application/json"), ("""[{"name":"n"}]""", "application/json"), ("""{"a":"b"}""", "application/json"), ("true", "application/json"), ("""{"name":"x"}""", "application/json") })
            Wire.Reply(reply, contentType: type);

        var read = await RunAsync("Vonage.BodiesOfEveryKind", """
            var client = new BodiesOfEveryKindClient(api);
            var text = new MemoryStream();
            await client.SendTextAsync("Ä", text);
            var image = await client.SendImageAsync(new FileContent(new MemoryStream(new byte[] { 1 }), "a.png", "image/png"));
            var words = await client.SendWordsAsync(new[] { "a", "b" });
            var any = await client.SendMapAsync(new Dictionary<string, Thing> { ["k"] = new Thing { Name = "n" } });
            var things = await client.SendThingsAsync(new[] { new Thing { Name = "t" } });
            var named = await client.SendNamedAsync(new SendNamedRequest { A = "1" });
            var flag = await client.SendFlagAsync(true);
            var xml = await client.SendXmlAsync("<a/>");
            return $"{text.Length} {image} {words["a"]} {any[0]} {things[0].Name} {named.A} {flag} {xml.Name}";
            """);

        Assert.That(read, Is.EqualTo("4 5 1 1 n b True x"));
        Assert.That(Wire.Requests.Select(r => $"{r.Headers.ContentType} {r.Body}"), Is.EqualTo((string[])
        [
            "text/plain Ä", "image/png \u0001", """application/json ["a","b"]""", """application/json {"k":{"name":"n"}}""", """application/json [{"name":"t"}]""", """application/json {"a":"1"}""", "application/json true", "application/xml <a/>",
        ]));
    }

    [Test]
    public async Task Parts_and_fields_are_encoded_as_their_media_type_says()
    {
        await RunAsync("Vonage.BodiesOfEveryKind", """
            var client = new BodiesOfEveryKindClient(api);
            await client.SendFilesAsync(new SendFilesRequest { Files = { new FileContent(new MemoryStream(new byte[] { 65 }), "a"), new FileContent(new MemoryStream(new byte[] { 66 }), "b") }, Tags = { "x", "y" }, Thing = new Thing { Name = "t" }, Any = new JValue(1) }, new MemoryStream());
            await client.SendEncodedAsync(new SendEncodedRequest { Deep = new SendEncodedRequestDeep { A = "1" }, Json = { ["k"] = 2 }, List = { "a", "b" }, Matrix = { new List<long> { 1, 2 } } });
            await client.SendBinaryAsync(new SendBinaryRequest { Data = "raw", Code = "AA==" });
            """);

        var requests = Wire.Requests.ToList();
        Assert.That((await requests[0].PartsAsync()).Select(p => $"{p.Name} {p.FileName} {p.Text}"), Is.EquivalentTo((string[])["tags  x", "tags  y", """thing  {"name":"t"}""", "any  1", "files a A", "files b B"]));
        Assert.That(requests[1].Body.Split('&').Select(Uri.UnescapeDataString), Is.EqualTo((string[])["deep[a]=1", """json={"k":2}""", "list=a,b", "matrix=[1,2]"]));
        Assert.That(requests[2].Body, Is.EqualTo("""{"data":"raw","code":"AA=="}"""));
    }

    [Test]
    public async Task Every_shape_survives_a_round_trip()
    {
        const string Everything = """
            {"matrix":[[{"x":1.5}],[]],"maps":[{"a":"b"}],"mapOfMaps":{"a":{"b":3000000000}},"mapOfLists":{"a":["a b","c\u2028d",""]},"items":[{"x":1,"deeper":{"y":"z"}}],"holes":[1,null,3],"nullableList":[],"points":[{"x":1.5}],"names":["n"],
             "typed":{"a":"b","more":1},"closed":{"a":"b"},"free":{"z":[1]},"any":"text","kind":"x","level":1.5,"mixed":1,"yes":true,"id":"i","alias":{"x":2.5},"uuid":"u","duration":"P1D","time":"10:00","json_type":"1","JsonModelType":"2",
             "missing_field":"3","validate":"4","additional_properties":"5","line\nend":"6","quote\"":"7","1":"8","":"9","shape":"10","get_hash_code":"11","small":3,"i32":4,"u":5,"huge":6.5,"deprecatedThing":"d","mother":{"items":[],"nullableList":["x"]}}
            """;
        Wire.Reply(Everything);

        await RunAsync("Vonage.ShapesOfEveryKind", """
            var client = new ShapesOfEveryKindClient(api);
            await client.SaveShapeAsync(await client.SaveShapeAsync(new Shape()));
            """);

        Assert.That(Json.Of(Wire.Requests.Last().Body), Is.EqualTo(Json.Of(Everything)));
        Assert.That(Wire.Requests.First().Body, Is.EqualTo("""{"items":[],"nullableList":[]}"""));
    }

    [TestCase("UseInherited", "/inherited", "k:X-Key", "", "")]
    [TestCase("UseHeader", "/header", "k:X-Key", "", "")]
    [TestCase("UseQuery", "/query?key=k%3Akey", "", "", "")]
    [TestCase("UseCookie", "/cookie", "", "sid=k:sid", "")]
    [TestCase("UseOauth", "/oauth", "", "", "Bearer token")]
    [TestCase("UseOpenid", "/openid", "", "", "Bearer token")]
    [TestCase("UseBearer", "/bearer", "", "", "Bearer token")]
    [TestCase("UseAll", "/all?key=k%3Akey", "k:X-Key", "sid=k:sid", "Basic user")]
    [TestCase("UseOptional", "/optional", "k:X-Key", "", "")]
    [TestCase("UseNone", "/none", "", "", "")]
    public async Task Credentials_stand_where_their_scheme_says(string method, string target, string header, string cookie, string authorization)
    {
        await RunAsync("Vonage.SecurityOfEveryKind", $$"""
            var options = new ApiClientOptions();
            options.Hosts["api.example.com"] = new Uri("{{WireServer.AddressOf(Wire, "api.example.com")}}");
            await new SecurityOfEveryKindClient(new ApiClient(new Vonage.Generator.Tests.Support.EveryKey(), options)).{{method}}Async();
            """);

        Assert.That((Sent.Target, Sent.Headers["X-Key"].ToString(), Sent.Headers.Cookie.ToString(), Sent.Authorization), Is.EqualTo((target, header, cookie, authorization)));
    }

    [Test]
    public async Task Version_31()
    {
        Wire.Reply("""{"kind":"a","value":5,"list":null,"textOrList":[1,2],"above":1,"described":{"b":"1"},"maybe":null,"type":null,"word":"b"}""");

        var read = await RunAsync("Vonage.Version31", """
            var a = await new Version31Client(api).SaveAAsync(new A { Value = "v", TextOrList = "t", Maybe = new B { BValue = "2" } });
            return $"{a.Kind} {a.Value} {a.List.Count} {a.TextOrList?.AsList()?[1]} {a.Described?.BValue} {a.Maybe is null} {a.Type is null} {a.Word}";
            """);

        Assert.That((Json.Of(Sent.Body), read), Is.EqualTo((Json.Of("""{"kind":"a","value":"v","textOrList":"t","maybe":{"b":"2"}}"""), "a 5 0 2 1 True True b")));
    }

    [Test]
    public async Task A_document_in_several_files_is_one()
    {
        foreach (var _ in Enumerable.Range(0, 3))
            Wire.Reply("""{"kind":"dog","bark":{"loud":true}}""");
        Wire.Reply("""{"name":"n","pet":{"kind":"cat","mother":{"kind":"cat","lives":8},"friend":{"kind":"dog","bark":{"loud":false}}}}""");

        var read = await RunAsync("Vonage.ReferencesToFiles", """
            var client = new ReferencesToFilesClient(api);
            Pet pet = await client.SavePetAsync(new Cat { Lives = 9, Friend = new Dog { Bark = new Bark { Loud = true } } }, limit: 1);
            await client.PostAnimalsAsync(new Dog());
            await client.GetPetAsync(5);
            var owner = await client.GetOwnerAsync();
            return $"{((Dog)pet).Bark?.Loud} {((Cat)owner.Pet!).Mother?.Lives} {((Dog)((Cat)owner.Pet!).Friend!).Bark?.Loud} {owner.Name}";
            """);

        var requests = Wire.Requests.ToList();
        Assert.That(read, Is.EqualTo("True 8 False n"));
        Assert.That(requests.Select(r => r.Target), Is.EqualTo((string[])["/pets?limit=1", "/animals", "/pets/5", "/owners"]));
        Assert.That(Json.Of(requests[0].Body), Is.EqualTo(Json.Of("""{"kind":"cat","lives":9,"friend":{"kind":"dog","bark":{"loud":true}}}""")));
    }

    [Test]
    public async Task Paths_of_every_style()
    {
        await RunAsync("Vonage.StylesOfPaths", """
            var point = new Point { X = 1, Y = "a/b" };
            await new StylesOfPathsClient(api).GetAAsync(new[] { "a,b", "c" }, point, point, 5, new long[] { 3, 4 }, new[] { "x", "y" }, point, point, "m;n", new[] { "a", "b" }, new[] { new DateTimeOffset(2024, 5, 1, 0, 0, 0, TimeSpan.Zero) }, point, point);
            """);

        Assert.That(Sent.Path, Is.EqualTo("/a/a%2Cb,c/x,1,y,a%2Fb/x=1,y=a%2Fb/.5/.3,4/.x.y/.x,1,y,a%2Fb/.x=1.y=a%2Fb/;matrix=m%3Bn/;commas=a,b/;repeated=2024-05-01/;matrixObject=x,1,y,a%2Fb/;x=1;y=a%2Fb"));
    }

    [Test]
    public void No_style_of_a_path_leads_to_another_resource() =>
        Assert.That(() => RunAsync("Vonage.StylesOfPaths", "await new StylesOfPathsClient(api).GetBAsync(\".\");"), Throws.TypeOf<Core.InvalidRequestException>());

    [Test]
    public async Task What_a_server_sends_by_itself_is_a_model() => Assert.That(
        await RunAsync("Vonage.Webhooks", """
            await new WebhooksClient(api).GetAAsync();
            var gone = Newtonsoft.Json.JsonConvert.DeserializeObject<GoneEvent>("{\"id\":\"1\",\"by\":{\"name\":\"n\"}}")!;
            return $"{gone.Id} {gone.By?.Name} {new Pet { Name = "p" }.Name}";
            """),
        Is.EqualTo("1 n p"));

    [Test]
    public async Task Names_of_every_kind()
    {
        const string Thing = """
            {"+1":1,"-1":2,"userName":"a","user_name":"b","USER-NAME":"c","":"d","🎉":"e","***":"f","名前":"g","1st":"h","check":"i","json_read":"j","json_write":"k","wire_format":"l","requires":"m","read_field":"n","write_fields":"o",
             "validate_more":"p","read_more":"q","unreadable":"r","system":"s","string":"t","object":{"a":1},"task":"u","list":["v"],"type":"w","equals":"x","owner":"y","by":{"name":"z"},"owners":[{"name":"a"}],"converter":{"name":"b"},
             "op":"<=","namespace":{"namespace":"c"},"date-time":"2024-05-01T00:00:00Z","$ref":"d"}
            """;
        Wire.Reply(Thing);
        Wire.Reply("{}");
        Wire.Reply("""{"read":["a"],"read2":"b","id":"c"}""");

        var read = await RunAsync("Vonage.NamesOfEveryKind", """
            var client = new NamesOfEveryKindClient(api);
            var thing = await client.SaveThingAsync(new Thing { Plus1 = 1 }, new SaveThingOptions { Class = "a", 名前 = "b", Top = 1, FilterA = "c" });
            await client.SaveThingAsync(thing);
            var reply = await client.AwaitAsync();
            await client.StringAsync();
            return $"{thing.Plus1} {thing.Minus1} {thing.UserName} {thing.UserName2} {thing.UserName3} {thing.OwnerValue} {thing.By?.Name} {thing.Op == Op.All[1]} {Op.All.Count} {Op.Plus1} {Op.Minus1} {Op.A2} {reply.Read[0]} {reply.Read2}";
            """);

        Assert.That(read, Is.EqualTo("1 2 a b c y z True 11 +1 -1 A a b"));
        Assert.That(Uri.UnescapeDataString(Wire.Requests.First().Query), Is.EqualTo("class=a&名前=b&filter[a]=c&$top=1"));
        Assert.That(Json.Of(Wire.Requests.ElementAt(1).Body), Is.EqualTo(Json.Of(Thing)));
    }

    [Test]
    public async Task A_reply_can_require_any_number_of_fields()
    {
        var all = Enumerable.Range(1, 70).Select(i => $"\"f{i}\":\"{i}\"").ToList();
        Wire.Reply($"{{{string.Join(',', all)}}}");
        Wire.Reply($"{{{string.Join(',', all.Where(field => !field.StartsWith("\"f68\"", StringComparison.Ordinal)))}}}");

        var last = await RunAsync("Vonage.ManyRequired", "return (await new ManyRequiredClient(api).GetManyAsync()).F70;");

        Assert.That(last, Is.EqualTo("70"));
        Assert.That(() => RunAsync("Vonage.ManyRequired", "await new ManyRequiredClient(api).GetManyAsync();"), Throws.InstanceOf<Core.ApiException>().With.Message.Contains("f68"));
    }

    [Test]
    public async Task Swagger_2()
    {
        Wire.Reply("""[{"petType":"Cat","lives":9}]""");
        Wire.Reply("""{"petType":"Cat","name":null}""");

        var lives = await RunAsync("Vonage.SwaggerOfEveryKind", """
            var client = new SwaggerOfEveryKindClient(api);
            var pets = await client.ListPetsAsync(new ListPetsOptions { Limit = 5, Tags = new[] { "a", "b" }, Ids = new long[] { 1, 2 }, Csv = new[] { "c", "d" } });
            await client.CreatePetAsync(new Cat { Lives = 3 });
            await client.UploadAsync(new UploadRequest { File = new byte[] { 65 }, Note = "n" });
            await client.FormAsync(new FormRequest("n") { Tags = { "a", "b" } });
            return ((Cat)pets[0]).Lives;
            """);

        var requests = Wire.Requests.ToList();
        Assert.That(lives, Is.EqualTo(9));
        Assert.That(requests.Select(r => Uri.UnescapeDataString(r.Target)), Is.EqualTo((string[])["/v2/pets?limit=5&tags=a&tags=b&ids=1|2&csv=c,d", "/v2/pets", "/v2/upload", "/v2/form"]));
        Assert.That((Json.Of(requests[1].Body), Uri.UnescapeDataString(requests[3].Body)), Is.EqualTo((Json.Of("""{"petType":"Cat","lives":3}"""), "note=n&tags=a,b")));
        Assert.That((await requests[2].PartsAsync()).Select(p => $"{p.Name} {p.Text}"), Is.EquivalentTo((string[])["file A", "note n"]));
    }

    [Test]
    public async Task A_document_in_JSON_without_servers_and_names()
    {
        Options.BaseAddress = WireServer.AddressOf(Wire, "api.example.com");
        Wire.Reply("""{"a":"1"}""");

        var read = await RunAsync("Vonage.JsonDocument", "GetAResponse a = await new JsonDocumentClient(api).GetAAsync(); return a.A;");

        Assert.That((read, Sent.Target), Is.EqualTo(("1", "/a")));
    }

    [Test]
    public async Task Extensions_of_other_makers_are_understood()
    {
        await RunAsync("Vonage.ForeignExtensions", """
            await new ForeignExtensionsClient(api).SaveAAsync(new A { Renamed = "r", State = State.Running, Level = Level.High, Mode = Mode.Fast });
            """);

        Assert.That(Json.Of(Sent.Body), Is.EqualTo(Json.Of("""{"r":"r","fixed":"f","state":"1","level":"h","mode":"b"}""")));
    }

    [Test]
    public async Task A_union_has_the_fields_that_stand_beside_it()
    {
        Wire.Reply("""{"id":"1","iban":"x"}""");
        Wire.Reply("""{"id":"2","kind":"giro","iban":"y"}""");
        Wire.Reply("""{"id":"3","number":"z"}""");
        Wire.Reply("""{"number":"4"}""");

        var read = await RunAsync("Vonage.MixedUnions", """
            var client = new MixedUnionsClient(api);
            var payment = await client.PayAsync(new PaymentCard("1", "4111"));
            Order order = await client.OrderAsync(new OrderVisa("2") { Number = "4112" });
            var beside = await client.SaveBesideAsync(new BesideBank("3", "DE"));
            var card = await client.GetCardAsync();
            return $"{payment.AsPaymentBank()?.Id} {payment.AsPaymentCard() is null} {((OrderGiro)order).Iban} {order.Id} {beside.AsBesideCard()?.Id} {card.Number}";
            """);

        Assert.That(read, Is.EqualTo("1 True y 2 3 4"));
        Assert.That(Wire.Requests.Select(r => Json.Of(r.Body)).Take(3), Is.EqualTo((string[])[Json.Of("""{"id":"1","number":"4111"}"""), Json.Of("""{"kind":"v","id":"2","number":"4112"}"""), Json.Of("""{"id":"3","iban":"DE"}""")]));
    }

    [Test]
    public async Task A_number_tells_the_branches_of_a_union_apart()
    {
        Wire.Reply("""{"type":2,"a":"x"}""");

        var read = await RunAsync("Vonage.MixedUnions", """
            var numbered = await new MixedUnionsClient(api).SaveNumberedAsync(new First { A = "y" });
            return $"{numbered.AsSecond()?.A} {numbered.AsFirst() is null}";
            """);

        Assert.That((Sent.Body, read), Is.EqualTo(("""{"type":1,"a":"y"}""", "x True")));
    }

    [Test]
    public async Task Lines_of_JSON_are_a_file()
    {
        Wire.Reply("{\"a\":\"1\"}\n{\"a\":\"2\"}\n", contentType: "application/x-ndjson");

        Assert.That(await RunAsync("Vonage.BodiesAndTheirParts", "var lines = new MemoryStream(); await new BodiesAndTheirPartsClient(api).GetLinesAsync(lines); return lines.Length;"), Is.EqualTo(20));
        Assert.That(Sent.Headers.Accept.ToString(), Is.EqualTo("application/x-ndjson"));
    }

    [Test]
    public async Task A_form_can_have_any_field()
    {
        await RunAsync("Vonage.BodiesAndTheirParts", """await new BodiesAndTheirPartsClient(api).SendFormAsync(new SendFormRequest { AdditionalProperties = { ["a"] = "x y" } });""");

        Assert.That(Sent.Body, Is.EqualTo("a=x+y").Or.EqualTo("a=x%20y"));
    }

    [Test]
    public async Task A_reply_that_may_be_null_may_be_null()
    {
        Wire.Reply("null");
        Wire.Reply("""{"a":"1"}""");

        Assert.That(await RunAsync("Vonage.BodiesAndTheirParts", "var client = new BodiesAndTheirPartsClient(api); return $\"{await client.GetNothingAsync() is null} {(await client.GetNothingAsync())?.A}\";"), Is.EqualTo("True 1"));
    }

    [Test]
    public async Task Parts_have_the_media_types_of_their_encoding()
    {
        await RunAsync("Vonage.BodiesAndTheirParts", """
            await new BodiesAndTheirPartsClient(api).SendPartsAsync(new SendPartsRequest
            {
                Meta = new Meta("1"), Plain = new Meta("2"), Xml = "<a/>", Image = new byte[] { 65 }, Other = new FileContent(new MemoryStream(new byte[] { 66 }), "b", "image/jpeg"),
            });
            """);

        Assert.That((await Sent.PartsAsync()).Select(p => $"{p.Name} {p.ContentType} {p.Text}"), Is.EquivalentTo((string[])
        [
            """meta application/vnd.meta+json {"n":"1"}""", """plain application/json {"n":"2"}""", "xml application/xml <a/>", "image image/png A", "other image/jpeg B",
        ]));
    }

    [Test]
    public async Task A_list_of_objects_in_a_parameter_is_checked_and_sent_as_JSON()
    {
        await RunAsync("Vonage.BodiesAndTheirParts", """await new BodiesAndTheirPartsClient(api).GetFilteredAsync(filter: new[] { new Meta("1") });""");

        Assert.That(Uri.UnescapeDataString(Sent.Query), Is.EqualTo("""filter=[{"n":"1"}]"""));
        Assert.That(
            () => RunAsync("Vonage.BodiesAndTheirParts", "await new BodiesAndTheirPartsClient(api).GetFilteredAsync(filter: new[] { new Meta() });"),
            Throws.TypeOf<Core.InvalidRequestException>().With.Message.Contains("filter[0].n is required"));
    }

    [Test]
    public async Task Constants_have_the_type_of_their_field()
    {
        Wire.Reply("""{"whole":1,"large":3000000000,"number":1,"flag":true,"object":{"a":1},"list":["x"]}""");

        var read = await RunAsync("Vonage.BodiesAndTheirParts", """
            var constants = await new BodiesAndTheirPartsClient(api).SendConstantsAsync(new Constants { List = { "y" } });
            return $"{constants.Whole} {constants.Large} {constants.Number} {constants.Flag} {constants.Object?["a"]} {constants.List[0]}";
            """);

        Assert.That((Json.Of(Sent.Body), read), Is.EqualTo((Json.Of("""{"whole":1,"large":3000000000,"number":1.0,"flag":true,"list":["y"]}"""), "1 3000000000 1 True 1 x")));
    }

    [Test]
    public async Task Words_of_version_31_that_only_restrict_a_value_stop_nothing()
    {
        Wire.Reply("""{"kind":5,"none":null,"object":{"a":1},"pair":["a",1],"byName":{"x-a":"b"},"byNames":{"y-a":1},"anything":[1],"list":[{}]}""");
        Wire.Reply("[7]");

        var read = await RunAsync("Vonage.Version31Words", """
            var client = new Version31WordsClient(api);
            var a = await client.SaveAAsync(new A { Pair = { "a", 1 }, ByName = { ["x-a"] = "b" } });
            var any = await client.GetAnyAsync();
            await client.SendFileAsync(new SendFileRequest { Image = new byte[] { 65 }, Text = "QQ==" });
            return $"{a.Kind} {a.None is null} {a.Object?["a"]} {a.Pair[1]} {a.ByName["x-a"]} {a.ByNames["y-a"]} {a.Anything?[0]} {a.List.Count} {any[0]}";
            """);

        Assert.That(read, Is.EqualTo("5 True 1 1 b 1 1 1 7"));
        Assert.That(Json.Of(Wire.Requests.First().Body), Is.EqualTo(Json.Of("""{"kind":5,"pair":["a",1],"byName":{"x-a":"b"}}""")));
        Assert.That((await Wire.Requests.Last().PartsAsync()).Select(p => $"{p.Name} {p.FileName} {p.Text}"), Is.EquivalentTo((string[])["image file A", "text  QQ=="]));
    }

    private Task<object?> RunAsync(string package, string code) => RunAsync(GeneratedPackage.Of(package), code);
}
