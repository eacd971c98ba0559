using System.Runtime.CompilerServices;

namespace Campaign.Planning;

/// <summary>
/// Reads recipients from separated values, row by row, however many there are. The first line names the columns: <c>number</c> (or <c>to</c>,
/// <c>phone</c>, <c>msisdn</c>), perhaps <c>timezone</c>, and the fields of the message. Commas, semicolons or tabs separate them.
/// </summary>
internal static class CsvRecipients
{
    private const string NumberColumn = "number";
    private const string ZoneColumn = "timezone";
    private const int LongestShown = 40;

    private static readonly string[] OtherNumberColumns = ["to", "phone", "msisdn"];

    /// <summary>Reads recipients. A bad row is returned as a <see cref="BadRow"/> and does not end the reading.</summary>
    /// <param name="reader">The text.</param>
    /// <param name="neededFields">The fields that no recipient may be without: <see cref="MessageTemplate.Fields"/>.</param>
    /// <param name="cancellationToken">A token to cancel the reading.</param>
    /// <exception cref="FormatException">The first line does not name the columns that are needed: no row can be read.</exception>
    public static async IAsyncEnumerable<CsvRow> ReadAsync(
        TextReader reader, IReadOnlyCollection<string> neededFields, [EnumeratorCancellation] CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(reader);
        ArgumentNullException.ThrowIfNull(neededFields);
        var lines = new CsvLines(reader);
        var separator = await SeparatorAsync(lines, cancellationToken).ConfigureAwait(false);
        var records = new CsvRecords(lines, separator);
        var header = Header.Of(await records.NextAsync(cancellationToken).ConfigureAwait(false), neededFields);
        while (await records.NextAsync(cancellationToken).ConfigureAwait(false) is { } record)
            yield return Read(record, header, separator);
    }

    private static CsvRow Read(CsvRecord record, Header header, char separator)
    {
        BadRow Bad(string reason) => new(record.Line, reason);

        if (record.Fault is { } fault)
            return Bad(fault);
        if (record.Cells.Count != header.Columns.Count)
        {
            return Bad($"The row has {Columns(record.Cells.Count)}, but the first line names {header.Columns.Count}. "
                + $"Put a cell that contains {(separator == '\t' ? "a tab" : $"'{separator}'")} in quotation marks.");
        }

        if (HasBytes(record))
            return Bad("The row has bytes that are no text. Save the file as UTF-8.");
        if (RecipientNumber.Read(record.Cells[header.Number], out var number) is { } wrongNumber)
            return Bad(wrongNumber);
        var zone = header.Zone is { } at && record.Cells[at].Length > 0 ? record.Cells[at] : null;
        if (zone is not null && !NamedZone.Exists(zone))
            return Bad($"No time zone is named '{(zone.Length > LongestShown ? zone[..LongestShown] + "…" : zone)}'. Write an IANA name, such as Europe/London, or nothing.");
        if (header.Needed.FirstOrDefault(needed => record.Cells[needed].Length == 0, -1) is >= 0 and var empty)
            return Bad($"'{header.Columns[empty]}' is empty, and the message needs it.");
        var fields = new Dictionary<string, string>(header.Fields.Count, StringComparer.OrdinalIgnoreCase);
        foreach (var field in header.Fields)
            fields.Add(header.Columns[field], record.Cells[field]);
        return new Recipient(record.Line, number, fields, zone);
    }

    // The one that the first line has most of, outside of quotation marks.
    private static async ValueTask<char> SeparatorAsync(CsvLines lines, CancellationToken cancellationToken)
    {
        CsvLine? first;
        do
        {
            first = await lines.NextAsync(cancellationToken).ConfigureAwait(false);
        }
        while (first is { Text: { } blank } && string.IsNullOrWhiteSpace(blank));
        if (first is not { } line)
            return ',';
        lines.PutBack([line]);
        var isQuoted = false;
        var counts = new Dictionary<char, int> { [','] = 0, [';'] = 0, ['\t'] = 0 };
        foreach (var c in line.Text ?? "")
        {
            isQuoted ^= c == '"';
            if (!isQuoted && counts.TryGetValue(c, out var count))
                counts[c] = count + 1;
        }

        return counts.MaxBy(pair => pair.Value).Key;
    }

    private static bool HasBytes(CsvRecord record) => record.Cells.Any(cell => cell.AsSpan().ContainsAny('\uFFFD', '\0'));

    private static string Columns(int count) => count == 1 ? "1 column" : $"{count} columns";

    /// <summary>What the first line says.</summary>
    /// <param name="Columns">The names of the columns.</param>
    /// <param name="Number">Which of them is the number.</param>
    /// <param name="Zone">Which of them is the time zone, if there is one.</param>
    /// <param name="Fields">Which of them are fields: all others, and these if the message has them.</param>
    /// <param name="Needed">Which of the fields must not be empty.</param>
    private sealed record Header(IReadOnlyList<string> Columns, int Number, int? Zone, IReadOnlyList<int> Fields, IReadOnlyList<int> Needed)
    {
        public static Header Of(CsvRecord? first, IReadOnlyCollection<string> neededFields)
        {
            if (first is not { } record)
                throw new FormatException("The file is empty. Its first line must name the columns, one of them 'number'.");
            if (record.Fault is { } fault)
                throw new FormatException("The first line, which must name the columns, cannot be read. " + fault);
            if (HasBytes(record))
                throw new FormatException("The first line, which must name the columns, has bytes that are no text. Save the file as UTF-8.");
            var columns = record.Cells;
            if (columns.Any(column => column.Length == 0))
                throw new FormatException("The first line has a column without a name. Name each column, one of them 'number'.");
            if (columns.GroupBy(column => column, StringComparer.OrdinalIgnoreCase).FirstOrDefault(same => same.Count() > 1) is { } twice)
                throw new FormatException($"Two columns are named '{twice.Key}'. Rename one of them.");
            var number = FindNumber(columns);
            int? zone = Find(columns, ZoneColumn) is >= 0 and var at ? at : null;
            var fields = Enumerable.Range(0, columns.Count).Where(i => i != number && i != zone).ToList();
            var needed = neededFields.Select(field => Find(columns, field) is >= 0 and var i
                ? i
                : throw new FormatException($"The message needs '{field}', but the file has no such column. "
                    + (fields.Count == 0 ? "It has none besides the number." : $"It has: {string.Join(", ", fields.Select(i => $"'{columns[i]}'"))}."))).ToList();
            return new(columns, number, zone, [.. fields.Union(needed)], needed);
        }

        private static int FindNumber(IReadOnlyList<string> columns)
        {
            if (Find(columns, NumberColumn) is >= 0 and var number)
                return number;
            var others = OtherNumberColumns.Where(name => Find(columns, name) >= 0).ToList();
            return others.Count switch
            {
                1 => Find(columns, others[0]),
                0 => throw new FormatException("The first line must name the columns, one of them 'number' (or 'to', 'phone', 'msisdn'). It names none of these."),
                _ => throw new FormatException($"Both '{others[0]}' and '{others[1]}' may be the number. Name the one that is 'number'."),
            };
        }

        private static int Find(IReadOnlyList<string> columns, string name)
        {
            for (var i = 0; i < columns.Count; i++)
                if (Same(columns[i], name))
                    return i;
            return -1;
        }

        private static bool Same(string one, string other) => string.Equals(one, other, StringComparison.OrdinalIgnoreCase);
    }
}
