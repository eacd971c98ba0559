namespace Campaign.Planning;

/// <summary>What one row of a file of recipients is: a <see cref="Recipient"/> or a <see cref="BadRow"/>.</summary>
internal abstract record CsvRow
{
    private protected CsvRow(long line) => Line = line;

    /// <summary>The line on which the row starts; the header is on line 1.</summary>
    public long Line { get; }
}

/// <summary>Somebody to send to.</summary>
/// <param name="Line">The line on which the row starts.</param>
/// <param name="Number">The digits of the number in E.164 format.</param>
/// <param name="Fields">The other cells by the names of their columns, which are found in upper and lower case.</param>
/// <param name="TimeZone">The IANA name of the time zone, if the row has one.</param>
internal sealed record Recipient(long Line, string Number, IReadOnlyDictionary<string, string> Fields, string? TimeZone) : CsvRow(Line);

/// <summary>A row that cannot be sent to.</summary>
/// <param name="Line">The line on which the row starts.</param>
/// <param name="Reason">What is wrong with it, and how to mend it. It does not contain the number.</param>
internal sealed record BadRow(long Line, string Reason) : CsvRow(Line);
