using System.CommandLine;
using System.Globalization;
using Campaign.Engine;
using Campaign.Loading;
using Campaign.Planning;
using Campaign.Store;
using Spectre.Console;
using Vonage;
using Vonage.Core.Pipeline;

namespace Campaign.Commands;

/// <summary>Loads a list, and sends.</summary>
internal static class SendCommand
{
    private const int BadLinesShown = 20;
    private const string NoQuietHours = "none";
    private const double SlowestRate = 0.001;
    private const double FastestRate = 1_000_000;
    private const double MostHours = 366 * 24;

    private static readonly Argument<FileInfo> List = new("list") { Description = "A CSV file. Its first line names the columns: number, perhaps timezone, and those of the template." };
    private static readonly Option<string> Template = new("--template") { Description = "The text, with the names of columns in braces: \"Hello {name}\".", Required = true };
    private static readonly Option<string?> Name = new("--campaign") { Description = "The name of the campaign. The default is that of the file." };
    private static readonly Option<string[]> From = new("--from") { Description = "The sender, or several: each recipient always has the same one.", DefaultValueFactory = _ => ["ACME"] };
    private static readonly Option<double> Rate = new("--rate") { Description = "The segments per second of the account.", DefaultValueFactory = _ => 30 };
    private static readonly Option<double?> SenderRate = new("--sender-rate") { Description = "The segments per second of each sender. The default is 1 for a long number of the US, and --rate for others." };
    private static readonly Option<string?> Quiet = new("--quiet-hours") { Description = "When nobody is sent to, by the clock of the recipient, or none. The default is 21:00-08:00, and none with the simulator." };
    private static readonly Option<double> Hours = new("--end-after") { Description = "The hours after which the campaign ends, and nothing more is delivered.", DefaultValueFactory = _ => 24 };
    private static readonly Option<string?> Cap = new("--cap") { Description = "The most messages to a number in so many days, over all campaigns of the store: 2/7." };
    private static readonly Option<decimal?> SegmentPrice = new("--segment-price") { Description = "What a segment costs, for the limits and the dry run." };
    private static readonly Option<decimal?> MaxPrice = new("--max-price") { Description = "The most that a message may cost." };
    private static readonly Option<decimal?> Budget = new("--budget") { Description = "The most that the campaign may cost. Then it is paused." };
    private static readonly Option<bool> DryRun = new("--dry-run") { Description = "Says what would be sent, to whom and when, and sends nothing." };
    private static readonly Option<bool> Json = new("--json") { Description = "Writes what a dry run says as JSON." };
    private static readonly Option<bool> LoadOnly = new("--load-only") { Description = "Loads the list and starts the campaign. Workers send it: see the command worker." };

    public static Command Create()
    {
        var command = new Command("send", "Sends an SMS to each number of a list. The same command goes on where it stopped.")
        {
            List, Template, Name, From, Rate, SenderRate, Quiet, Hours, Cap, SegmentPrice, MaxPrice, Budget, DryRun, Json, LoadOnly,
        };
        CommonOptions.AddWorkerOptions(command);
        command.SetAction(CommonOptions.Guard(RunAsync));
        return command;
    }

    private static async Task<int> RunAsync(ParseResult arguments, CancellationToken cancellationToken)
    {
        var list = arguments.GetValue(List)!;
        var settings = ReadSettings(arguments);
        var template = MessageTemplate.Parse(settings.Template);
        if (!list.Exists)
            throw new CampaignException($"There is no file {list.FullName}.");
        var hours = arguments.GetValue(Hours);
        if (!(hours > 0 && hours <= MostHours))
            throw new CampaignException(string.Create(CultureInfo.InvariantCulture, $"--end-after must be more than 0 and at most {MostHours:N0} hours."));
        var ends = DateTimeOffset.UtcNow.AddHours(hours);
        if (arguments.GetValue(DryRun))
            return await Commands.DryRun.RunAsync(list, template, settings, ends, arguments.GetValue(CommonOptions.Store)!, arguments.GetValue(Json), cancellationToken);

        await Loader.CheckAsync(list.FullName, template, cancellationToken);
        var sending = CommonOptions.ReadSending(arguments);
        var database = await CommonOptions.OpenAsync(arguments, cancellationToken);
        var campaigns = new Campaigns(database, TimeProvider.System);
        var name = arguments.GetValue(Name) ?? Path.GetFileNameWithoutExtension(list.Name);
        if (string.IsNullOrWhiteSpace(name))
            throw new CampaignException("The campaign has no name. Give it one with --campaign NAME.");
        var source = await Loader.FingerprintAsync(list.FullName, cancellationToken);
        // The file has another name now: everybody would have the message again.
        if (arguments.GetValue(Name) is null && await campaigns.FindSameAsync(name, settings, source, cancellationToken) is { } same)
            throw new CampaignException($"The campaign {same} has this list and this text. Go on with it by --campaign {same}, or send them again by --campaign NAME.");
        var campaign = await campaigns.OpenAsync(name, settings, source, ends, cancellationToken);
        if (campaign.State == CampaignState.Loading)
            await LoadAsync(database, campaigns, campaign, list.FullName, template, cancellationToken);

        await using var worker = await Worker.StartAsync(database, arguments, sending, isSending: !arguments.GetValue(LoadOnly), cancellationToken);
        await worker.PublishAsync(new StartCampaign(name));
        return arguments.GetValue(LoadOnly) ? 0 : await worker.FollowAsync(name, cancellationToken);
    }

    private static async Task LoadAsync(Database database, Campaigns campaigns, StoredCampaign campaign, string list, MessageTemplate template, CancellationToken cancellationToken)
    {
        var bad = 0;
        var loader = new Loader(new Recipients(database, TimeProvider.System), new RowPlanner(template, campaign.Settings, campaign.Ends, TimeProvider.System));
        await AnsiConsole.Status().StartAsync("Loading the list …", async status =>
        {
            await loader.LoadAsync(campaign, list, ShowBad, line => status.Status(string.Create(CultureInfo.InvariantCulture, $"Loading the list: line {line:N0}")), cancellationToken);
        });
        await campaigns.FinishLoadingAsync(campaign.Id, cancellationToken);
        if (bad > BadLinesShown)
            Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"… and {bad - BadLinesShown:N0} more: status {campaign.Id} --list invalid"));

        void ShowBad(long line, string reason)
        {
            if (++bad <= BadLinesShown)
                Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"Line {line} is left out: {reason}"));
        }
    }

    private static CampaignSettings ReadSettings(ParseResult arguments)
    {
        // As they are sent: one that is given twice is one.
        var senders = arguments.GetValue(From)!.Select(sender => PhoneNumber.Digits(sender.Trim())).Distinct(StringComparer.Ordinal).ToList();
        if (senders.Count == 0 || senders.Any(sender => sender.Length == 0))
            throw new CampaignException("--from must name a sender.");
        var senderRate = arguments.GetValue(SenderRate);
        var settings = new CampaignSettings
        {
            Template = arguments.GetValue(Template)!,
            Senders = senders,
            Account = Api.Account,
            AccountRate = arguments.GetValue(Rate),
            SenderRate = senderRate ?? 0,
            SegmentPrice = CommonOptions.ReadPrice(arguments, SegmentPrice) ?? 0,
            MaxPrice = CommonOptions.ReadPrice(arguments, MaxPrice) ?? 0,
            Budget = CommonOptions.ReadPrice(arguments, Budget) ?? 0,
        };
        if (!IsRate(settings.AccountRate) || (senderRate is { } own && !IsRate(own)))
            throw new CampaignException(string.Create(CultureInfo.InvariantCulture, $"--rate must be from {SlowestRate} to {FastestRate:N0} segments per second, and --sender-rate too if it is set."));
        if (settings is { SegmentPrice: 0, MaxPrice: > 0 } or { SegmentPrice: 0, Budget: > 0 })
            throw new CampaignException("--max-price and --budget need --segment-price.");
        return ReadCap(arguments.GetValue(Cap), ReadQuiet(arguments.GetValue(Quiet) ?? (VonageCredentials.AreInEnvironment ? null : NoQuietHours), settings));
    }

    private static bool IsRate(double rate) => rate is >= SlowestRate and <= FastestRate;

    private static CampaignSettings ReadQuiet(string? text, CampaignSettings settings)
    {
        if (text is null)
            return settings;
        if (text == NoQuietHours)
            return settings with { QuietFrom = TimeOnly.MinValue, QuietUntil = TimeOnly.MinValue };
        return text.Split('-') is [var from, var until] && TimeOnly.TryParseExact(from, "HH:mm", out var begin) && TimeOnly.TryParseExact(until, "HH:mm", out var end) && begin != end
            ? settings with { QuietFrom = begin, QuietUntil = end }
            : throw new CampaignException("--quiet-hours must have the form 21:00-08:00, or be none.");
    }

    private static CampaignSettings ReadCap(string? text, CampaignSettings settings)
    {
        if (text is null)
            return settings;
        return text.Split('/') is [var count, var days] && int.TryParse(count, NumberStyles.None, CultureInfo.InvariantCulture, out var most) && most > 0
            && int.TryParse(days, NumberStyles.None, CultureInfo.InvariantCulture, out var period) && period is > 0 and <= 3650
            ? settings with { Cap = most, CapDays = period }
            : throw new CampaignException("--cap must have the form 2/7: the messages, and the days.");
    }
}
