using BenchmarkDotNet.Running;
using Vonage.Benchmarks.Summary;

return args switch
{
    ["--summary"] => Summary(),
    ["--smoke"] => Smoke.Run(Console.Out),
    _ => Each(args),
};

static int Summary()
{
    foreach (var line in SummaryTable.Write([.. Measuring.Compare(Console.Error.WriteLine)]))
        Console.WriteLine(line);
    return 0;
}

static int Each(string[] arguments)
{
    BenchmarkSwitcher.FromAssembly(typeof(Measuring).Assembly).Run(arguments);
    return 0;
}
