using System.Diagnostics;

namespace Vonage.Docs.Tests;

/// <summary>The workflows in .github, as actionlint sees them: their syntax, their expressions, and what their jobs and steps refer to.</summary>
public class WorkflowTests
{
    private static readonly string Root = RepositoryFolder.Find();

    [Test]
    public void The_workflows_of_the_repository_are_valid()
    {
        var (code, output) = Check(Root);
        Assert.That(code, Is.Zero, output);
        Assert.That(output, Does.StartWith($"Checking {Directory.GetFiles(Path.Combine(Root, ".github", "workflows"), "*.yml").Length} "));
    }

    [TestCase("on: push", "unexpected key", TestName = "A_key_that_does_not_exist_is_found")]
    [TestCase("needs: gone", "which does not exist", TestName = "A_job_that_does_not_exist_is_found")]
    [TestCase("if: vars.A == github.nothing", "is not defined", TestName = "A_value_that_does_not_exist_is_found")]
    public void A_fault_is_found(string line, string expected)
    {
        var folder = Directory.CreateTempSubdirectory("vonage-workflows-").FullName;
        var workflows = Directory.CreateDirectory(Path.Combine(folder, ".github", "workflows")).FullName;
        File.WriteAllText(Path.Combine(workflows, "ci.yml"), $"on: push\njobs:\n  test:\n    {line}\n    runs-on: ubuntu-latest\n    steps:\n      - run: echo\n");

        var (code, output) = Check(folder);

        Directory.Delete(folder, recursive: true);
        Assert.That((code, output.Contains(expected, StringComparison.Ordinal)), Is.EqualTo((1, true)), output);
    }

    private static (int Code, string Output) Check(string folder)
    {
        var tool = Path.Combine(Root, "node_modules", "@tktco", "node-actionlint", "bin", "node-actionlint.js");
        using var process = Process.Start(new ProcessStartInfo("node", [tool, ".github/workflows/*.yml"]) { RedirectStandardOutput = true, RedirectStandardError = true, WorkingDirectory = folder })!;
        var errors = process.StandardError.ReadToEndAsync();
        var output = process.StandardOutput.ReadToEnd() + errors.Result;
        process.WaitForExit();
        return (process.ExitCode, output);
    }
}
