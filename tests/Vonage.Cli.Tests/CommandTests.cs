namespace Vonage.Cli.Tests;

public class CommandTests
{
    private static readonly string[] Methods = ["get", "put", "post", "delete", "patch", "head", "options"];

    private static IEnumerable<string> Documents() =>
        Directory.EnumerateFiles(Path.Combine(RepositoryFolder.Find(), "generated", "openapi"), "*.json", SearchOption.AllDirectories);

    private static IEnumerable<(ApiGroup Group, ApiCommand Command)> Commands() => ApiGroups.All.SelectMany(group => group.Commands.Select(command => (group, command)));

    [Test]
    public void Every_operation_of_every_specification_has_a_command()
    {
        var operations = Documents().SelectMany(file => ((JObject?)JObject.Parse(File.ReadAllText(file))["paths"] ?? []).Properties()
            .SelectMany(path => ((JObject)path.Value).Properties().Where(method => Methods.Contains(method.Name)).Select(method => $"{method.Value["operationId"]} {method.Name.ToUpperInvariant()} {path.Name}"))).ToList();
        Assert.Multiple(() =>
        {
            Assert.That(operations, Has.Count.GreaterThan(250));
            Assert.That(Commands().Select(c => $"{c.Command.Operation.Name.Split('.')[1]} {c.Command.Operation.Method} {c.Command.Operation.PathTemplate}"), Is.EquivalentTo(operations));
        });
    }

    [Test]
    public void No_two_commands_of_a_group_can_be_meant_by_one_name() => Assert.That(
        ApiGroups.All.SelectMany(group => group.Commands.SelectMany(command => command.Aliases.Prepend(command.Name)).GroupBy(name => name).Where(same => same.Count() > 1).Select(same => $"{group.Name} {same.Key}")),
        Is.Empty);

    [Test]
    public void No_two_groups_can_be_meant_by_one_name() => Assert.That(
        ApiGroups.All.GroupBy(group => group.Provider).SelectMany(provider => provider.SelectMany(group => new[] { group.Name, group.Alias }.OfType<string>()).Concat(["jwt", "profile", "completion", "flowroute"])
            .GroupBy(name => name).Where(same => same.Count() > 1).Select(same => same.Key)),
        Is.Empty);

    [Test]
    public void A_short_name_that_is_a_verb_alone_changes_nothing() => Assert.That(
        Commands().Where(c => c.Command.Operation.Method != HttpMethod.Get && c.Command.Aliases.Contains(c.Command.Name.Split('-')[0]))
            .Where(c => c.Command.Name.Count(character => character == '-') != 1 || !c.Command.Name.EndsWith(c.Group.Name.TrimEnd('s'), StringComparison.Ordinal) && !c.Command.Name.EndsWith((c.Group.Alias ?? c.Group.Name).TrimEnd('s'), StringComparison.Ordinal))
            .Select(c => c.Command.Name),
        Is.Empty);

    [Test]
    public async Task The_help_of_every_command_says_what_it_does_and_names_its_options()
    {
        using var cli = new Support.Cli();
        foreach (var group in ApiGroups.All)
            foreach (var command in group.Commands)
            {
                string[] start = group.Provider == "Vonage" ? [group.Name] : ["flowroute", group.Name];
                var help = (await cli.RunAsync([.. start, command.Name, "--help"])).Succeeded().Output;
                var words = string.Join(' ', help.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));
                Assert.That(words, Does.Contain(string.Join(' ', Markdown.Plain(command.Summary).Split(' ', StringSplitOptions.RemoveEmptyEntries))), $"{group.Name} {command.Name}");
                foreach (var field in command.Fields)
                    Assert.That(help, Does.Contain("--" + field.Name).Or.Contain("--field-" + field.Name), $"{group.Name} {command.Name}");
            }
    }

    [Test]
    public async Task The_help_lists_all_groups()
    {
        using var cli = new Support.Cli();
        var help = (await cli.RunAsync("--help")).Succeeded().Output;
        foreach (var group in ApiGroups.All.Where(group => group.Provider == "Vonage"))
            Assert.That(help, Does.Contain($" {group.Name}"));
        foreach (var command in new[] { "jwt", "profile", "completion", "flowroute" })
            Assert.That(help, Does.Contain($" {command} "));
    }

    [TestCase("sms send --txt Hello", "error: vonage sms send has no option --txt. Did you mean --text?")]
    [TestCase("sms sent", "error: vonage sms has no command sent. Did you mean send?")]
    [TestCase("account balanc", "error: vonage account has no command balanc. Did you mean balance?")]
    [TestCase("smss send", "error: vonage has no command smss. Did you mean sms?")]
    [TestCase("smss --help", "error: vonage has no command smss. Did you mean sms?")]
    [TestCase("sms sent --help", "error: vonage sms has no command sent. Did you mean send?")]
    [TestCase("account balance --profil work", "error: vonage account get-balance has no option --profil. Did you mean --profile?")]
    public async Task A_wrong_name_is_answered_with_the_near_one(string line, string error)
    {
        using var cli = new Support.Cli();
        var run = await cli.RunAsync(line);
        Assert.Multiple(() =>
        {
            Assert.That(run.Code, Is.EqualTo(2));
            Assert.That(run.Error, Does.Contain(error));
        });
    }

    [Test]
    public async Task A_group_alone_explains_itself()
    {
        using var cli = new Support.Cli();
        Assert.That((await cli.RunAsync("apps")).Succeeded().Output, Does.Contain("list").And.Contain("Lists"));
    }

    [TestCase("vonage s", "sms")]
    [TestCase("vonage sms s", "send")]
    [TestCase("vonage sms send --te", "--text")]
    [TestCase("vonage messages send --channel w", "whatsapp")]
    [TestCase("vonage account balance -o c", "csv")]
    public async Task Shells_complete_groups_commands_options_and_values(string line, string expected)
    {
        using var cli = new Support.Cli();
        Assert.That((await cli.RunAsync([$"[suggest:{line.Length}]", line])).Succeeded().Output.Split(Environment.NewLine), Does.Contain(expected));
    }

    [TestCase("bash", "complete -o default -F _vonage_complete vonage")]
    [TestCase("zsh", "compdef _vonage vonage")]
    [TestCase("powershell", "Register-ArgumentCompleter -Native -CommandName vonage")]
    public async Task Completion_scripts_register_the_program(string shell, string line)
    {
        using var cli = new Support.Cli();
        Assert.That((await cli.RunAsync($"completion {shell}")).Succeeded().Output, Does.Contain(line));
    }
}
