using System.Globalization;
using TestSupport;

namespace Vonage.Benchmarks.Summary;

/// <summary>Fails where a call allocates more than the committed table says, by more than a tenth.</summary>
internal static class Smoke
{
    private const double Growth = 1.1;

    public static int Run(TextWriter output)
    {
        var document = Path.Combine(RepositoryFolder.Find(), "docs", "performance.md");
        var committed = SummaryTable.ReadBytes(File.ReadLines(document));
        var isGood = true;
        foreach (var (operation, bytes) in Measuring.Allocations())
        {
            var fault = committed.TryGetValue(operation, out var before)
                ? bytes > before * Growth ? "has grown by more than 10 %" : null
                : "is not in the table of docs/performance.md";
            isGood &= fault is null;
            output.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{(fault is null ? "ok  " : "FAIL")} {operation}: {bytes:N0} bytes, {before:N0} committed{(fault is null ? "" : $": it {fault}")}"));
        }

        if (!isGood)
            output.WriteLine("Where the growth is meant, put the table of `dotnet run -c Release --project tests/Vonage.Benchmarks -- --summary` into docs/performance.md.");
        return isGood ? 0 : 1;
    }
}
