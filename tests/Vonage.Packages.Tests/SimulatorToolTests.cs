using System.Diagnostics;

namespace Vonage.Packages.Tests;

/// <summary>The simulator as a stranger gets it: a tool from a folder with packages.</summary>
[Platform(Include = "Linux", Reason = "The browser of the test is a script that is called xdg-open.")]
public sealed class SimulatorToolTests
{
    private const string Application = """
        using Vonage;
        using Vonage.Sms;

        foreach (var line in File.ReadAllLines(args[0]))
            Environment.SetEnvironmentVariable(line.Split('=', 2)[0], line.Split('=', 2)[1]);
        await VonageClient.FromEnvironment().Sms.SendAsync(new SmsRequest("ACME", "447700900000", "Hello from C#"));
        """;

    private readonly string _folder = Directory.CreateTempSubdirectory("simulator-tool-").FullName;

    [OneTimeTearDown]
    public void CleanUp() => Directory.Delete(_folder, recursive: true);

    [Test]
    public async Task It_is_installed_opens_its_page_and_shows_what_a_script_and_an_application_send()
    {
        var stranger = new Stranger(Path.Combine(_folder, "tool"));
        await stranger.DotNetAsync("tool", "install", BuiltPackages.NameOf("Vonage.Simulator"), "--version", Feed.Version, "--tool-path", stranger.At("tools"));
        var browser = stranger.At("xdg-open");
        await File.WriteAllTextAsync(browser, $"#!/bin/sh\necho \"$1\" > {stranger.At("opened")}\n");
        if (!OperatingSystem.IsWindows())
            File.SetUnixFileMode(browser, UnixFileMode.UserRead | UnixFileMode.UserExecute);
        var start = stranger.Start(stranger.At("tools/vonage-simulator"), "--port", "0", "--open", "--write-env", ".env", "--state", "state.json");
        start.RedirectStandardInput = true;
        start.Environment["PATH"] = $"{stranger.At("")}{Path.PathSeparator}{start.Environment["PATH"]}";
        using var simulator = Process.Start(start)!;
        while (await simulator.StandardOutput.ReadLineAsync() is { } line && line != "Requests")
        {
        }
        var log = simulator.StandardOutput.ReadToEndAsync();
        var variables = (await File.ReadAllLinesAsync(stranger.At(".env"))).Select(line => line.Split('=', 2)).ToDictionary(pair => pair[0], pair => pair[1]);
        var address = variables["VONAGE_BASE_URL"];

        await Stranger.ReadAsync(new ProcessStartInfo("curl", [
            "-s", $"{address}/rest.nexmo.com/sms/json", "-d", $"api_key={variables["VONAGE_API_KEY"]}", "-d", $"api_secret={variables["VONAGE_API_SECRET"]}",
            "-d", "from=ACME", "-d", "to=447700900000", "-d", "text=Hello from a script"])
        { RedirectStandardOutput = true, RedirectStandardError = true });
        await RunApplicationAsync(stranger.At(".env"));
        using var http = new HttpClient();
        var page = await http.GetStringAsync(new Uri(address));
        await simulator.StandardInput.WriteLineAsync("quit");
        await simulator.WaitForExitAsync();

        Assert.That((simulator.ExitCode, await simulator.StandardError.ReadToEndAsync()), Is.EqualTo((0, "")), await log);
        Assert.That(page, Does.Contain("<p>Hello from a script</p>").And.Contain("<p>Hello from C#</p>"));
        Assert.That((await File.ReadAllTextAsync(stranger.At("opened"))).Trim(), Is.EqualTo(address + "/"));
        Assert.That(await File.ReadAllTextAsync(stranger.At("state.json")), Does.Contain("Hello from C#"));
    }

    private async Task RunApplicationAsync(string environment)
    {
        var application = new Stranger(Path.Combine(_folder, "application"));
        await File.WriteAllTextAsync(application.At("Program.cs"), Application);
        await File.WriteAllTextAsync(application.At("Application.csproj"), $"""
            <Project Sdk="Microsoft.NET.Sdk">
              <PropertyGroup>
                <OutputType>Exe</OutputType>
                <TargetFramework>net10.0</TargetFramework>
                <ImplicitUsings>enable</ImplicitUsings>
              </PropertyGroup>
              <ItemGroup>
                <PackageReference Include="{BuiltPackages.NameOf("Vonage")}" Version="{Feed.Version}" />
              </ItemGroup>
            </Project>
            """);
        await application.DotNetAsync("run", "--", environment);
    }
}
