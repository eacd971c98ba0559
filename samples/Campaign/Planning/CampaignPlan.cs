using System.Globalization;
using System.Runtime.InteropServices;
using System.Text.Json;
using Spectre.Console;
using Spectre.Console.Rendering;
using Vonage;

namespace Campaign.Planning;

/// <summary>
/// Adds up what a campaign will do, row by row. It keeps sums only: by state and reason, encoding, country, and minute and time zone of the first send.
/// </summary>
/// <param name="segmentsPerSecond">The rate at which message parts are sent.</param>
/// <param name="hours">The hours in which people may be sent to.</param>
/// <param name="endsAt">When the campaign ends.</param>
/// <param name="currency">The currency of the prices.</param>
internal sealed class CampaignPlan(double segmentsPerSecond, QuietHours hours, DateTimeOffset endsAt, string currency = "EUR")
{
    // Reasons name columns and zones of the list. The others are added up.
    private const int MaxReasons = 100;
    private const int ZonesShown = 3;

    private readonly double _segmentsPerSecond =
        segmentsPerSecond > 0 ? segmentsPerSecond : throw new ArgumentOutOfRangeException(nameof(segmentsPerSecond), "The rate must be more than 0 segments per second.");

    private readonly Dictionary<(string State, string? Reason), long> _states = [];
    private readonly Dictionary<SmsEncoding, Sum> _encodings = [];
    private readonly Dictionary<string, Sum> _countries = new(StringComparer.Ordinal);
    private readonly Dictionary<(string Zones, long Minute), SendGroup> _groups = [];

    /// <summary>Adds a row.</summary>
    public void Add(Planned row)
    {
        ArgumentNullException.ThrowIfNull(row);
        var reason = (row.State, row.Reason);
        if (_states.Count >= MaxReasons && !_states.ContainsKey(reason))
            reason = (row.State, "other reasons");
        CollectionsMarshal.GetValueRefOrAddDefault(_states, reason, out _)++;
        if (row.Due is not { } due)
            return;
        CollectionsMarshal.GetValueRefOrAddDefault(_encodings, row.Encoding, out _).Add(row);
        CollectionsMarshal.GetValueRefOrAddDefault(_countries, row.Country ?? "", out _).Add(row);
        ref var group = ref CollectionsMarshal.GetValueRefOrAddDefault(
            _groups, (string.Join(' ', row.Zones.Select(zone => zone.Id)), due.UtcTicks / TimeSpan.TicksPerMinute), out _);
        (group ??= new(row.Zones)).Add(due, row.Segments);
    }

    /// <summary>Returns what was added up so far.</summary>
    public PlanSummary Summarize()
    {
        var times = SendTimes.Of(_groups.Values, _segmentsPerSecond, hours, endsAt);
        return new()
        {
            Recipients = _states.Values.Sum(),
            Messages = _encodings.Values.Sum(sum => sum.Messages),
            Segments = _encodings.Values.Sum(sum => sum.Segments),
            Currency = currency,
            Price = _countries.Values.Sum(sum => sum.Price),
            WithoutPrice = _countries.Values.Sum(sum => sum.WithoutPrice),
            SegmentsPerSecond = _segmentsPerSecond,
            FinishesAt = times.Max(time => time.Last),
            NotReached = times.Sum(time => time.NotReached),
            States = [.. _states.Select(pair => new StateCount(pair.Key.State, pair.Key.Reason, pair.Value)).OrderByDescending(count => count.Recipients)],
            Encodings = [.. _encodings.OrderBy(pair => pair.Key).Select(pair => new EncodingCount(Name(pair.Key), pair.Value.Messages, pair.Value.Segments))],
            Countries =
            [
                .. from pair in _countries
                   let sum = pair.Value
                   orderby sum.Messages descending, pair.Key
                   select new CountryCost(pair.Key.Length == 0 ? null : pair.Key, sum.Messages, sum.Segments, sum.WithoutPrice == 0 ? sum.Price : null),
            ],
            Zones =
            [
                .. from time in times
                   group time by string.Join(' ', time.Group.Zones.Select(zone => zone.Id)) into same
                   let zones = new ZoneTimes(
                       [.. same.First().Group.Zones.Select(zone => zone.Id)],
                       same.Sum(time => time.Group.Messages),
                       same.Sum(time => time.Group.Segments),
                       same.Min(time => time.First),
                       same.Max(time => time.Last))
                   orderby zones.FirstSend ?? DateTimeOffset.MaxValue, same.Key
                   select zones,
            ],
        };
    }

    /// <summary>Returns the plan as JSON.</summary>
    public string ToJson() => JsonSerializer.Serialize(Summarize(), PlanJson.Default.PlanSummary);

    /// <summary>Returns the plan as tables.</summary>
    public IRenderable ToTables()
    {
        var plan = Summarize();
        var states = Table("Recipients", "State", "Reason", "Recipients");
        foreach (var count in plan.States)
            Row(states, count.State, count.Reason ?? "", Number(count.Recipients));
        var encodings = Table("Segments", "Encoding", "Messages", "Segments");
        foreach (var count in plan.Encodings)
            Row(encodings, count.Encoding, Number(count.Messages), Number(count.Segments));
        var countries = Table("Cost", "Country", "Messages", "Segments", plan.Currency);
        foreach (var cost in plan.Countries)
            Row(countries, cost.Country ?? "unknown", Number(cost.Messages), Number(cost.Segments), cost.Price is { } price ? Money(price) : "unknown");
        var zones = Table("Times (UTC)", "Time zone", "Messages", "First send", "Last send");
        foreach (var zone in plan.Zones)
            Row(zones, Zones(zone.Zones), Number(zone.Messages), Time(zone.FirstSend), Time(zone.LastSend));
        return new Rows(states, encodings, countries, zones, new Text(Sentence(plan)));
    }

    private static string Sentence(PlanSummary plan)
    {
        var text = string.Create(
            CultureInfo.InvariantCulture,
            $"{plan.Messages:N0} of {plan.Recipients:N0} recipients are sent {plan.Segments:N0} segments for {Money(plan.Price)} {plan.Currency}.");
        if (plan.WithoutPrice > 0)
            text += $" Not included: {Number(plan.WithoutPrice)} whose price is not known.";
        if (plan.FinishesAt is { } end)
            text += string.Create(CultureInfo.InvariantCulture, $" At {plan.SegmentsPerSecond:0.##} segments per second, the last is sent at {Time(end)} UTC.");
        return plan.NotReached == 0 ? text : $"{text} Not reached before the campaign ends: {Number(plan.NotReached)}.";
    }

    private static Table Table(string title, params string[] columns)
    {
        var table = new Table().Border(TableBorder.Rounded).Title(title);
        foreach (var column in columns)
            table.AddColumn(new TableColumn(column) { Alignment = column is "Recipients" or "Messages" or "Segments" || column.Length == 3 ? Justify.Right : Justify.Left });
        return table;
    }

    private static void Row(Table table, params string[] cells) => table.AddRow(cells.Select(cell => new Text(cell)));

    private static string Zones(IReadOnlyList<string> zones) => zones.Count switch
    {
        0 => "unknown",
        <= ZonesShown => string.Join(", ", zones),
        _ => $"{string.Join(", ", zones.Take(ZonesShown))} and {zones.Count - ZonesShown} more",
    };

    private static string Name(SmsEncoding encoding) => encoding == SmsEncoding.Gsm7 ? "GSM-7" : "UCS-2";

    private static string Number(long number) => number.ToString("N0", CultureInfo.InvariantCulture);

    private static string Money(decimal price) => price.ToString("#,##0.00##", CultureInfo.InvariantCulture);

    private static string Time(DateTimeOffset? time) => time?.UtcDateTime.ToString("yyyy-MM-dd HH:mm", CultureInfo.InvariantCulture) ?? "never";

    private struct Sum
    {
        public long Messages { get; private set; }

        public long Segments { get; private set; }

        public decimal Price { get; private set; }

        public long WithoutPrice { get; private set; }

        public void Add(Planned row)
        {
            Messages++;
            Segments += row.Segments;
            Price += row.Price ?? 0;
            WithoutPrice += row.Price is null ? 1 : 0;
        }
    }
}
