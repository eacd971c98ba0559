using System.Diagnostics;

namespace Vonage.Cli.Tests;

/// <summary>The program as a process of its own.</summary>
public class ProcessTests
{
    // Not the copy beside the tests, which lacks what ASP.NET Core brings along.
    private static string Program
    {
        get
        {
            var folder = new DirectoryInfo(TestContext.CurrentContext.TestDirectory);
            return Path.Combine(RepositoryFolder.Find(), "tools", "Vonage.Cli", "bin", folder.Parent!.Name, folder.Name, typeof(CommandLine).Assembly.GetName().Name + ".dll");
        }
    }

    private static Process Start(Uri address, params string[] args) => StartProgram(address, "dotnet", [Program, .. args]);

    private static Process StartProgram(Uri address, string program, params string[] args)
    {
        var start = new ProcessStartInfo(program, args) { RedirectStandardOutput = true, RedirectStandardError = true, RedirectStandardInput = true };
        foreach (var name in start.Environment.Keys.Where(name => name.StartsWith("VONAGE_", StringComparison.Ordinal)).ToList())
            start.Environment.Remove(name);
        start.Environment["VONAGE_API_KEY"] = "abcd1234";
        start.Environment["VONAGE_API_SECRET"] = "Simulat0rSecret";
        start.Environment["VONAGE_BASE_URL"] = address.AbsoluteUri;
        start.Environment["XDG_CONFIG_HOME"] = Path.GetTempPath();
        start.Environment["TERM"] = "xterm-256color";
        return Process.Start(start)!;
    }

    private static async Task<(int Code, string Output, string Error)> RunAsync(Process process)
    {
        process.StandardInput.Close();
        var error = process.StandardError.ReadToEndAsync();
        var output = await process.StandardOutput.ReadToEndAsync();
        await process.WaitForExitAsync();
        return (process.ExitCode, output, await error);
    }

    [Test]
    public async Task A_command_runs_and_exits_with_its_code()
    {
        await using var server = await LoopbackServer.StartAsync();
        server.Reply(200, """{ "value": 10.28, "autoReload": false }""");
        using var process = Start(server.Address, "account", "balance", "-o", "json");
        using var wrong = Start(server.Address, "account", "balance", "--ouput", "x");
        var (run, refused) = (await RunAsync(process), await RunAsync(wrong));
        Assert.Multiple(() =>
        {
            Assert.That(run.Code, Is.Zero, run.Error);
            Assert.That((decimal)JObject.Parse(run.Output)["value"]!, Is.EqualTo(10.28m));
            Assert.That(server.Request.Headers["User-Agent"], Does.Contain("vonage-cli"));
            Assert.That(refused.Code, Is.EqualTo(2));
        });
    }

    [Test]
    [Platform("Linux")]
    public async Task A_watch_draws_a_bar_at_a_terminal_and_nothing_into_a_file()
    {
        var states = new Queue<string>(["IN PROGRESS", "IN PROGRESS", "SUCCESS"]);
        await using var server = await LoopbackServer.StartAsync(context => LoopbackServer.Json(context, 200, $$"""{ "request_id": "0a", "status": "{{states.Dequeue()}}" }"""));
        var file = Path.GetTempFileName();
        using var process = StartProgram(server.Address, "script", "-qec", $"dotnet '{Program}' verify get --request-id 0a --watch --interval 0.5 > '{file}'", "/dev/null");

        var (code, screen, error) = await RunAsync(process);

        var written = await File.ReadAllTextAsync(file);
        File.Delete(file);
        Assert.Multiple(() =>
        {
            Assert.That(code, Is.Zero, screen + error);
            Assert.That(screen, Does.Contain("\u001b[").And.Match("status: IN PROGRESS.*00:00:0"));
            Assert.That(written, Does.Match(@"status\s+SUCCESS").And.Not.Contain("\u001b"));
        });
    }

    [Test]
    [Platform("Linux")]
    public async Task Bash_completes_what_is_typed()
    {
        var script = $$"""
            vonage() { dotnet '{{Program}}' "$@"; }
            source <(vonage completion bash)
            COMP_LINE='vonage messages send --channel w' COMP_POINT=32 COMP_WORDS=(vonage messages send --channel w) COMP_CWORD=4
            _vonage_complete
            echo "${COMPREPLY[@]}"
            """;
        using var bash = Process.Start(new ProcessStartInfo("bash", ["-c", script]) { RedirectStandardOutput = true })!;
        var completed = await bash.StandardOutput.ReadToEndAsync();
        await bash.WaitForExitAsync();
        Assert.That(completed.Trim(), Is.EqualTo("whatsapp"));
    }

    [Test]
    [Platform("Unix")]
    public async Task Zsh_completes_what_is_typed()
    {
        if (!IsInstalled("zsh"))
            Assert.Ignore("Zsh is not installed: apt-get install zsh.");
        var typed = Path.Combine(Path.GetTempPath(), $"vonage-zsh-{Guid.NewGuid():N}");
        // A shell at a terminal, into which the keys are typed: Tab, and one that tells what the line has become.
        var script = $$"""
            zmodload zsh/zpty
            zpty shell zsh -f -i
            zpty -w shell "autoload -Uz compinit && compinit -u -D"
            zpty -w shell "vonage() { dotnet '{{Program}}' \"\$@\"; }"
            zpty -w shell "source <(vonage completion zsh)"
            zpty -w shell "tell() { print -r -- \$BUFFER > '{{typed}}' }; zle -N tell; bindkey '^X' tell"
            zpty -w -n shell $'vonage messages send --channel w\t\x18'
            repeat 600 { [[ -s '{{typed}}' ]] && break; sleep .1 }
            zpty -d shell
            """;

        await RunShellAsync("zsh", "-f", "-c", script);

        Assert.That((await File.ReadAllTextAsync(typed)).Trim(), Is.EqualTo("vonage messages send --channel whatsapp"));
        File.Delete(typed);
    }

    [Test]
    public async Task PowerShell_completes_what_is_typed()
    {
        // The tool of the repository, where the machine has none.
        string[] shell = IsInstalled("pwsh") ? ["pwsh"] : ["dotnet", "pwsh"];
        if (shell.Length > 1 && (await RunShellAsync("dotnet", "tool", "restore")).Code != 0)
            Assert.Ignore("PowerShell is not installed, and cannot be: dotnet tool restore.");
        var script = $$"""
            function vonage { dotnet '{{Program}}' @args }
            vonage completion powershell | Out-String | Invoke-Expression
            $line = 'vonage messages send --channel w'
            (TabExpansion2 -inputScript $line -cursorColumn $line.Length).CompletionMatches.CompletionText
            """;

        var (code, output) = await RunShellAsync(shell[0], [.. shell[1..], "-NoProfile", "-NonInteractive", "-Command", script]);

        Assert.That((code, output.Trim()), Is.EqualTo((0, "whatsapp")));
    }

    private static bool IsInstalled(string program) => (Environment.GetEnvironmentVariable("PATH") ?? string.Empty).Split(Path.PathSeparator).Any(folder => File.Exists(Path.Combine(folder, program)) || File.Exists(Path.Combine(folder, program + ".exe")));

    private static async Task<(int Code, string Output)> RunShellAsync(string program, params string[] arguments)
    {
        using var shell = Process.Start(new ProcessStartInfo(program, arguments) { RedirectStandardOutput = true, WorkingDirectory = RepositoryFolder.Find() })!;
        var output = await shell.StandardOutput.ReadToEndAsync();
        await shell.WaitForExitAsync();
        return (shell.ExitCode, output);
    }

    [Test]
    [Platform("Unix")]
    public async Task A_signal_cancels_and_says_what_was_sent()
    {
        var arrived = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        await using var server = await LoopbackServer.StartAsync(async context =>
        {
            arrived.SetResult();
            await Task.Delay(Timeout.Infinite, context.RequestAborted);
        });
        using var process = Start(server.Address, "sms", "send", "--from", "Acme", "--to", "447700900000", "--text", "Hi");
        await arrived.Task.WaitAsync(TimeSpan.FromMinutes(5));

        // Not SIGINT, which whoever runs the tests in a background shell has told all processes to ignore.
        using (Process.Start("sh", ["-c", $"kill -TERM {process.Id}"]))
        {
            var run = await RunAsync(process);
            Assert.Multiple(() =>
            {
                Assert.That(run.Code, Is.EqualTo(130));
                Assert.That(run.Error, Does.Contain("was sent, and no answer came: it may have been processed."));
            });
        }
    }
}
