using System.CommandLine;

namespace Vonage.Simulator;

/// <summary>The options for what the program writes and opens when it starts.</summary>
internal sealed class OutputOptions
{
    private readonly Option<FileInfo> _environment = new("--write-env") { Description = "A file for the environment variables, such as .env. It contains the secrets of the simulator.", HelpName = "file" };
    private readonly Option<FileInfo> _authority = new("--ca-file") { Description = "A file for the certificate that clients have to trust for HTTPS. By default, it is written to a temporary file.", HelpName = "file" };
    private readonly Option<bool> _open = new("--open") { Description = "Opens the simulator in the browser." };

    public IEnumerable<Option> All => [_environment, _authority, _open];

    public Output Read(ParseResult arguments) => new(arguments.GetValue(_environment), arguments.GetValue(_authority), arguments.GetValue(_open));
}

/// <summary>What the program writes and opens when it starts.</summary>
internal sealed record Output(FileInfo? Environment, FileInfo? Authority, bool Opens);
