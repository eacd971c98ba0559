using System.Text;
using Vonage.Generator.Tests.Support;

namespace Vonage.Generator.Tests;

/// <summary>
/// Documents as people write them, each with one trait that generators get wrong: it becomes code, and the code puts on the wire what the
/// document says. Each is in <c>Specs/cases</c>, under the name of its package.
/// </summary>
internal sealed class CaseTests() : GeneratedTest("Vonage.Unions")
{
    private const string Dog = """{"pet_type":"obj2","bark":"loud"}""";

    public static IEnumerable<string> Packages =>
        Directory.GetFiles(Path.Combine(AppContext.BaseDirectory, "Specs", "cases"), "*.yaml").Select(Generation.PackageOf).Order(StringComparer.Ordinal);

    [TestCaseSource(nameof(Packages))]
    public void Compiles_without_a_warning(string package) => Assert.That(GeneratedPackage.Of(package).Assembly.GetTypes(), Is.Not.Empty);

    [TestCase("Vonage.UnionInlineBody")]
    [TestCase("Vonage.UnionInlinePlain")]
    public async Task An_inline_union_is_a_base_class_for_its_branches(string package)
    {
        Wire.Reply(Dog);

        var bark = await RunAsync(package, $$"""
            CatOrDog pet = await new {{ClientOf(package)}}(api).CreatePetAsync(new Cat { Lives = 9 });
            return ((Dog)pet).Bark;
            """);

        Assert.That((bark, Json.Of(Sent.Body)), Is.EqualTo(("loud", Json.Of("""{"pet_type":"obj1","lives":9}"""))));
    }

    [TestCase("Vonage.AllofDiscriminatorMapping", "cat")]
    [TestCase("Vonage.AllofDiscriminator", "Cat")]
    public async Task Inheritance_by_allOf_is_inheritance(string package, string value)
    {
        Wire.Reply($$"""{"petType":"{{value}}","name":"Tom","lives":7}""");
        var cat = await RunAsync(package, $"var pet = await new {ClientOf(package)}(api).GetPetAsync(); return $\"{{((Cat)pet).Lives}} {{pet.Name}} {{pet.PetType}}\";");
        Wire.Reply("""{"petType":"fish","name":"Wanda"}""");
        var other = await RunAsync(package, $"var pet = await new {ClientOf(package)}(api).GetPetAsync(); return $\"{{pet.GetType().Name}} {{pet.Name}}\";");

        Assert.That((cat, other), Is.EqualTo(($"7 Tom {value}", "Pet Wanda")));
    }

    [Test]
    public async Task A_union_without_a_discriminator_is_made_of_a_branch()
    {
        await RunAsync("Vonage.UnionWithoutDiscriminator", """
            await new UnionWithoutDiscriminatorClient(api).SearchAsync(new SearchRequest { SearchBy = new ByPlace { Place = "here" } });
            """);

        Assert.That(Sent.Body, Is.EqualTo("""{"searchBy":{"place":"here"}}"""));
    }

    [Test]
    public async Task A_word_of_an_enum_can_be_any_text()
    {
        await RunAsync("Vonage.EnumLineEnd", """await new EnumLineEndClient(api).ListThingsAsync(new ListThingsOptions { Sort = Words.LineBreak });""");

        Assert.That(Sent.Query, Is.EqualTo("sort=line%0Abreak"));
    }

    [Test]
    public async Task Words_that_would_have_one_name_have_two()
    {
        await RunAsync("Vonage.EnumTwins", """
            foreach (var sort in new[] { Sort.Id, Sort.MinusId, Sort.AddDate, Sort.MinusAddDate })
                await new EnumTwinsClient(api).ListThingsAsync(new ListThingsOptions { Sort = sort });
            """);

        Assert.That(Wire.Requests.Select(r => r.Query), Is.EqualTo((string[])["sort=id", "sort=-id", "sort=add_date", "sort=-add_date"]));
    }

    [Test]
    public async Task A_form_contains_objects_lists_and_maps_as_OpenAPI_says()
    {
        await RunAsync("Vonage.FormObjects", """
            await new FormObjectsClient(api).SendFormAsync(new FormRequest("n")
            {
                Flag = true, Tags = { "a", "b" }, Address = new Address { City = "Rome" }, People = { new Address { City = "Oslo" }, new Address { City = "Bern" } }, Meta = { ["k"] = "v" },
            });
            """);

        Assert.That(Sent.Body.Split('&').Select(Uri.UnescapeDataString), Is.EqualTo((string[])["name=n", "flag=true", "tags=a", "tags=b", "city=Rome", "people={\"city\":\"Oslo\"}", "people={\"city\":\"Bern\"}", "k=v"]));
    }

    [Test]
    public async Task An_inline_form_is_a_class_of_its_operation()
    {
        await RunAsync("Vonage.InlineForm", """await new InlineFormClient(api).SendFormAsync(new SendFormRequest("n") { FavNumber = 3 });""");

        Assert.That(Sent.Body, Is.EqualTo("name=n&fav_number=3"));
    }

    [Test]
    public async Task Parameters_that_share_a_name_are_all_sent_each_with_its_own_type()
    {
        await RunAsync("Vonage.ParameterTwice", """
            await new ParameterTwiceClient(api).FindPeopleAsync("a/b", new FindPeopleOptions { Id2 = 3000000000, UserName = "x", UserName2 = "y" });
            """);

        Assert.That(Sent.Target, Is.EqualTo("/people/a%2Fb?id=3000000000&user-name=x&user_name=y"));
    }

    [Test]
    public async Task A_success_that_is_documented_for_every_status_is_read()
    {
        Wire.Reply("""{"a":"1"}""");
        Wire.Reply("""{"a":"2"}""", status: 202);

        var read = await RunAsync("Vonage.DefaultReply", """
            var client = new DefaultReplyClient(api);
            return (await client.GetAAsync()).AValue + (await client.GetBAsync()).AValue;
            """);

        Assert.That(read, Is.EqualTo("12"));
    }

    [Test]
    public async Task What_may_be_null_in_version_31_is_nullable()
    {
        Wire.Reply("""{"dates":null,"b":"x"}""");
        var dates = await RunAsync("Vonage.AnyofNull", """var a = await new AnyofNullClient(api).GetAAsync(); return $"{a.Dates.Count} {a.B}";""");
        Wire.Reply("""{"a":null,"b":{"c":"d"}}""");
        var b = await RunAsync("Vonage.TypeArrayNull", """var a = await new TypeArrayNullClient(api).GetAAsync(); return $"{a.AValue is null} {a.B?.C}";""");

        Assert.That((dates, b), Is.EqualTo(("0 x", "True d")));
    }

    [Test]
    public async Task A_list_of_lists_is_one()
    {
        Wire.Reply("""{"matrix":[[1,2.5],[],[3]]}""");
        var matrix = await RunAsync("Vonage.NestedLists", """var a = await new NestedListsClient(api).GetAAsync(); return string.Join(";", a.Matrix.Select(row => string.Join(",", row)));""");
        Wire.Reply("""{"x":["a"]}""");
        Wire.Reply("""[[1,3000000000],[2]]""");
        var replies = await RunAsync("Vonage.NestedListReply", """
            var client = new NestedListReplyClient(api);
            return $"{(await client.GetAAsync())["x"][0]} {(await client.GetBAsync())[0][1]}";
            """);

        Assert.That((matrix, replies), Is.EqualTo(("1,2.5;;3", "a 3000000000")));
    }

    [Test]
    public async Task Schemas_get_names_that_classes_can_have()
    {
        Wire.Reply("""{"a":"1"}""");
        var dotted = await RunAsync("Vonage.SchemaNameDots", """return (await new SchemaNameDotsClient(api).GetAListAllAsync() is MyCompanyThing thing ? thing.A : null);""");
        Wire.Reply("""{"a":"1","type":"b"}""");
        var task = await RunAsync("Vonage.SchemaNamesOfDotnet", """TaskModel task = await new SchemaNamesOfDotnetClient(api).GetAAsync(); return $"{task.A} {task.Type == TypeModel.B}";""");

        Assert.That((dotted, task), Is.EqualTo(("1", "1 True")));
    }

    [Test]
    public async Task A_body_of_bytes_is_those_bytes()
    {
        await RunAsync("Vonage.MediaTypes", """
            var client = new MediaTypesClient(api);
            await client.SendDAsync(new byte[] { 0, 1, 255 });
            await client.SendDAsync(new MemoryStream(new byte[] { 7 }));
            """);

        var requests = Wire.Requests.ToList();
        Assert.That(requests.Select(r => Convert.ToHexString(r.Bytes)), Is.EqualTo((string[])["0001FF", "07"]));
        Assert.That(requests[0].Headers.ContentType.ToString(), Is.EqualTo("application/octet-stream"));
    }

    [Test]
    public async Task JSON_is_chosen_wherever_it_stands_and_whatever_its_parameters_are()
    {
        Wire.Reply("""{"a":"1"}""", contentType: "application/json; charset=utf-8");
        Wire.Reply("""{"a":"2"}""");
        Wire.Reply("\"three\"");
        Wire.Reply("""["four"]""");

        var read = await RunAsync("Vonage.MediaTypes", """
            var client = new MediaTypesClient(api);
            var read = $"{(await client.GetAAsync()).AValue} {(await client.GetBAsync()).AValue} {await client.GetFAsync()} {(await client.GetGAsync())[0]}";
            await client.SendEAsync(new A { AValue = "5" });
            return read;
            """);

        Assert.That(read, Is.EqualTo("1 2 three four"));
        Assert.That((Wire.Requests.Last().Body, Wire.Requests.Last().Headers.ContentType.ToString()), Is.EqualTo(("""{"a":"5"}""", "application/json")));
    }

    [Test]
    public async Task An_integer_without_a_format_has_room_and_a_number_without_room_costs_its_field_only()
    {
        Wire.Reply("""{"id":3000000000,"big":9000000000000000000,"huge":99999999999999,"price":1.10,"dbl":1e300}""");

        var read = await RunAsync("Vonage.IntegerWithoutFormat", """
            var a = await new IntegerWithoutFormatClient(api).GetAAsync();
            return FormattableString.Invariant($"{a.Id} {a.Big} {a.Huge} {a.Price} {a.Dbl is null} {a.AdditionalProperties["dbl"]}");
            """);

        Assert.That(read, Is.EqualTo("3000000000 9000000000000000000 99999999999999 1.10 True 1e300"));
    }

    [Test]
    public async Task An_operation_without_an_id_is_named_from_its_method_and_path()
    {
        await RunAsync("Vonage.OperationidMissing", "await new OperationidMissingClient(api).GetAAsync();");

        Assert.That(Sent.Target, Is.EqualTo("/a"));
    }

    [Test]
    public async Task A_request_need_not_have_what_the_server_sets_and_says_null_where_it_must()
    {
        Wire.Reply("""{"id":"1","name":"n","note":null}""");

        var id = await RunAsync("Vonage.ReadonlyNullableRequired", """
            return (await new ReadonlyNullableRequiredClient(api).CreateAAsync(new A("n") { Password = "p" })).Id;
            """);

        Assert.That((id, Json.Of(Sent.Body)), Is.EqualTo(("1", Json.Of("""{"name":"n","note":null,"password":"p"}"""))));
    }

    [Test]
    public async Task A_parameter_with_content_is_JSON()
    {
        await RunAsync("Vonage.ParameterContent", """await new ParameterContentClient(api).GetAAsync(filter: new A { AValue = "x" });""");

        Assert.That(Uri.UnescapeDataString(Sent.Query), Is.EqualTo("""filter={"a":"x"}"""));
    }

    [Test]
    public async Task So_is_one_that_its_specification_says_is_JSON()
    {
        await RunAsync("Vonage.ParameterContent", """await new ParameterContentClient(api).GetAAsync(groups: [[new A { AValue = "x" }], [new A { AValue = "y" }, new A()]]);""");

        Assert.That(Uri.UnescapeDataString(Sent.Query), Is.EqualTo("""groups=[[{"a":"x"}],[{"a":"y"},{}]]"""));
    }

    [Test]
    public async Task A_cookie_is_sent_and_so_are_values_between_pipes()
    {
        await RunAsync("Vonage.CookiePipe", """await new CookiePipeClient(api).GetAAsync("s==", ids: new[] { "1", "2", "3" });""");

        Assert.That((Sent.Headers.Cookie.ToString(), Uri.UnescapeDataString(Sent.Query)), Is.EqualTo(("session=s==", "ids=1|2|3")));
    }

    [Test]
    public async Task An_object_in_brackets()
    {
        await RunAsync("Vonage.DeepObject", """await new DeepObjectClient(api).GetAAsync(filter: new A { AValue = "1" });""");

        Assert.That(Uri.UnescapeDataString(Sent.Query), Is.EqualTo("filter[a]=1"));
    }

    [Test]
    public async Task A_server_without_a_host_is_below_the_base_address()
    {
        Options.BaseAddress = WireServer.AddressOf(Wire, "api.example.com");

        await RunAsync("Vonage.ServerRelative", "await new ServerRelativeClient(api).GetAAsync();");

        Assert.That(Sent.Target, Is.EqualTo("/v1/a"));
    }

    [Test]
    public void Without_a_base_address_nothing_is_sent_to_a_server_without_a_host() =>
        Assert.That(
            () => RunAsync("Vonage.ServerRelative", "await new ServerRelativeClient(api).GetAAsync();"),
            Throws.TypeOf<Core.InvalidRequestException>().With.Message.Contains("Set BaseAddress of the client's options."));

    [Test]
    public async Task Swagger_2_is_read()
    {
        Wire.Reply("""{"a":"1"}""");

        Assert.That(await RunAsync("Vonage.Swagger2", "return (await new Swagger2Client(api).GetAAsync()).AValue;"), Is.EqualTo("1"));
    }

    [Test]
    public async Task A_merge_key_merges()
    {
        Wire.Reply("""{"a":"1","b":"2"}""");

        Assert.That(await RunAsync("Vonage.YamlMergeKey", "var a = await new YamlMergeKeyClient(api).GetAAsync(); return a.AValue + a.B;"), Is.EqualTo("12"));
    }

    [Test]
    public async Task An_inline_reply_is_a_class_of_its_operation()
    {
        Wire.Reply("""{"inner":{"x":"1"},"kind":"b"}""");

        Assert.That(
            await RunAsync("Vonage.InlineReply", """GetAResponse a = await new InlineReplyClient(api).GetAAsync(); GetAResponseInner inner = a.Inner!; return $"{inner.X} {a.Kind}";"""),
            Is.EqualTo("1 b"));
    }

    [Test]
    public async Task Properties_may_be_called_like_words_of_OpenAPI()
    {
        Wire.Reply("""{"default":1.5,"example":"2024-05-01","enum":["a"],"required":true,"properties":{"x":1},"items":2,"type":"t","allOf":"all"}""");

        var read = await RunAsync("Vonage.PropertyCalledDefault", """
            var rule = await new PropertyCalledDefaultClient(api).CreateAAsync(new Rule { Default = 1.5m, Example = new DateTimeOffset(2024, 5, 1, 0, 0, 0, TimeSpan.Zero), Enum = { "a" } });
            return FormattableString.Invariant($"{rule.Default} {rule.Example:d} {rule.Enum[0]} {rule.Required} {rule.Properties["x"]} {rule.Items} {rule.Type} {rule.AllOf}");
            """);

        Assert.That((read, Json.Of(Sent.Body)), Is.EqualTo(("1.5 05/01/2024 a True 1 2 t all", Json.Of("""{"default":1.5,"example":"2024-05-01","enum":["a"]}"""))));
    }

    [Test]
    public async Task All_schemes_of_a_requirement_are_sent()
    {
        using var key = System.Security.Cryptography.RSA.Create(2048);
        Credentials = Credentials.WithApplication("app", key.ExportPkcs8PrivateKeyPem());

        await RunAsync("Vonage.SecurityAndTwo", "await new SecurityAndTwoClient(api).GetAAsync();");

        Assert.That(Sent.Authorization, Does.Contain("Bearer ").And.Contain("Basic " + Convert.ToBase64String(Encoding.UTF8.GetBytes("abcd1234:secret"))));
    }

    [Test]
    public void All_schemes_of_a_requirement_are_needed() =>
        Assert.That(() => RunAsync("Vonage.SecurityAndTwo", "await new SecurityAndTwoClient(api).GetAAsync();"), Throws.TypeOf<Core.MissingCredentialsException>());

    private static string ClientOf(string package) => package["Vonage.".Length..] + "Client";

    private Task<object?> RunAsync(string package, string code) => RunAsync(GeneratedPackage.Of(package), code);
}
