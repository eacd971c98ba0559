using System.Globalization;

namespace Vonage.Benchmarks.Summary;

/// <summary>The tables, in Markdown: printed by <c>--summary</c>, kept in docs/performance.md; the first is read back by <c>--smoke</c>.</summary>
internal static class SummaryTable
{
    private const int OperationColumn = 1;
    private const int OurBytesColumn = 6;

    // How many times the time of the best that the platform offers a call may take.
    private const double PlatformLimit = 1.5;

    private static readonly string[] Head =
    [
        "| operation | floor | ours | ratio of time | floor, bytes | ours, bytes | ratio of bytes | limits | |",
        "|---|--:|--:|--:|--:|--:|--:|--:|---|",
    ];

    private static readonly string[] PlatformHead =
    [
        "| operation | System.Text.Json floor | ours | ratio of time | floor, bytes | ours, bytes | ratio of bytes | limit | |",
        "|---|--:|--:|--:|--:|--:|--:|--:|---|",
    ];

    public static IEnumerable<string> Write(IReadOnlyList<Measurement> rows) =>
        [.. Head, .. rows.Select(Write), string.Empty, .. PlatformHead, .. rows.Where(row => row.Platform is not null).Select(WriteBesidePlatform)];

    /// <summary>The bytes of ours, by operation, of a table in a document.</summary>
    public static Dictionary<string, long> ReadBytes(IEnumerable<string> document) => document
        .SkipWhile(line => line != Head[0])
        .Skip(Head.Length)
        .TakeWhile(line => line.StartsWith('|'))
        .Select(line => line.Split('|'))
        .ToDictionary(cells => cells[OperationColumn].Trim(), cells => long.Parse(cells[OurBytesColumn], NumberStyles.Number, CultureInfo.InvariantCulture));

    private static string Write(Measurement row) => string.Create(
        CultureInfo.InvariantCulture,
        $"| {row.Operation} | {Time(row.Floor)} | {Time(row.Ours)} | {Ratio(row.TimeRatio)} | {row.Floor.Bytes:N0} | {row.Ours.Bytes:N0} | {Ratio(row.BytesRatio)} | {Limit(row.TimeLimit)} · {Limit(row.BytesLimit)} | {(row.IsWithin ? "" : "over")} |");

    private static string WriteBesidePlatform(Measurement row)
    {
        var floor = row.Platform!.Value;
        var ratio = row.Ours.Nanoseconds / floor.Nanoseconds;
        return string.Create(
            CultureInfo.InvariantCulture,
            $"| {row.Operation} | {Time(floor)} | {Time(row.Ours)} | {Ratio(ratio)} | {floor.Bytes:N0} | {row.Ours.Bytes:N0} | {Ratio((double)row.Ours.Bytes / floor.Bytes)} | {Limit(PlatformLimit)} | {(ratio > PlatformLimit ? "over" : "")} |");
    }

    private static string Time(Cost cost) => cost.Nanoseconds switch
    {
        < 1_000 => Format($"{cost.Nanoseconds:0.0} ns"),
        < 1_000_000 => Format($"{cost.Nanoseconds / 1_000:0.00} µs"),
        _ => Format($"{cost.Nanoseconds / 1_000_000:0.00} ms"),
    };

    private static string Ratio(double ratio) => Format($"{ratio:0.00##} ×");

    private static string Limit(double limit) => double.IsNaN(limit) ? "–" : Format($"{limit}");

    private static string Format(FormattableString text) => text.ToString(CultureInfo.InvariantCulture);
}
