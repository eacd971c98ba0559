using System.ComponentModel;
using Vonage.Generator.Tests.Support;

namespace Vonage.Generator.Tests;

internal sealed class ExtensibleEnumTests() : GeneratedTest("Vonage.Enums")
{
    [TestCase("Color.Red", "red")]
    [TestCase("Color.DarkGreen", "dark-green")]
    [TestCase("Color.LightBlue", "LIGHT_BLUE")]
    [TestCase("Color.Empty", "")]
    [TestCase("Color.ValueValue", "value")]
    [TestCase("Color.ColorValue", "color")]
    [TestCase("Color._15", "1.5")]
    [TestCase("Gloss.Flat", "0")]
    [TestCase("Gloss.Shining", "2")]
    [TestCase("Layer.Top", "1")]
    public async Task A_known_word_is_a_static_property(string member, string word) =>
        Assert.That(await RunAsync($"return {member}.ToString() + {member}.Value;"), Is.EqualTo(word + word));

    [Test]
    public async Task Any_other_word_is_kept() =>
        Assert.That(await RunAsync("""Color color = "plaid"; return color.ToString();"""), Is.EqualTo("plaid"));

    [TestCase("Color.Red == new Color(\"red\")", true)]
    [TestCase("Color.Red == \"red\"", true)]
    [TestCase("Color.Red.Equals((object)new Color(\"red\"))", true)]
    [TestCase("Color.Red.GetHashCode() == new Color(\"red\").GetHashCode()", true)]
    [TestCase("new HashSet<Color> { Color.Red }.Contains(\"red\")", true)]
    [TestCase("Color.Red != Color.DarkGreen", true)]
    [TestCase("Color.Red == new Color(\"Red\")", false)]
    [TestCase("Color.Red.Equals(\"red\" as object)", false)]
    [TestCase("default(Color) == Color.Red", false)]
    public async Task Words_are_equal_by_value_and_ordinally(string comparison, bool expected) =>
        Assert.That(await RunAsync($"return {comparison};"), Is.EqualTo(expected));

    [Test]
    public async Task The_default_is_the_empty_word_and_can_be_used()
    {
        var result = await RunAsync("""
            var color = default(Color);
            return $"[{color}][{color.Value}] {color == new Color("")} {color.GetHashCode() == new Color("").GetHashCode()} {ApiJson.Serialize(color)}";
            """);

        Assert.That(result, Is.EqualTo("""[][] True True "" """.TrimEnd()));
    }

    [TestCase("new Color(null)")]
    [TestCase("(Color)(string?)null")]
    [TestCase("((Func<string?, Color>)(word => word))(null)")]
    public async Task Null_is_the_default(string color) =>
        Assert.That(await RunAsync($"return {color} == default;"), Is.True);

    [TestCase("Gloss.Shining", "Shining")]
    [TestCase("Color.LightBlue", "LightBlue")]
    [TestCase("new Gloss(\"17\")", "17")]
    [TestCase("default(Gloss)", "")]
    public async Task A_known_word_has_a_name(string word, string name) =>
        Assert.That(await RunAsync($"return {word}.Name;"), Is.EqualTo(name));

    [Test]
    public async Task All_known_words_are_listed() =>
        Assert.That(await RunAsync("return string.Join(' ', Gloss.All);"), Is.EqualTo("0 1 2"));

    [TestCase("Gloss.Shining", "shines")]
    [TestCase("new Gloss(\"17\")", "is new")]
    public async Task A_switch_can_name_the_words(string word, string expected) =>
        Assert.That(await RunAsync($$"""return {{word}}.Value switch { Gloss.Values.Shining => "shines", Gloss.Values.Flat or Gloss.Values.Silky => "does not", _ => "is new" };"""), Is.EqualTo(expected));

    [Test]
    public void Configuration_and_model_binding_convert_text()
    {
        var converter = TypeDescriptor.GetConverter(Package.Type("Color"));
        var red = converter.ConvertFromInvariantString("red");

        Assert.That($"{red}", Is.EqualTo("red"));
        Assert.That(red, Is.InstanceOf(Package.Type("Color")));
        Assert.That(converter.ConvertToInvariantString(red), Is.EqualTo("red"));
    }

    [Test]
    public async Task A_number_with_names_is_a_number_on_the_wire()
    {
        Wire.Reply("""{"color":"red","grade":2}""");

        var grade = await RunAsync("""
            var client = new EnumsClient(api);
            var painting = await client.PaintAsync(Color.Red, new PaintForm { Ground = Color.Red });
            await client.SavePaintingAsync(painting);
            return $"{painting.Grade == Grade.Good} {Newtonsoft.Json.JsonConvert.SerializeObject(painting.Grade)}";
            """);

        Assert.That(grade, Is.EqualTo("True 2"));
        Assert.That(Json.Of(Wire.Requests.Last().Body), Is.EqualTo(Json.Of("""{"color":"red","grade":2}""")));
    }

    [TestCase("""{"color":"red","frame":"dark-green","colors":["red","LIGHT_BLUE"],"gloss":"1","layer":"0"}""", TestName = "known")]
    [TestCase("""{"color":"plaid","frame":"","colors":["striped","Red"],"gloss":"17","layer":"2"}""", TestName = "unknown")]
    public async Task Words_survive_a_round_trip(string json)
    {
        Wire.Reply(json);

        await RunAsync("""
            var client = new EnumsClient(api);
            await client.SavePaintingAsync(await client.PaintAsync(Color.Red, new PaintForm { Ground = Color.Red }));
            """);

        Assert.That(Json.Of(Wire.Requests.Last().Body), Is.EqualTo(Json.Of(json)));
    }

    [Test]
    public async Task A_word_that_is_absent_or_null_in_a_reply_is_none()
    {
        Wire.Reply("""{"color":null,"frame":null}""");

        var result = await RunAsync("""
            var painting = await new EnumsClient(api).PaintAsync(Color.Red, new PaintForm { Ground = Color.Red });
            return $"{painting.Color == default} {painting.Frame is null} {painting.Gloss is null}";
            """);

        Assert.That(result, Is.EqualTo("True True True"));
    }

    [Test]
    public async Task Words_stand_in_path_query_header_and_form_as_on_the_wire()
    {
        await RunAsync("""
            await new EnumsClient(api).PaintAsync("new/one", new PaintForm { Ground = Color.LightBlue, Colors = { Color.Red, "plaid" } },
                new() { Second = Color.DarkGreen, Others = [Color.Red, "x y"], Joined = [Color.Red, Color.DarkGreen], XColor = Color.LightBlue });
            """);

        Assert.That(Sent.Target, Is.EqualTo("/paint/new%2Fone?second=dark-green&others=red&others=x%20y&joined=red%2Cdark-green"));
        Assert.That(Sent.Body, Is.EqualTo("ground=LIGHT_BLUE&colors=red&colors=plaid"));
        Assert.That(Sent.Headers["X-Color"].ToString(), Is.EqualTo("LIGHT_BLUE"));
    }

    [Test]
    public async Task A_required_word_must_be_set()
    {
        var error = await RefusalAsync("""await new EnumsClient(api).SavePaintingAsync(new Painting());""");

        Assert.That(error.Field, Is.EqualTo("color"));
    }

    [Test]
    public async Task Spellings_of_yes_and_no_are_a_bool()
    {
        Wire.Reply("""{"color":"red","dry":"true"}""");

        var dry = await RunAsync("""
            var painting = await new EnumsClient(api).PaintAsync(Color.Red, new PaintForm { Ground = Color.Red, Dry = true });
            bool? dry = painting.Dry;
            return dry;
            """);

        Assert.That(dry, Is.True);
        Assert.That(Sent.Body, Is.EqualTo("ground=red&dry=true"));
    }

    [Test]
    public async Task Whole_numbers_with_known_values_are_numbers()
    {
        Wire.Reply("""{"color":"red","level":7}""");

        var level = await RunAsync("""
            int? level = (await new EnumsClient(api).PaintAsync(Color.Red, new PaintForm { Ground = Color.Red })).Level;
            return level;
            """);

        Assert.That(level, Is.EqualTo(7));
    }

    [Test]
    public void It_is_a_readonly_struct()
    {
        var color = Package.Type("Color");

        Assert.That(color.IsValueType, Is.True);
        Assert.That(color.GetCustomAttributes(false).Select(a => a.GetType().Name), Does.Contain("IsReadOnlyAttribute"));
    }
}
