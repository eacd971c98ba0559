namespace Vonage.Cli.Tests.Support;

/// <summary>Runs the program in this process, with an environment, input and folder of its own.</summary>
internal sealed class Cli : IDisposable
{
    private readonly string _folder = Directory.CreateTempSubdirectory("vonage-cli-").FullName;

    public Dictionary<string, string> Variables { get; } = new(StringComparer.Ordinal);

    public string Input { get; set; } = string.Empty;

    /// <summary>The file with the profiles.</summary>
    public string Profiles => Path.Combine(_folder, "vonage", "profiles.json");

    /// <summary>A program with an API key and an application, whose requests go to an address.</summary>
    public static Cli At(Uri address) => new()
    {
        Variables =
        {
            ["VONAGE_API_KEY"] = "abcd1234",
            ["VONAGE_API_SECRET"] = "Simulat0rSecret",
            ["VONAGE_BASE_URL"] = address.AbsoluteUri,
            ["FR_ACCESS_KEY"] = "12345678",
            ["FR_SECRET_KEY"] = "FlowrouteSecret",
        },
    };

    public Cli WithApplication(string id, string key)
    {
        Variables["VONAGE_APPLICATION_ID"] = id;
        Variables["VONAGE_PRIVATE_KEY"] = key;
        return this;
    }

    /// <summary>Writes a file into the program's folder, and returns its path.</summary>
    public string Write(string name, string content)
    {
        var path = Path.Combine(_folder, name);
        File.WriteAllText(path, content);
        return path;
    }

    public string PathOf(string name) => Path.Combine(_folder, name);

    /// <summary>Runs a command line without quotes in it.</summary>
    public Task<Run> RunAsync(string line, CancellationToken cancellationToken = default) => RunAsync(line.Split(' ', StringSplitOptions.RemoveEmptyEntries), cancellationToken);

    public async Task<Run> RunAsync(string[] args, CancellationToken cancellationToken = default)
    {
        var (output, error, bytes) = (new StringWriter(), new StringWriter(), new MemoryStream());
        var terminal = new Terminal
        {
            In = new StringReader(Input),
            Out = output,
            Error = error,
            OpenOutput = () => bytes,
            Variable = name => name == "XDG_CONFIG_HOME" ? _folder : Variables.GetValueOrDefault(name),
            WatchInterval = TimeSpan.FromMilliseconds(20),
        };
        var code = await CommandLine.RunAsync(args, terminal, cancellationToken);
        return new(code, output.ToString(), error.ToString(), bytes.ToArray());
    }

    public void Dispose() => Directory.Delete(_folder, recursive: true);
}

/// <summary>What a run left behind.</summary>
internal sealed record Run(int Code, string Output, string Error, byte[] Bytes)
{
    public JToken Json => JToken.Parse(Output);

    /// <summary>The run, which must have succeeded.</summary>
    public Run Succeeded()
    {
        Assert.That(Code, Is.Zero, Error + Output);
        return this;
    }
}
