using CsvHelper;

namespace Vonage.Testing.State;

/// <summary>Comma-separated values (RFC 4180) with the column names in the first line.</summary>
internal static class CsvText
{
    private static readonly CsvReaderOptions Strict = new()
    {
        Separator = ',',
        MalformedData = CsvMalformedDataHandling.Throw,
        FieldCountMismatch = CsvFieldCountHandling.Throw,
        TrackLineNumbers = true,
    };

    private static readonly CsvWriterOptions UnixLines = new() { NewLine = "\n" };

    public static byte[] Write(IReadOnlyCollection<string> names, IEnumerable<IEnumerable<string>> rows)
    {
        // A line has at least one cell.
        if (names.Count == 0)
            return [];
        using var text = new MemoryStream();
        using (var writer = CsvWriter.Create(text, UnixLines, leaveOpen: true))
        {
            foreach (var row in rows.Prepend(names))
                writer.WriteRecord([.. row]);
        }

        return text.ToArray();
    }

    /// <summary>Reads rows as cells by column name, or reports the line that contains an error.</summary>
    public static bool TryRead(Stream text, out List<Dictionary<string, string>> rows, out string reason)
    {
        (rows, reason) = ([], string.Empty);
        try
        {
            using var reader = CsvReader.Create(text, Strict);
            var names = reader.Headers;
            if (names.Count == 0)
                reason = "the file is empty";
            else if (names.Any(string.IsNullOrWhiteSpace) || names.Distinct().Count() < names.Count)
                reason = "line 1 must name each column once";
            else
                rows.AddRange(Rows(reader));
        }
        catch (CsvFormatException error)
        {
            reason = error.Message;
        }

        return reason.Length == 0;
    }

    private static IEnumerable<Dictionary<string, string>> Rows(CsvReader reader)
    {
        while (reader.Read())
            yield return reader.Headers.Select((name, index) => (name, index)).ToDictionary(cell => cell.name, cell => reader.GetString(cell.index));
    }
}
