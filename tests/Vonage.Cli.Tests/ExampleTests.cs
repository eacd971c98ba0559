using System.Globalization;
using Newtonsoft.Json;

namespace Vonage.Cli.Tests;

/// <summary>Every command, with the request that its specification gives as an example.</summary>
public class ExampleTests
{
    // A kind of insight without fields of its own can be asked for only by --json.
    private static readonly string[] NeedJson = ["identity-insights get-insights"];

    private readonly List<string> _faults = [];
    private int _compared;

    private static Support.Cli Cli() =>
        Support.Cli.At(new Uri("http://127.0.0.1:1")).WithApplication(Simulated.Vonage.ApplicationId, Simulated.Vonage.PrivateKeyPem);

    [SetUp]
    public void Clear()
    {
        _faults.Clear();
        _compared = 0;
    }

    [Test]
    public async Task Every_command_takes_the_example_of_its_specification_as_json()
    {
        using var cli = Cli();
        foreach (var example in Example.All())
            if (example.Body is { } body && example.Command.Body is { Kind: BodyKind.Json or BodyKind.Form })
                await CompareAsync(cli, example, ["--json", cli.Write("body.json", body.ToString())], body);
            else if (example.Command.Body is { Kind: BodyKind.Text or BodyKind.Bytes })
                await CompareAsync(cli, example, ["--file", cli.Write("file.txt", "text")], null);
            else if (example.Command.Body is { Kind: BodyKind.Multipart } parts)
                await CompareAsync(cli, example, [.. parts.Inputs.Where(part => part.IsRequired || part.Kind == ValueKind.File).SelectMany(part => new[] { "--" + part.Name, part.Kind == ValueKind.File ? cli.Write("file.png", "file") : "1" })], null);
            else
                await CompareAsync(cli, example, [], null);
        Assert.That(_faults, Is.Empty);
        Assert.That(_compared, Is.EqualTo(ApiGroups.All.Sum(group => group.Commands.Count)));
    }

    [Test]
    public async Task Every_command_takes_the_example_of_its_specification_as_options()
    {
        using var cli = Cli();
        foreach (var example in Example.All())
            if (example.Body is JObject body && example.Command.Body is { Kind: BodyKind.Json or BodyKind.Form } form && form.Inputs.Any())
            {
                var options = form.Inputs.Where(field => field.Of(body) is not null).SelectMany(field => Option(example.Command, field, field.Of(body)!));

                // What no option can say: an empty object, and null.
                var known = new JObject(body);
                foreach (var rest in known.Descendants().Where(token => token is JObject { Count: 0 } or JValue { Value: null }).ToList())
                    rest.Parent!.Remove();
                await CompareAsync(cli, example, [.. options], known);
            }

        Assert.That(_faults, Is.Empty);
        Assert.That(_compared, Is.GreaterThan(80));
    }

    private static IEnumerable<string> Option(ApiCommand command, Field field, JToken value)
    {
        var name = new CommandOptions(command).Of(field).Option.Name;
        if (field.IsList && value is JArray list && list.Any(item => item is not JValue))
            return [name, list.ToString(Formatting.None)];
        return value is JArray items ? items.SelectMany(item => new[] { name, Text(item) }) : [name, Text(value)];
    }

    private static string Text(JToken value) => value is JValue { Value: string text } ? text : value is JValue single and not { Type: JTokenType.Boolean } ? single.ToString(CultureInfo.InvariantCulture) : value.ToString(Formatting.None);

    private async Task CompareAsync(Support.Cli cli, Example example, string[] body, JToken? expected)
    {
        var run = await cli.RunAsync([.. example.Start, .. example.Arguments(), .. body, "--dry-run"]);
        var name = string.Join(' ', example.Start);

        if (NeedJson.Contains(name) && !body.Contains("--json"))
            return;
        var parts = run.Output.ReplaceLineEndings("\n").Split("\n\n", 2);
        var sent = parts.Length == 2 ? parts[1] : "{}";
        _compared++;
        if (run.Code != 0)
            _faults.Add($"{name}: {run.Error}");
        else if (!parts[0].StartsWith($"{example.Command.Operation.Method} http://127.0.0.1:1/", StringComparison.Ordinal) || parts[0].Contains('{', StringComparison.Ordinal) || !IsOf(example.Command.Operation.PathTemplate, parts[0]))
            _faults.Add($"{name}: {parts[0]}");
        else if (expected is not null && example.Command.Body!.Kind == BodyKind.Json && !JToken.DeepEquals(Parse(sent), Parse(Secrets.Json(expected.ToString()))))
            _faults.Add($"{name}: {sent} instead of {expected}");
        else if (expected is not null && example.Command.Body!.Kind == BodyKind.Form && expected.Count() > sent.Split('&').Length)
            _faults.Add($"{name}: {sent} instead of {expected}");
    }

    // The first request that would be sent is the operation's own, and not one for its access token.
    private static bool IsOf(string template, string printed)
    {
        var segments = printed.Split('\n')[0].Split(' ')[1].Split('?')[0].Split('/');
        var expected = template.Split('/')[1..];
        return segments[^expected.Length..].Zip(expected).All(pair => pair.First == pair.Second || pair.Second.Contains('{', StringComparison.Ordinal));
    }

    // Numbers by their value: 1 and 1.0 are the same.
    private static JToken Parse(string json)
    {
        var tree = JToken.Parse(json);
        foreach (var number in tree.SelectTokens("$..*").OfType<JValue>().Where(value => value.Type is JTokenType.Integer or JTokenType.Float).ToList())
            number.Value = Convert.ToDecimal(number.Value, CultureInfo.InvariantCulture) / 1.000000000000000000000000000000m;
        return tree;
    }
}
