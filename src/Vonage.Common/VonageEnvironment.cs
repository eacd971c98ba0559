using Vonage.Core;
using Parts = Vonage.VonageCredentials.Parts;

namespace Vonage;

/// <summary>The environment variables that contain credentials and addresses.</summary>
internal static class VonageEnvironment
{
    public const string ApiKey = "VONAGE_API_KEY";
    public const string ApiSecret = "VONAGE_API_SECRET";
    public const string ApplicationId = "VONAGE_APPLICATION_ID";
    public const string PrivateKey = "VONAGE_PRIVATE_KEY";
    public const string PrivateKeyPath = "VONAGE_PRIVATE_KEY_PATH";
    public const string SignatureSecret = "VONAGE_SIGNATURE_SECRET";
    public const string SignatureMethod = "VONAGE_SIGNATURE_METHOD";

    public const string BaseUrl = "VONAGE_BASE_URL";
    public const string Hosts = "VONAGE_HOSTS";

    /// <summary>Reads the addresses that replace hosts.</summary>
    public static Dictionary<string, Uri> ReadHosts(Func<string, string?> variable)
    {
        var hosts = new Dictionary<string, Uri>(StringComparer.OrdinalIgnoreCase);
        if (variable(BaseUrl) is { } text && !string.IsNullOrWhiteSpace(text))
        {
            var address = Address(BaseUrl, text).AbsoluteUri.TrimEnd('/');
            foreach (var host in VonageHosts.All.Concat(VonageHosts.ThirdParties))
                hosts[host] = new Uri($"{address}/{host}");
        }

        foreach (var entry in (variable(Hosts) ?? "").Split(',').Where(entry => !string.IsNullOrWhiteSpace(entry)))
        {
            var parts = entry.Split(['='], 2);
            if (parts.Length < 2)
                throw new InvalidCredentialsException($"{Hosts} must be a list such as api.nexmo.com=http://127.0.0.1:4010/api.nexmo.com, with commas between the hosts.");
            hosts[parts[0].Trim()] = Address(Hosts, parts[1]);
        }

        return hosts;
    }

    private static Uri Address(string name, string text) => Uri.TryCreate(text.Trim(), UriKind.Absolute, out var address) && address.Scheme is ("http" or "https") && address is { Query: "", Fragment: "" }
        ? address
        : throw new InvalidCredentialsException($"{name} must contain addresses that start with http:// or https://, without a query.");

    public static bool IsSet(Func<string, string?> variable) =>
        new[] { ApiKey, ApiSecret, ApplicationId, PrivateKey, PrivateKeyPath, SignatureSecret }.Any(name => !string.IsNullOrWhiteSpace(variable(name)));

    public static Parts Read(Func<string, string?> variable)
    {
        var parts = ReadApplication(ReadSignature(ReadAccount(default, Get), Get), Get);
        if (parts == default)
            throw new InvalidCredentialsException($"The environment variables contain no Vonage credentials. Set {ApiKey} and {ApiSecret}, or {ApplicationId} and {PrivateKey} or {PrivateKeyPath}, or all of them.");
        return parts;

        string? Get(string name) => variable(name) is { } value && !string.IsNullOrWhiteSpace(value) ? value.Trim() : null;
    }

    private static Parts ReadAccount(Parts parts, Func<string, string?> get) => (get(ApiKey), get(ApiSecret)) switch
    {
        (null, null) => parts,
        ({ } key, { } secret) => parts.WithApiKey(key, secret),
        ({ } key, null) when get(SignatureSecret) is not null => parts with { ApiKey = Parts.CheckKey(key) },
        ({ }, null) => throw Incomplete(ApiKey, ApiSecret),
        (null, _) => throw Incomplete(ApiSecret, ApiKey),
    };

    // A secret without a key is complete: it verifies signatures from Vonage.
    private static Parts ReadSignature(Parts parts, Func<string, string?> get) => (get(SignatureSecret), get(SignatureMethod)) switch
    {
        (null, null) => parts,
        ({ } secret, var method) => parts.WithSignature(secret, method is null ? Vonage.SignatureMethod.Md5Hash : SignatureMethods.Parse(method)),
        (null, _) => throw Incomplete(SignatureMethod, SignatureSecret),
    };

    private static Parts ReadApplication(Parts parts, Func<string, string?> get) => (get(ApplicationId), get(PrivateKey), get(PrivateKeyPath)) switch
    {
        (null, null, null) => parts,
        (_, { }, { }) => throw new InvalidCredentialsException($"{PrivateKey} and {PrivateKeyPath} are both set. Remove one of them."),
        ({ } id, { } key, null) => Read(PrivateKey, () => parts.WithApplication(id, PemKeyReader.Read(key))),
        ({ } id, null, { } path) => Read(PrivateKeyPath, () => parts.WithApplication(id, PemKeyReader.ReadFile(path))),
        ({ }, null, null) => throw Incomplete(ApplicationId, $"{PrivateKey} or {PrivateKeyPath}"),
        (null, { }, null) => throw Incomplete(PrivateKey, ApplicationId),
        (null, null, _) => throw Incomplete(PrivateKeyPath, ApplicationId),
    };

    private static Parts Read(string name, Func<Parts> read)
    {
        try
        {
            return read();
        }
        catch (InvalidCredentialsException error)
        {
            throw new InvalidCredentialsException($"{name}: {error.Message}", error);
        }
    }

    private static InvalidCredentialsException Incomplete(string present, string missing) => new($"{present} is set but {missing} is not. Set {missing}.");
}
