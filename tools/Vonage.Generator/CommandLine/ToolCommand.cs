using System.CommandLine;
using System.CommandLine.Invocation;
using System.Reflection;

namespace Vonage.Generator.CommandLine;

/// <summary>The command <c>vonage-generate</c>: a client from a document of one's own.</summary>
internal sealed class ToolCommand
{
    private readonly Option<string> _spec = new("--spec", "-s") { Description = "The OpenAPI document: 3.0, 3.1 or Swagger 2.0, as YAML or JSON.", Required = true, HelpName = "FILE" };
    private readonly Option<string> _namespace = new("--namespace", "-n") { Description = "The namespace of the generated code, such as My.PetStore.", Required = true, HelpName = "NAME" };
    private readonly Option<string> _output = new("--output", "-o") { Description = "The folder for the code. It is empty, or was generated into before; files of others in it stay.", Required = true, HelpName = "FOLDER" };
    private readonly Option<string?> _name = new("--name") { Description = "The name of the client without Client: PetStore makes PetStoreClient. The default is the last word of the namespace.", HelpName = "NAME" };
    private readonly Option<string[]> _overlays = new("--overlay") { Description = "An OpenAPI Overlay 1.0 that changes the document. Several are applied in their order.", HelpName = "FILE" };
    private readonly Option<string?> _settings = new("--nswag") { Description = "Settings in NSwag's format (codeGenerators.openApiToCSharpClient) instead of the tool's own.", HelpName = "FILE" };
    private readonly Option<string?> _templates = new("--templates") { Description = "A folder with templates, each of which replaces the tool's own of the same name.", HelpName = "FOLDER" };
    private readonly Option<bool> _check = new("--check") { Description = "Writes nothing, and fails if the folder is not what would be generated." };
    private readonly Option<bool> _watch = new("--watch") { Description = "Generates again whenever the document or another input changes." };

    // For the MSBuild package.
    private readonly Option<string?> _record = new("--record") { Hidden = true };
    private readonly Option<string?> _fingerprint = new("--fingerprint") { Hidden = true };

    private static string RuntimePackage => typeof(ToolCommand).Assembly.GetCustomAttributes<AssemblyMetadataAttribute>().Single(data => data.Key == nameof(RuntimePackage)).Value!;

    public static Task<int> RunAsync(string[] args)
    {
        var arguments = new ToolCommand().Create().Parse(args.Length == 0 ? ["--help"] : args);
        if (arguments.Action is ParseErrorAction mistake)
            mistake.ShowHelp = false;
        return arguments.InvokeAsync(new InvocationConfiguration { ProcessTerminationTimeout = TimeSpan.FromSeconds(5), EnableDefaultExceptionHandler = false });
    }

    private RootCommand Create()
    {
        var command = new RootCommand($"Generates a C# client from an OpenAPI document. The client needs the package {RuntimePackage}, and nothing else.")
        {
            _spec, _namespace, _output, _name, _overlays, _settings, _templates, _check, _watch, _record, _fingerprint,
            DiffCommand.Create(),
        };
        command.Validators.Add(result =>
        {
            if (result.GetValue(_check) && result.GetValue(_watch))
                result.AddError("--check writes nothing and --watch writes again and again. Use one of them.");
        });
        command.SetAction(RunAsync);
        return command;
    }

    private async Task<int> RunAsync(ParseResult arguments, CancellationToken cancellationToken)
    {
        var request = new ClientRequest(arguments.GetValue(_spec)!, arguments.GetValue(_namespace)!, arguments.GetValue(_name))
        {
            Overlays = arguments.GetValue(_overlays) ?? [],
            Settings = arguments.GetValue(_settings),
            Templates = arguments.GetValue(_templates),
        };
        var folder = arguments.GetValue(_output)!;
        if (arguments.GetValue(_watch))
            return await WatchAsync(request, folder, cancellationToken);
        if (arguments.GetValue(_check))
            return await CheckAsync(request, folder);
        if (arguments.GetValue(_record) is not { } path)
            return await GenerateAsync(request, folder) is null ? 1 : 0;
        var record = new Record(path, arguments.GetValue(_fingerprint) ?? string.Empty);
        using var only = await record.LockAsync(cancellationToken);
        if (record.IsCurrent())
            return 0;
        var start = DateTime.UtcNow;
        if (await GenerateAsync(request, folder) is not { } output)
            return 1;
        record.Write([.. request.Inputs(), .. output.Sources], output.Files, start);
        return 0;
    }

    // What the document refers to is known once it was read.
    private static async Task<int> WatchAsync(ClientRequest request, string folder, CancellationToken cancellationToken)
    {
        IReadOnlyList<string> sources = [];
        return await new Watch(() => request.Inputs().Concat(sources), GenerateAgainAsync).RunAsync(cancellationToken);

        async Task GenerateAgainAsync() => sources = (await GenerateAsync(request, folder))?.Sources ?? sources;
    }

    /// <summary>Generates, and says what was done or what is wrong.</summary>
    /// <returns>What was generated; null if something is wrong.</returns>
    private static async Task<Output?> GenerateAsync(ClientRequest request, string folder)
    {
        Output? output = null;
        var target = request.TargetIn(folder);
        var root = OutputFolder.Elsewhere(target.OutputDirectory);
        var isWritten = await Faults.ReportAsync(request.Spec, async () =>
        {
            output = await request.GenerateAsync(target);
            output.Write(root, [root.Path]);
        });
        if (!isWritten)
            return null;
        Console.WriteLine($"Generated {output!.Files.Count} files in {folder} from {request.Spec}.");
        return output;
    }

    private static async Task<int> CheckAsync(ClientRequest request, string folder)
    {
        var differences = new List<string>();
        var target = request.TargetIn(folder);
        var root = OutputFolder.Elsewhere(target.OutputDirectory);
        if (!await Faults.ReportAsync(request.Spec, async () => differences.AddRange((await request.GenerateAsync(target)).DifferencesFrom(root))))
            return 1;
        foreach (var difference in differences)
            Console.Error.WriteLine(difference);
        if (differences.Count > 0)
            Console.Error.WriteLine($"{folder} does not match {request.Spec}. Generate it without --check.");
        return differences.Count == 0 ? 0 : 1;
    }
}
