using System.Diagnostics;
using System.Reflection;
using TwoFactorLogin;
using Vonage.Testing;

namespace Vonage.Docs.Tests;

/// <summary>Samples run against the simulator where no credentials are set.</summary>
[NonParallelizable]
public class SampleTests
{
    [TestCase("CustomerSubaccount", new string[0], "has a balance of 10.00 EUR")]
    [TestCase("CustomerSubaccount", new[] { "ACME", "12.50" }, "12.50 EUR were transferred from abcd1234 to ")]
    [TestCase("AppointmentReminder", new string[0], "The SMS was rejected (status 6). Calling instead.")]
    [TestCase("AppointmentReminder", new[] { "447700900009" }, "was sent to 447700900009.")]
    [TestCase("SupportConversation", new string[0], "Support for Alice:\n  Alice has joined.\n  How can we help you?")]
    [TestCase("SupportConversation", new[] { "Bob", "Hello" }, "  Bob has joined.\n  Hello")]
    [TestCase("UsageReport", new string[0], "GB: 20 messages, 0.67 EUR\nUS: 10 messages, 0.33 EUR")]
    [TestCase("UsageReport", new[] { "1" }, "GB: 16 messages, 0.53 EUR\nUS: 8 messages, 0.27 EUR")]
    public void Runs(string sample, string[] arguments, string expected)
    {
        var (code, output, error) = Run(sample, arguments);
        Assert.Multiple(() =>
        {
            Assert.That(error, Is.Empty);
            Assert.That(code, Is.Zero);
            Assert.That(output, Does.Contain("using the simulator").And.Contain(expected));
        });
    }

    [TestCase("TwoFactorLogin", "Welcome!")]
    [TestCase("NumberPurchase", "EUR per month")]
    [TestCase("Quickstart", "Secret rotated")]
    public async Task Runs_as_a_program(string sample, string expected)
    {
        // In its own folder: this one lacks what ASP.NET Core, which these tests use, has in the shared framework.
        var (framework, configuration) = (Path.GetFileName(AppContext.BaseDirectory.TrimEnd(Path.DirectorySeparatorChar)), Path.GetFileName(Path.GetDirectoryName(AppContext.BaseDirectory.TrimEnd(Path.DirectorySeparatorChar))!));
        var start = new ProcessStartInfo("dotnet", [Path.Combine(RepositoryFolder.Find(), "samples", sample, "bin", configuration, framework, sample + ".dll")])
        {
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };
        foreach (var name in start.Environment.Keys.Where(k => k.StartsWith("VONAGE_", StringComparison.Ordinal)).ToList())
            start.Environment.Remove(name);
        using var process = Process.Start(start)!;
        process.StandardInput.Close();
        var (output, error) = (process.StandardOutput.ReadToEndAsync(), process.StandardError.ReadToEndAsync());
        await process.WaitForExitAsync();
        Assert.Multiple(() =>
        {
            Assert.That(error.Result, Is.Empty);
            Assert.That(process.ExitCode, Is.Zero);
            Assert.That(output.Result, Does.Contain(expected));
        });
    }

    [TestCase("CustomerSubaccount", new[] { "ACME", "1000" }, "Insufficient balance")]
    [TestCase("CustomerSubaccount", new[] { "ACME", "much" }, "must be an amount")]
    [TestCase("AppointmentReminder", new[] { "+44 7700" }, "to")]
    [TestCase("UsageReport", new[] { "many" }, "must be between 1 and 365")]
    public void Says_what_is_wrong(string sample, string[] arguments, string expected)
    {
        var (code, _, error) = Run(sample, arguments);
        Assert.That(code, Is.EqualTo(1));
        Assert.That(error, Does.StartWith("Error: ").And.Contain(expected));
    }

    [Test]
    public async Task A_login_does_not_continue_the_verification_of_another()
    {
        await using var simulator = await VonageSimulator.StartAsync();
        var verify = simulator.CreateClient().VerifyV2;
        bool? other = null;
        var login = new Login(verify, () =>
        {
            other ??= new Login(verify, () => VonageSimulator.VerificationCode).RunAsync("447700900000").GetAwaiter().GetResult();
            return VonageSimulator.VerificationCode;
        });

        Assert.That((await login.RunAsync("447700900000"), other), Is.EqualTo((true, (bool?)false)));
    }

    [Test]
    public async Task A_login_that_is_repeated_continues_its_own_verification()
    {
        await using var simulator = await VonageSimulator.StartAsync();
        var asked = 0;
        var login = new Login(simulator.CreateClient().VerifyV2, () => asked++ == 0 ? throw new IOException("The page was reloaded.") : VonageSimulator.VerificationCode);

        Assert.That(() => login.RunAsync("447700900000"), Throws.InstanceOf<IOException>());
        Assert.That(await login.RunAsync("447700900000"), Is.True);
    }

    private static (int Code, string Output, string Error) Run(string sample, string[] arguments)
    {
        var (console, errors) = (Console.Out, Console.Error);
        using var output = new StringWriter();
        using var error = new StringWriter();
        Console.SetOut(output);
        Console.SetError(error);
        try
        {
            return ((int)Assembly.Load(sample).EntryPoint!.Invoke(null, [arguments])!, output.ToString(), error.ToString());
        }
        finally
        {
            Console.SetOut(console);
            Console.SetError(errors);
        }
    }
}
