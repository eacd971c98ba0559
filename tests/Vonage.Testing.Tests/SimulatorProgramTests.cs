using System.Diagnostics;
using System.Globalization;
using System.Net;
using System.Net.Http.Headers;
using System.Security.Cryptography;
using System.Text;

namespace Vonage.Testing.Tests;

/// <summary>The program <c>tools/Vonage.Simulator</c>, run as anybody runs it.</summary>
internal sealed class SimulatorProgramTests
{
    [Test]
    [Platform("Unix")]
    public async Task Tells_how_to_use_it_logs_and_stops()
    {
        using var program = Start("--port", "0");
        var introduction = await ReadToAsync(program, "Requests");
        var keyPath = Value(introduction, "VONAGE_PRIVATE_KEY_PATH");
        using var http = new HttpClient { BaseAddress = new Uri(introduction[0].Split(' ')[3].TrimEnd('.')) };
        http.DefaultRequestHeaders.Authorization = new AuthenticationHeaderValue("Basic", Convert.ToBase64String(
            Encoding.UTF8.GetBytes($"{Value(introduction, "VONAGE_API_KEY")}:{Value(introduction, "VONAGE_API_SECRET")}")));

        using var response = await http.GetAsync(new Uri("/rest.nexmo.com/account/get-balance?x=secret", UriKind.Relative));
        var line = await program.StandardOutput.ReadLineAsync();

        Assert.That(response.StatusCode, Is.EqualTo(HttpStatusCode.OK));
        Assert.That(introduction, Has.Some.EndsWith("/rest.nexmo.com"));
        Assert.That(line, Does.EndWith("GET rest.nexmo.com/account/get-balance → 200"));
        using (var rsa = RSA.Create())
            Assert.That(async () => rsa.ImportFromPem(await File.ReadAllTextAsync(keyPath)), Throws.Nothing);

        using (Process.Start("kill", ["-INT", program.Id.ToString(CultureInfo.InvariantCulture)]))
            await program.WaitForExitAsync().WaitAsync(TimeSpan.FromSeconds(10));
        Assert.That((program.ExitCode, await program.StandardOutput.ReadToEndAsync()), Is.EqualTo((0, "Stopped." + Environment.NewLine)));
        Assert.That(File.Exists(keyPath), Is.False);
    }

    [Test]
    public async Task Says_what_is_wrong_with_a_key()
    {
        var path = Path.GetTempFileName();
        using var program = Start("--port", "0", "--key", path);

        var error = await program.StandardError.ReadToEndAsync();
        await program.WaitForExitAsync();

        File.Delete(path);
        Assert.That((program.ExitCode, error), Is.EqualTo((1, error)));
        Assert.That(error, Does.StartWith("Error: ").And.Contain("key"));
    }

    private static Process Start(params string[] arguments)
    {
        var program = Path.Combine(TestContext.CurrentContext.TestDirectory, "Vonage.Simulator.dll");
        return Process.Start(new ProcessStartInfo("dotnet", ["exec", program, .. arguments]) { RedirectStandardOutput = true, RedirectStandardError = true })!;
    }

    private static async Task<List<string>> ReadToAsync(Process program, string end)
    {
        var lines = new List<string>();
        while (await program.StandardOutput.ReadLineAsync() is { } line && line != end)
            lines.Add(line);
        return lines;
    }

    private static string Value(IEnumerable<string> lines, string name) => lines.Single(line => line.Contains(name + "=", StringComparison.Ordinal)).Split('=', 2)[1];
}
