using System.CommandLine;
using Newtonsoft.Json.Linq;
using Spectre.Console;

namespace Vonage.Cli;

/// <summary><c>vonage profile</c>: credentials in a file that only the user can read.</summary>
internal static class ProfileCommands
{
    private static readonly string[] Columns = ["name", "current", "api_key", "application_id", "flowroute_key", "region", "base_url"];

    public static Command Create(SharedOptions shared, Terminal terminal) => new("profile", "Keeps credentials in a file that only you can read. Secrets are asked for or read from the standard input, and never shown.")
    {
        Add(terminal),
        List(shared, terminal),
        Use(terminal),
        Remove(terminal),
    };

    private static Command Add(Terminal terminal)
    {
        var name = Name();
        var region = Value("--profile-region", "REGION", "The region whose servers to use: us, eu or ap.");
        SharedOptions.Accept(region, SharedOptions.Regions);
        var settings = new (Option<string> Option, string Variable)[]
        {
            (Value("--api-key", "KEY", "The account's API key. Its secret is asked for."), Variables.ApiKey),
            (Value("--application", "ID", "The application's ID."), Variables.ApplicationId),
            (Value("--private-key", "FILE", "The file with the application's private key. Its path is kept, not its content."), Variables.PrivateKeyPath),
            (Value("--signature-method", "METHOD", "How SMS are signed: md5hash, md5, sha1, sha256 or sha512. The signature secret is asked for."), Variables.SignatureMethod),
            (Value("--flowroute-key", "KEY", "Flowroute's access key. Its secret key is asked for."), Variables.FlowrouteKey),
            (region, Variables.Region),
            (Value("--profile-base-url", "URL", "The address to use in place of the APIs' own, such as the simulator's."), Variables.BaseUrl),
        };
        var command = new Command("add", "Adds a profile, or replaces it. The first one is used from then on. Secrets that are not asked for are lines of the standard input: the API secret, the signature secret, Flowroute's secret key.") { name };
        foreach (var (option, _) in settings)
            command.Add(option);
        command.SetAction(arguments =>
        {
            var values = settings.Select(setting => (setting.Variable, Value: arguments.GetValue(setting.Option))).Where(setting => setting.Value is not null).ToDictionary(setting => setting.Variable, setting => setting.Value!);
            if (values.Count == 0)
                throw new UsageException("There is nothing to keep. Set --api-key, --application with --private-key, or --flowroute-key.");
            if (values.TryGetValue(Variables.PrivateKeyPath, out var key))
                values[Variables.PrivateKeyPath] = File.Exists(key) ? Path.GetFullPath(key) : throw new UsageException($"--private-key: there is no file '{key}'.");
            Ask(Variables.ApiKey, Variables.ApiSecret, "API secret");
            Ask(Variables.SignatureMethod, Variables.SignatureSecret, "Signature secret");
            Ask(Variables.FlowrouteKey, Variables.FlowrouteSecret, "Flowroute secret key");

            // What could not be used is not kept.
            var kept = new Variables(values.GetValueOrDefault);
            new VonageClientOptions().AddHosts(kept.Get);
            if (values.Keys.Any(variable => variable is Variables.ApiKey or Variables.ApplicationId or Variables.PrivateKeyPath or Variables.SignatureMethod))
                VonageCredentials.FromVariables(kept.Get);
            var store = ProfileStore.Of(terminal.Variable);
            store.Save(arguments.GetValue(name)!, values);
            terminal.Error.WriteLine($"Saved the profile '{arguments.GetValue(name)}' in {store.Path}.");

            void Ask(string owner, string variable, string what)
            {
                if (values.ContainsKey(owner))
                    values[variable] = Secret(terminal, what);
            }
        });
        return command;
    }

    private static Command List(SharedOptions shared, Terminal terminal)
    {
        var command = new Command("list", "Lists the profiles, without secrets.");
        command.SetAction(arguments =>
        {
            var (store, format) = (ProfileStore.Of(terminal.Variable), arguments.GetValue(shared.Format)!);
            if (store.Names.Count == 0)
                terminal.Error.WriteLine("There are no profiles. Add one: vonage profile add NAME --api-key KEY");
            if (store.Names.Count > 0 || format == "json")
                ReplyOutput.WriteList(terminal, format, store.Names.Select(name => Describe(store, name)), Columns);
        });
        return command;
    }

    private static JObject Describe(ProfileStore store, string name)
    {
        var profile = store.Get(name);
        return new JObject
        {
            ["name"] = name,
            ["current"] = name == store.CurrentName,
            ["api_key"] = profile[Variables.ApiKey],
            ["application_id"] = profile[Variables.ApplicationId],
            ["flowroute_key"] = profile[Variables.FlowrouteKey],
            ["region"] = profile[Variables.Region],
            ["base_url"] = profile[Variables.BaseUrl],
        };
    }

    private static Command Use(Terminal terminal)
    {
        var name = Name(terminal);
        var command = new Command("use", "Uses a profile from now on.") { name };
        command.SetAction(arguments =>
        {
            ProfileStore.Of(terminal.Variable).Use(arguments.GetValue(name)!);
            terminal.Error.WriteLine($"The profile '{arguments.GetValue(name)}' is used from now on.");
        });
        return command;
    }

    private static Command Remove(Terminal terminal)
    {
        var name = Name(terminal);
        var command = new Command("remove", "Removes a profile.") { name };
        command.SetAction(arguments =>
        {
            ProfileStore.Of(terminal.Variable).Remove(arguments.GetValue(name)!);
            terminal.Error.WriteLine($"Removed the profile '{arguments.GetValue(name)}'.");
        });
        return command;
    }

    private static Argument<string> Name(Terminal? known = null)
    {
        var name = new Argument<string>("name") { Description = "The profile's name.", HelpName = "NAME" };
        if (known is not null)
            name.CompletionSources.Add(_ => ProfileStore.Of(known.Variable).Names.Select(profile => new System.CommandLine.Completions.CompletionItem(profile)));
        return name;
    }

    private static Option<string> Value(string name, string value, string description) => new(name) { Description = description, HelpName = value };

    private static string Secret(Terminal terminal, string what) => (terminal.CanAsk ? terminal.Side().Prompt(new TextPrompt<string>($"{what}:").Secret(null)) : terminal.In.ReadLine())?.Trim() is { Length: > 0 } secret
        ? secret
        : throw new UsageException($"The {what} is missing. Write it as a line to the standard input, or run the command in a terminal to be asked for it.");
}
