using Newtonsoft.Json;
using Newtonsoft.Json.Linq;
using Spectre.Console;

namespace Vonage.Cli;

/// <summary>Writes the items of a list as they arrive: an array of JSON, lines of CSV, or tables.</summary>
internal sealed class ListOutput(Terminal terminal, string format, IReadOnlyList<string> columns) : IDisposable
{
    public const int DefaultLimit = 100;

    private const int MostRows = 100;
    private const int MostColumns = 8;

    private readonly List<JToken> _rows = [];
    private readonly JsonTextWriter? _json = format == "json" ? Json(terminal.Out) : null;
    private IReadOnlyList<string>? _columns;

    public int Count { get; private set; }

    /// <summary>A writer of indented JSON, which stays where it is when it is closed.</summary>
    public static JsonTextWriter Json(TextWriter writer) => new(writer) { Formatting = Formatting.Indented, CloseOutput = false };

    /// <summary>A line of CSV.</summary>
    public static string Line(IEnumerable<string> values) => string.Join(',', values.Select(Quote));

    public void Add(JToken item)
    {
        if (Count++ == 0)
            _json?.WriteStartArray();
        if (_json is not null)
        {
            item.WriteTo(_json);
            _json.Flush();
        }
        else if (format == "csv")
        {
            if (_columns is null)
                WriteLine(_columns = columns.Count > 0 ? columns : ColumnsOf([item]));
            WriteLine(_columns.Select(column => item.Wire(column).Cell()));
        }
        else
        {
            _rows.Add(item);
            if (_rows.Count == MostRows)
                WriteTable();
        }
    }

    /// <summary>Writes what is left.</summary>
    public void End()
    {
        if (_json is not null)
        {
            if (Count == 0)
                _json.WriteStartArray();
            _json.WriteEndArray();
            _json.Flush();
            terminal.Out.WriteLine();
        }
        else if (_rows.Count > 0)
        {
            WriteTable();
        }
        else if (Count == 0)
        {
            if (format == "csv" && columns.Count > 0)
                WriteLine(columns);
            terminal.Error.WriteLine("Nothing found.");
        }
    }

    /// <summary>Writes what arrived before a failure, too.</summary>
    public void Dispose()
    {
        if (_rows.Count > 0)
            WriteTable();
        ((IDisposable?)_json)?.Dispose();
    }

    private void WriteLine(IEnumerable<string> values) => terminal.Out.WriteLine(Line(values));

    private static string Quote(string value) => value.AsSpan().IndexOfAny(",\"\r\n") < 0 ? value : $"\"{value.Replace("\"", "\"\"", StringComparison.Ordinal)}\"";

    private void WriteTable()
    {
        // Columns without a value only take space.
        var known = columns.Where(column => _rows.Exists(row => row.Wire(column) is not null)).ToList();
        var shown = (known.Count > 0 ? known : ColumnsOf(_rows)).Take(MostColumns).ToList();
        var table = new Table().Border(TableBorder.Simple);
        foreach (var column in shown)
            table.AddColumn(new TableColumn(new Text(Terminal.Printable(column))));
        foreach (var row in _rows)
            table.AddRow(shown.Select(column => new Text(Terminal.Printable(row.Wire(column).Cell()))));
        terminal.Tables().Write(table);
        _rows.Clear();
    }

    private static IReadOnlyList<string> ColumnsOf(IEnumerable<JToken> rows) => [.. rows.OfType<JObject>().SelectMany(row => row.Properties())
        .Where(member => member.Value is JValue || member.Value is JArray list && list.All(item => item is JValue)).Select(member => member.Name).Distinct()];
}
