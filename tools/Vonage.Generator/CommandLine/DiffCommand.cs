using System.CommandLine;
using Vonage.Generator.Comparison;

namespace Vonage.Generator.CommandLine;

/// <summary>The command <c>vonage-generate diff</c>: what a changed document does to those who use its client.</summary>
internal sealed class DiffCommand
{
    private readonly Argument<string> _old = new("OLD") { Description = "The document as it was." };
    private readonly Argument<string> _new = new("NEW") { Description = "The document as it is." };
    private readonly Option<string> _namespace = new("--namespace", "-n") { Description = "The namespace of the client. The default is Example.", HelpName = "NAME", DefaultValueFactory = _ => "Example" };
    private readonly Option<string?> _name = new("--name") { Description = "The name of the client without Client. The default is the last word of the namespace.", HelpName = "NAME" };
    private readonly Option<string[]> _overlays = new("--overlay") { Description = "An OpenAPI Overlay 1.0 that changes both documents.", HelpName = "FILE" };
    private readonly Option<bool> _fail = new("--fail-on-breaking") { Description = "Fails if anything breaks source or binary compatibility." };

    public static Command Create()
    {
        var diff = new DiffCommand();
        var command = new Command("diff", "Lists the public members that a changed document adds, removes and changes, and says whether that breaks source or binary compatibility.")
        {
            diff._old, diff._new, diff._namespace, diff._name, diff._overlays, diff._fail,
        };
        command.SetAction((arguments, _) => diff.RunAsync(arguments));
        return command;
    }

    private async Task<int> RunAsync(ParseResult arguments)
    {
        var old = await SurfaceOfAsync(arguments, arguments.GetValue(_old)!);
        var now = await SurfaceOfAsync(arguments, arguments.GetValue(_new)!);
        if (old is null || now is null)
            return 1;
        var differences = SurfaceDifference.Between(old, now);
        foreach (var difference in differences)
            Console.WriteLine(difference);
        Console.WriteLine(Summary(differences));
        return arguments.GetValue(_fail) && differences.Any(d => d.Breaks != Breaks.Nothing) ? 1 : 0;
    }

    private async Task<Surface?> SurfaceOfAsync(ParseResult arguments, string document)
    {
        var request = new ClientRequest(document, arguments.GetValue(_namespace)!, arguments.GetValue(_name)) { Overlays = arguments.GetValue(_overlays) ?? [] };
        var target = request.TargetIn(".");
        Surface? surface = null;
        await Faults.ReportAsync(document, async () => surface = Surface.Of((await request.GenerateAsync(target)).Contents));
        return surface;
    }

    private static string Summary(IReadOnlyList<Difference> differences)
    {
        if (differences.Count == 0)
            return "The client's public members are the same.";
        var broken = differences.Aggregate(Breaks.Nothing, (sum, d) => sum | d.Breaks);
        var counts = string.Join(", ", differences.GroupBy(d => d.Kind).OrderBy(g => g.Key, StringComparer.Ordinal).Select(g => $"{g.Count()} {g.Key}"));
        return counts + broken switch
        {
            Breaks.Nothing => ": compatible.",
            Breaks.Source => ": breaks source compatibility.",
            Breaks.Binary => ": breaks binary compatibility.",
            _ => ": breaks source and binary compatibility.",
        };
    }
}
