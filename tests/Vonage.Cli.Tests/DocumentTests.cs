using System.Text.RegularExpressions;

namespace Vonage.Cli.Tests;

/// <summary>Runs the examples of docs/cli.md against the simulators.</summary>
public partial class DocumentTests
{
    private static readonly string Document = File.ReadAllText(Path.Combine(RepositoryFolder.Find(), "docs", "cli.md"));

    private static IEnumerable<string> Lines() =>
        Block().Matches(Document).SelectMany(block => block.Groups[1].Value.Split('\n')).Where(line => Program().IsMatch(line));

    [TestCaseSource(nameof(Lines))]
    public async Task An_example_runs(string line)
    {
        using var cli = Simulated.Cli();
        var ncco = cli.Write("ncco.json", """[ { "action": "talk", "text": "Hello" } ]""");
        var user = cli.Write("user.json", $$"""{ "name": "{{Guid.NewGuid()}}" }""");
        var key = cli.Write("private.key", Simulated.Vonage.PrivateKeyPem);
        if (line.StartsWith("vonage profile use", StringComparison.Ordinal) || line.StartsWith("vonage profile remove", StringComparison.Ordinal))
        {
            cli.Input = "Simulat0rSecret";
            (await cli.RunAsync("profile add work --api-key abcd1234")).Succeeded();
        }

        var (text, code) = Comment().Match(line) is { Success: true } comment ? (line[..comment.Index], comment.Groups[1].Success ? int.Parse(comment.Groups[1].ValueSpan) : 0) : (line, 0);
        var steps = text.Split(" | ");
        if (steps[0].StartsWith("echo ", StringComparison.Ordinal))
            cli.Input = Words(steps[0])[1];
        Run? run = null;
        foreach (var step in steps.Where(step => step.StartsWith("vonage ", StringComparison.Ordinal)))
        {
            var args = Words(step)[1..].Select(word => word switch { "ncco.json" => ncco, "user.json" => user, "private.key" => key, _ => word });
            run = await cli.RunAsync([.. args]);
            Assert.That(run.Code, Is.EqualTo(code), run.Error);
            cli.Input = run.Output;
        }

        Assert.That(run, Is.Not.Null);
    }

    [Test]
    public void Every_exit_code_is_documented() => Assert.That(
        Code().Matches(Document).Select(code => int.Parse(code.Groups[1].ValueSpan)),
        Is.EquivalentTo(typeof(ExitCodes).GetFields(System.Reflection.BindingFlags.Public | System.Reflection.BindingFlags.Static).Select(field => (int)field.GetRawConstantValue()!)));

    [Test]
    public async Task The_printed_request_is_that_of_the_document()
    {
        using var cli = new Support.Cli { Variables = { ["VONAGE_API_KEY"] = "abcd1234", ["VONAGE_API_SECRET"] = "secret" } };
        var printed = (await cli.RunAsync("sms send --from Acme --to 447700900000 --text Hello --dry-run")).Succeeded().Output.ReplaceLineEndings("\n");
        Assert.That(Document.ReplaceLineEndings("\n"), Does.Contain("```\n" + string.Join('\n', printed.Split('\n').Where(line => !line.StartsWith("User-Agent:", StringComparison.Ordinal))) + "```\n"));
    }

    // As a shell takes them apart.
    private static string[] Words(string line) => [.. Word().Matches(line).Select(word => word.Groups[1].Success ? word.Groups[1].Value : word.Groups[2].Success ? word.Groups[2].Value : word.Value)];

    [GeneratedRegex("```sh\n(.*?)```", RegexOptions.Singleline)]
    private static partial Regex Block();

    [GeneratedRegex(@"^(echo .* \| )?vonage ")]
    private static partial Regex Program();

    [GeneratedRegex(@"\s+# (?:exit code (\d+))?")]
    private static partial Regex Comment();

    [GeneratedRegex("\"([^\"]*)\"|'([^']*)'|\\S+")]
    private static partial Regex Word();

    [GeneratedRegex(@"^\| (\d+) \|", RegexOptions.Multiline)]
    private static partial Regex Code();
}
