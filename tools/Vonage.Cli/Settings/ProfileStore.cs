using Newtonsoft.Json;
using Newtonsoft.Json.Linq;
using Vonage.Core;

namespace Vonage.Cli;

/// <summary>The profiles in a file of the user's: for each, values by the names of the environment's variables. Only the user can read it.</summary>
internal sealed class ProfileStore(string path)
{
    private const UnixFileMode OwnerOnly = UnixFileMode.UserRead | UnixFileMode.UserWrite;
    private const string Current = "current";
    private const string All = "profiles";

    public string Path => path;

    /// <summary>The store in the user's folder for settings, or the file that <c>VONAGE_PROFILES</c> names.</summary>
    public static ProfileStore Of(Func<string, string?> variable)
    {
        if (variable("VONAGE_PROFILES") is { Length: > 0 } file)
            return new(file);
        var folder = variable("XDG_CONFIG_HOME") is { Length: > 0 } config ? config : Environment.GetFolderPath(Environment.SpecialFolder.ApplicationData, Environment.SpecialFolderOption.DoNotVerify);
        return new(System.IO.Path.Combine(folder, "vonage", "profiles.json"));
    }

    public string? CurrentName => (string?)Read()[Current];

    public IReadOnlyList<string> Names => [.. Profiles(Read()).Properties().Select(profile => profile.Name)];

    /// <summary>The values of a profile, or of the one in use; none if there is no profile.</summary>
    /// <param name="name">The name; <see langword="null"/> for the one in use.</param>
    public Func<string, string?> Layer(string? name)
    {
        // A file that nobody needs is not read, and so not refused.
        var values = new Lazy<JObject?>(() => Find(Read(), name));
        return variable => (string?)values.Value?[variable];
    }

    public JObject Get(string name) => Find(Read(), name)!;

    public void Save(string name, IEnumerable<KeyValuePair<string, string>> values)
    {
        var file = Read();
        ((JObject)(file[All] ??= new JObject()))[name] = new JObject(values.Select(value => new JProperty(value.Key, value.Value)));
        file[Current] ??= name;
        Write(file);
    }

    public void Use(string name)
    {
        var file = Read();
        Find(file, name);
        file[Current] = name;
        Write(file);
    }

    public void Remove(string name)
    {
        var file = Read();
        Find(file, name);
        Profiles(file).Remove(name);
        if ((string?)file[Current] == name)
            file.Remove(Current);
        Write(file);
    }

    private static JObject Profiles(JObject file) => file[All] as JObject ?? [];

    private static JObject? Find(JObject file, string? name)
    {
        var profiles = Profiles(file);
        if ((name ?? (string?)file[Current]) is not { } wanted)
            return null;
        return profiles[wanted] as JObject ?? throw new UsageException(profiles.Count == 0
            ? $"There is no profile '{wanted}'. Add it: vonage profile add {wanted}"
            : $"There is no profile '{wanted}'.{NearestName.Suggest(wanted, profiles.Properties().Select(profile => profile.Name))} The profiles are {string.Join(", ", profiles.Properties().Select(profile => profile.Name))}.");
    }

    private JObject Read()
    {
        if (!File.Exists(path))
            return [];
        if (!OperatingSystem.IsWindows() && (File.GetUnixFileMode(path) & ~OwnerOnly & ~UnixFileMode.UserExecute) != 0)
            throw new InvalidCredentialsException($"{path} contains secrets, and other users can read or change it. Protect it: chmod 600 {path}");
        try
        {
            return JObject.Parse(File.ReadAllText(path));
        }
        catch (JsonException)
        {
            throw new InvalidCredentialsException($"{path} is not JSON. Mend or delete it, and add the profiles again: vonage profile add");
        }
    }

    // A new file takes the place of the old one, so that nobody sees half of it or has it open.
    private void Write(JObject file)
    {
        var folder = System.IO.Path.GetDirectoryName(System.IO.Path.GetFullPath(path))!;
        if (OperatingSystem.IsWindows())
            Directory.CreateDirectory(folder);
        else
            Directory.CreateDirectory(folder, OwnerOnly | UnixFileMode.UserExecute);
        var draft = path + ".new";
        File.Delete(draft);
        var options = new FileStreamOptions { Mode = FileMode.CreateNew, Access = FileAccess.Write };
        if (!OperatingSystem.IsWindows())
            options.UnixCreateMode = OwnerOnly;
        using (var writer = new StreamWriter(draft, options))
            writer.Write(file.ToString(Formatting.Indented));
        File.Move(draft, path, overwrite: true);
    }
}
