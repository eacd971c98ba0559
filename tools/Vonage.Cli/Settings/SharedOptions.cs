using System.CommandLine;
using Vonage.Core;

namespace Vonage.Cli;

/// <summary>The options that every command has.</summary>
internal sealed class SharedOptions
{
    /// <summary>The names of the options, and of those that every program has.</summary>
    public static readonly string[] Names = ["format", "profile", "auth-key", "auth-secret", "auth-application", "auth-private-key", "base-url", "region", "dry-run", "timeout", "help", "version"];

    /// <summary>The values of <c>--region</c>.</summary>
    public static readonly string[] Regions = ["us", "eu", "ap"];

    private readonly (Option<string> Option, string Variable)[] _settings;

    public SharedOptions()
    {
        _settings =
        [
            (Setting("--auth-key", "KEY", "The API key, instead of the environment's or the profile's."), Variables.ApiKey),
            (Setting("--auth-secret", "SECRET", "The API secret. Other users of the machine can see it: prefer a profile or VONAGE_API_SECRET."), Variables.ApiSecret),
            (Setting("--auth-application", "ID", "The application's ID."), Variables.ApplicationId),
            (Setting("--auth-private-key", "FILE", "The file with the application's private key."), Variables.PrivateKeyPath),
            (Setting("--base-url", "URL", "The address at which a path for each host begins, such as that of the simulator: http://127.0.0.1:4010."), Variables.BaseUrl),
            (Setting("--region", "REGION", "The region whose servers to use: us, eu or ap."), Variables.Region),
        ];
        Accept(Format, "table", "json", "csv");
        Accept(_settings[^1].Option, Regions);
        Timeout.Validators.Add(result =>
        {
            if (result.GetValueOrDefault<int?>() is <= 0 or > 86_400)
                result.AddError("--timeout must be from 1 to 86400 seconds.");
        });
    }

    public Option<string> Profile { get; } = Setting("--profile", "NAME", "The profile to use. See: vonage profile --help");

    public Option<string> Format { get; } = new("--format", "-o") { Description = "The form of the output: a table, the API's JSON, or CSV.", HelpName = "table|json|csv", Recursive = true, DefaultValueFactory = _ => "table" };

    public Option<bool> DryRun { get; } = new("--dry-run") { Description = "Prints the request, with secrets masked, and sends nothing.", Recursive = true };

    public Option<int?> Timeout { get; } = new("--timeout") { Description = "The most time for a request, in seconds.", HelpName = "SECONDS", Recursive = true };

    public IEnumerable<Option> All => [Format, Profile, .. _settings.Select(setting => setting.Option), DryRun, Timeout];

    /// <summary>The values that the options set, by the names of variables.</summary>
    public Func<string, string?> Layer(ParseResult arguments) =>
        name => Array.Find(_settings, setting => setting.Variable == (name == Variables.FlowrouteBaseUrl ? Variables.BaseUrl : name)).Option is { } option ? arguments.GetValue(option) : null;

    /// <summary>Accepts and completes only some values.</summary>
    public static void Accept(Option<string> option, params string[] values)
    {
        option.CompletionSources.Add(values);
        option.Validators.Add(result =>
        {
            if (result.Tokens is [{ Value: var value }, ..] && !values.Contains(value, StringComparer.Ordinal))
                result.AddError($"{option.Name} must be one of {string.Join(", ", values)}.{NearestName.Suggest(value, values)}");
        });
    }

    private static Option<string> Setting(string name, string value, string description) => new(name) { Description = description, HelpName = value, Recursive = true };
}
