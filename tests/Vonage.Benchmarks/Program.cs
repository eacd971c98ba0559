using BenchmarkDotNet.Running;
using Vonage.Benchmarks.Load;
using Vonage.Benchmarks.Summary;

switch (args)
{
    case ["--summary"]:
        return Summary();
    case ["--smoke"]:
        return Smoke.Run(Console.Out);
    case ["--load"]:
        await LoadRun.RunAsync(Console.Out);
        return 0;

    // What --load starts in processes of their own.
    case ["--server"]:
        await CannedServer.RunAsync();
        return 0;
    case ["--webhook-server"]:
        await WebhookServer.RunAsync();
        return 0;
    case ["--first-reply", var who, var server]:
        await FirstReply.RunAsync(who, server);
        return 0;

    default:
        return Each(args);
}

static int Summary()
{
    foreach (var line in SummaryTable.Write([.. Measuring.Compare(Console.Error.WriteLine)]))
        Console.WriteLine(line);
    return 0;
}

// BenchmarkDotNet's own command line: --filter, --list and so on.
static int Each(string[] arguments)
{
    BenchmarkSwitcher.FromAssembly(typeof(Measuring).Assembly).Run(arguments);
    return 0;
}
