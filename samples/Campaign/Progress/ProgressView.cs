using System.Globalization;
using Spectre.Console;
using Spectre.Console.Rendering;

namespace Campaign.Progress;

/// <summary>Shows how far a campaign is: in a table that changes, or in a line from time to time where nobody looks at a screen.</summary>
/// <param name="console">The console.</param>
/// <param name="isLive">Whether the console can draw over what it has drawn.</param>
/// <param name="time">The clock by which lines are written.</param>
internal sealed class ProgressView(IAnsiConsole console, bool isLive, TimeProvider time)
{
    private static readonly TimeSpan BetweenLines = TimeSpan.FromSeconds(5);

    /// <summary>Initializes a new instance of the <see cref="ProgressView"/> class that draws if the console is a terminal.</summary>
    public ProgressView(IAnsiConsole console)
        : this(console, console.Profile.Out.IsTerminal && console.Profile.Capabilities is { Ansi: true, Interactive: true }, TimeProvider.System)
    {
    }

    /// <summary>Shows each state of a campaign until there are no more. What was shown last stays.</summary>
    /// <param name="states">The states, as often as the display is to change.</param>
    /// <param name="cancellationToken">A token to end the display.</param>
    public Task ShowAsync(IAsyncEnumerable<CampaignProgress> states, CancellationToken cancellationToken = default) =>
        isLive ? DrawAsync(states, cancellationToken) : WriteLinesAsync(states, cancellationToken);

    private Task DrawAsync(IAsyncEnumerable<CampaignProgress> states, CancellationToken cancellationToken) =>
        console.Live(new Text("")).StartAsync(async display =>
        {
            await foreach (var state in states.WithCancellation(cancellationToken))
            {
                display.UpdateTarget(Draw(state));
                display.Refresh();
            }
        });

    private async Task WriteLinesAsync(IAsyncEnumerable<CampaignProgress> states, CancellationToken cancellationToken)
    {
        CampaignProgress? unwritten = null;
        long? written = null;
        try
        {
            await foreach (var state in states.WithCancellation(cancellationToken))
            {
                unwritten = state;
                if (written is { } last && time.GetElapsedTime(last) < BetweenLines)
                    continue;
                Write(state);
                (unwritten, written) = (null, time.GetTimestamp());
            }
        }
        finally
        {
            if (unwritten is not null)
                Write(unwritten);
        }
    }

    // Not through the console, which would break the line at the width that it assumes.
    private void Write(CampaignProgress state)
    {
        var line = string.Create(
            CultureInfo.InvariantCulture,
            $"{time.GetUtcNow():HH:mm:ss} {state.Done:N0} of {state.Total:N0} done ({Percent(state)}): {List(Sendings(state).Concat(LeftOut(state)))}; {Speed(state)}");
        console.Profile.Out.Writer.WriteLine(line);
        console.Profile.Out.Writer.Flush();
    }

    private static Rows Draw(CampaignProgress state)
    {
        // As many columns as a narrow screen has place for.
        var table = new Table().Border(TableBorder.Rounded);
        var cells = new List<IRenderable>();
        foreach (var (name, number, color) in Sendings(state))
        {
            table.AddColumn(new TableColumn(new Text(name, new Style(color))) { Alignment = Justify.Right });
            cells.Add(new Text(number.ToString("N0", CultureInfo.InvariantCulture)));
        }

        var rows = new List<IRenderable> { table.AddRow(cells) };
        if (state.Total > 0)
        {
            var shares = new BreakdownChart().FullSize().HideTags();
            // The delivered ones are among those sent.
            foreach (var (name, number, color) in Sendings(state).Concat(LeftOut(state)).Where(count => count.Number > 0 && count.Name != "delivered"))
                shares.AddItem(name, number, color);
            rows.Add(shares);
        }

        rows.Add(new Text(string.Create(CultureInfo.InvariantCulture, $"{state.Done:N0} of {state.Total:N0} done ({Percent(state)}); {Speed(state)}")));
        if (LeftOut(state).ToList() is { Count: > 0 } leftOut)
            rows.Add(new Text($"left out: {List(leftOut)}"));
        return new Rows(rows);
    }

    private static IEnumerable<(string Name, long Number, Color Color)> Sendings(CampaignProgress state) =>
    [
        ("waiting", state.Waiting, Color.Grey),
        ("sending", state.Sending, Color.Blue),
        ("sent", state.Sent, Color.Green),
        ("delivered", state.Delivered, Color.Lime),
        ("refused", state.Refused, Color.Red),
        ("unknown", state.Unknown, Color.Yellow),
    ];

    private static IEnumerable<(string Name, long Number, Color Color)> LeftOut(CampaignProgress state) =>
        new (string Name, long Number, Color Color)[]
        {
            ("suppressed", state.Suppressed, Color.Purple),
            ("duplicate", state.Duplicate, Color.Teal),
            ("invalid", state.Invalid, Color.Maroon),
            ("expired", state.Expired, Color.Olive),
        }.Where(count => count.Number > 0);

    private static string List(IEnumerable<(string Name, long Number, Color Color)> counts) =>
        string.Join(", ", counts.Select(count => string.Create(CultureInfo.InvariantCulture, $"{count.Number:N0} {count.Name}")));

    // Rounded down: 100 % is said only of all.
    private static string Percent(CampaignProgress state) =>
        string.Create(CultureInfo.InvariantCulture, $"{(state.Total == 0 ? 0 : Math.Floor(1000m * state.Done / state.Total) / 10):0.0} %");

    private static string Speed(CampaignProgress state) => string.Create(
        CultureInfo.InvariantCulture,
        $"{state.RatePerSecond:0.0} per second, {(state.TimeLeft is { } left ? TimeText(left) + " left" : "time left unknown")}");

    private static string TimeText(TimeSpan left) =>
        string.Create(CultureInfo.InvariantCulture, $"{(long)left.TotalHours}:{left.Minutes:00}:{left.Seconds:00}");
}
