using System.CommandLine;
using System.Globalization;
using Campaign.Engine;
using Campaign.Planning;
using Campaign.Sending;
using Campaign.Store;
using Vonage.Core;

namespace Campaign.Commands;

/// <summary>What several commands have in common.</summary>
internal static class CommonOptions
{
    private const int MostAtOnce = 10_000;
    private const double LongestLease = 24 * 60 * 60;
    private const decimal MostPrice = 1_000_000_000;

    public static Option<string> Store { get; } = new("--store") { Description = "Where the rows are: a file, or postgres://user@host/database for several machines. The variable PGPASSWORD has the password.", DefaultValueFactory = _ => "campaign.db" };

    public static Option<string?> Broker { get; } = new("--broker") { Description = "The address of RabbitMQ, such as amqp://localhost, to carry commands between machines. Without it, the database does." };

    public static Option<string?> Redis { get; } = new("--redis") { Description = "The address of Redis, through which other programs share the limits of the account." };

    public static Option<string?> Webhooks { get; } = new("--webhooks") { Description = "The address to receive webhooks at, such as http://127.0.0.1:5080: /webhooks/sms-status and /webhooks/inbound-sms. With the simulator, a free port." };

    public static Option<int> Concurrency { get; } = new("--concurrency") { Description = "The most messages that this process sends at once.", DefaultValueFactory = _ => new SendingOptions().Concurrency };

    public static Option<double> CallTimeout { get; } = new("--call-timeout") { Description = "The seconds that a request may take.", DefaultValueFactory = _ => new SendingOptions().CallTimeout.TotalSeconds };

    public static Option<double> Lease { get; } = new("--lease") { Description = "The seconds after which the messages of a worker that has died become unknown: more than --call-timeout.", DefaultValueFactory = _ => new SendingOptions().Lease.TotalSeconds };

    public static Argument<string> Campaign { get; } = new("campaign") { Description = "The name of the campaign." };

    public static void AddWorkerOptions(Command command)
    {
        foreach (var option in new Option[] { Store, Broker, Redis, Webhooks, Concurrency, CallTimeout, Lease })
            command.Options.Add(option);
    }

    public static Uri? ReadBroker(ParseResult arguments) => ReadAddress(arguments, Broker, "amqp", "//localhost");

    public static Uri? ReadWebhooks(ParseResult arguments) => ReadAddress(arguments, Webhooks, "http", "//127.0.0.1:5080");

    private static Uri? ReadAddress(ParseResult arguments, Option<string?> option, string scheme, string example) => arguments.GetValue(option) is not { } text ? null
        : Uri.TryCreate(text, UriKind.Absolute, out var address) && (address.Scheme == scheme || address.Scheme == scheme + "s") ? address
        : throw new CampaignException($"{option.Name} must be an address with a scheme, such as {scheme}:{example}.");

    /// <summary>Reads a number by the rule of the list.</summary>
    public static string ReadNumber(string text) => RecipientNumber.Read(text.Trim(), out var number) is { } wrong ? throw new CampaignException($"'{text}': {wrong}") : number;

    /// <summary>Reads a price or a budget; null if it is not set.</summary>
    public static decimal? ReadPrice(ParseResult arguments, Option<decimal?> option) => arguments.GetValue(option) is not { } price ? null
        : price is > 0 and <= MostPrice ? price
        : throw new CampaignException(string.Create(CultureInfo.InvariantCulture, $"{option.Name} must be more than 0 and at most {MostPrice:N0}."));

    public static SendingOptions ReadSending(ParseResult arguments)
    {
        var (concurrency, timeout, lease) = (arguments.GetValue(Concurrency), arguments.GetValue(CallTimeout), arguments.GetValue(Lease));
        if (concurrency is < 1 or > MostAtOnce)
            throw new CampaignException(string.Create(CultureInfo.InvariantCulture, $"--concurrency must be from 1 to {MostAtOnce:N0}."));
        if (!(timeout > 0 && lease > timeout && lease <= LongestLease))
            throw new CampaignException(string.Create(CultureInfo.InvariantCulture, $"--lease must be more than --call-timeout, both more than 0, and at most {LongestLease:N0} seconds."));
        return new SendingOptions { Account = Api.Account, Concurrency = concurrency, CallTimeout = TimeSpan.FromSeconds(timeout), Lease = TimeSpan.FromSeconds(lease) };
    }

    public static async Task<Database> OpenAsync(ParseResult arguments, CancellationToken cancellationToken)
    {
        var database = Database.At(arguments.GetValue(Store)!);
        await database.PrepareAsync(cancellationToken);
        return database;
    }

    public static async Task<StoredCampaign> FindAsync(Campaigns campaigns, string name, CancellationToken cancellationToken)
    {
        if (await campaigns.FindAsync(name, cancellationToken) is { } found)
            return found;
        var known = string.Join(", ", (await campaigns.ListAsync(cancellationToken)).Select(campaign => campaign.Id).DefaultIfEmpty("none"));
        throw new CampaignException($"There is no campaign {name} in this store. Its campaigns: {known}.");
    }

    /// <summary>Turns what a person can mend into a line, and Ctrl-C into the end.</summary>
    public static Func<ParseResult, CancellationToken, Task<int>> Guard(Func<ParseResult, CancellationToken, Task<int>> run) => async (arguments, cancellationToken) =>
    {
        try
        {
            return await run(arguments, cancellationToken);
        }
        catch (Exception error) when (error is CampaignException or FormatException or IOException or UnauthorizedAccessException or InvalidCredentialsException or MissingCredentialsException
            or System.Data.Common.DbException)
        {
            await Console.Error.WriteLineAsync("Error: " + error.Message);
            return 1;
        }
        catch (OperationCanceledException) when (cancellationToken.IsCancellationRequested)
        {
            await Console.Error.WriteLineAsync("Stopped. Run the same command again to go on.");
            return 130;
        }
        catch (OperationCanceledException error)
        {
            // System.CommandLine says nothing of it.
            await Console.Error.WriteLineAsync($"Unhandled exception: {error}");
            return 1;
        }
    };
}
