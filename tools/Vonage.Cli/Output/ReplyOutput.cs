using Newtonsoft.Json.Linq;
using Spectre.Console;

namespace Vonage.Cli;

/// <summary>Writes a single reply.</summary>
internal static class ReplyOutput
{
    public static void Write(Terminal terminal, string format, JToken reply)
    {
        if (format == "json")
        {
            using (var json = ListOutput.Json(terminal.Out))
                reply.WriteTo(json);
            terminal.Out.WriteLine();
        }
        else if (reply is JArray items)
        {
            WriteList(terminal, format, items, []);
        }
        else if (format == "csv")
        {
            var fields = reply.Leaves().ToList();
            terminal.Out.WriteLine(ListOutput.Line(fields.Select(field => field.Path)));
            terminal.Out.WriteLine(ListOutput.Line(fields.Select(field => field.Value.Cell())));
        }
        else
        {
            WriteTable(terminal, reply);
        }
    }

    public static void WriteList(Terminal terminal, string format, IEnumerable<JToken> items, IReadOnlyList<string> columns)
    {
        using var list = new ListOutput(terminal, format, columns);
        foreach (var item in items)
            list.Add(item);
        list.End();
    }

    private static void WriteTable(Terminal terminal, JToken reply)
    {
        var table = new Table().Border(TableBorder.None).HideHeaders().AddColumn(new TableColumn("field").PadRight(2)).AddColumn("value");
        foreach (var (path, value) in reply.Leaves().Where(leaf => leaf.Value is not JValue { Value: null }))
            table.AddRow(new Text(Terminal.Printable(path)), new Text(Terminal.Printable(value.Cell())));
        terminal.Tables().Write(table);
    }
}
