using System.Reflection;
using BenchmarkDotNet.Configs;
using BenchmarkDotNet.Diagnosers;
using BenchmarkDotNet.Filters;
using BenchmarkDotNet.Jobs;
using BenchmarkDotNet.Loggers;
using BenchmarkDotNet.Reports;
using BenchmarkDotNet.Running;
using BenchmarkDotNet.Toolchains.InProcess.Emit;
using Perfolizer.Horology;
using TestSupport;
using Vonage.Benchmarks.Operations;

namespace Vonage.Benchmarks.Summary;

/// <summary>Runs the benchmarks in this process and takes the figures out of BenchmarkDotNet's reports.</summary>
internal static class Measuring
{
    /// <summary>The floors and ours: medians of five runs.</summary>
    public static IEnumerable<Measurement> Compare(Action<string> progress)
    {
        var job = Job.Default.WithWarmupCount(6).WithIterationCount(5).WithIterationTime(TimeInterval.FromMilliseconds(300));
        foreach (var (type, operation) in Operations())
        {
            progress(operation.Name);
            var reports = BenchmarkRunner.Run(type, Config(job)).Reports;
            yield return new Measurement(operation.Name, CostOf(reports, "Floor"), HasPlatform(type) ? CostOf(reports, "Platform") : null, CostOf(reports, "Ours"), operation.Time, operation.Bytes);
        }
    }

    /// <summary>The bytes of ours alone, by a job that is too short to tell the time.</summary>
    public static IEnumerable<(string Operation, long Bytes)> Allocations()
    {
        var job = Job.Default.WithWarmupCount(3).WithIterationCount(1).WithIterationTime(TimeInterval.FromMilliseconds(150));
        foreach (var (type, operation) in Operations())
            yield return (operation.Name, CostOf(BenchmarkRunner.Run(type, Config(job).AddFilter(new NameFilter(name => name == "Ours"))).Reports, "Ours").Bytes);
    }

    private static IEnumerable<(Type Type, OperationAttribute Operation)> Operations() =>
        typeof(OperationAttribute).Assembly.GetTypes()
            .Select(type => (Type: type, Operation: type.GetCustomAttribute<OperationAttribute>()!))
            .Where(entry => entry.Operation is not null)
            .OrderBy(entry => entry.Operation.Order);

    private static bool HasPlatform(Type type) => type.GetMethod("Platform") is not null;

    private static ManualConfig Config(Job job) => ManualConfig.CreateEmpty()
        .AddJob(job.WithToolchain(InProcessEmitToolchain.Instance))
        .AddDiagnoser(MemoryDiagnoser.Default)
        .AddLogger(NullLogger.Instance)
        .WithArtifactsPath(Path.Combine(RepositoryFolder.Find(), "artifacts", "benchmarks"));

    private static Cost CostOf(IEnumerable<BenchmarkReport> reports, string method)
    {
        var report = reports.Single(entry => entry.BenchmarkCase.Descriptor.WorkloadMethod.Name == method);
        return report is { Success: true, ResultStatistics: { } statistics }
            ? new Cost(statistics.Median, report.GcStats.GetBytesAllocatedPerOperation(report.BenchmarkCase) ?? 0)
            : throw new InvalidOperationException($"{report.BenchmarkCase.Descriptor.Type.Name}.{method} could not be measured: {string.Join(' ', report.ExecuteResults.SelectMany(result => result.Errors))}");
    }
}
