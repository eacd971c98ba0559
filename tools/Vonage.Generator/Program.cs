using Vonage.Generator;
using Vonage.Generator.CommandLine;

try
{
    return RepositoryCommand.Takes(args) ? await RepositoryCommand.RunAsync(args) : await ToolCommand.RunAsync(args);
}
catch (Exception error)
{
    Faults.Report(error);
    return 1;
}
