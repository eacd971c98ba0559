using System.Globalization;
using Microsoft.Extensions.Configuration;
using Vonage.Core;

namespace Vonage;

/// <summary>Reads options from a configuration section, with the keys of this library or of Vonage's official SDK.</summary>
internal sealed class VonageConfiguration(IConfiguration section, VonageOptions options)
{
    private static readonly Dictionary<string, string> OfficialHosts = new(StringComparer.Ordinal)
    {
        ["Url.Api"] = "api.nexmo.com",
        ["Url.Rest"] = "rest.nexmo.com",
        ["Url.Api.Video"] = "video.api.vonage.com",
        ["Url.OIDC"] = "oidc.idp.vonage.com",
        ["Url.Api.AMER"] = "api-us.vonage.com",
        ["Url.Api.EMEA"] = "api-eu.vonage.com",
        ["Url.Api.APAC"] = "api-ap.vonage.com",
    };

    private static readonly string[] Lists = ["Hosts", nameof(VonageOptions.PreviousSignatureSecrets)];

    private readonly HashSet<string> _values = new(StringComparer.OrdinalIgnoreCase) { "UserAgent", "Vonage.UserAgent" };

    public void Read()
    {
        options.Path = (section as IConfigurationSection)?.Path ?? "";
        ReadCredentials();
        ReadClient();
        ReadConnections();

        // The root of a configuration has keys of everybody's.
        if (options.Path.Length > 0)
            foreach (var child in section.GetChildren())
                CheckKey(child);
    }

    private void CheckKey(IConfigurationSection child)
    {
        var isList = Lists.Contains(child.Key, StringComparer.OrdinalIgnoreCase);
        if (!isList && !_values.Contains(child.Key))
            options.Problems.Add($"{child.Path} is not a known key.{NearestName.Suggest(child.Key, _values.Concat(Lists))}");
        else if (isList ? !string.IsNullOrEmpty(child.Value) : child.GetChildren().Any())
            options.Problems.Add($"{child.Path} must be {(isList ? "a section with a value for each entry" : "a single value")}.");
    }

    private void ReadCredentials()
    {
        Set(nameof(VonageOptions.ApiKey), "Api.Key", value => options.ApiKey = value);
        Set(nameof(VonageOptions.ApiSecret), "Api.Secret", value => options.ApiSecret = value);
        Set(nameof(VonageOptions.ApplicationId), "Application.Id", value => options.ApplicationId = value);
        Set(nameof(VonageOptions.PrivateKey), "Application.Key", value => options.PrivateKey = value);
        Set(nameof(VonageOptions.PrivateKeyPath), null, value => options.PrivateKeyPath = value);
        Set(nameof(VonageOptions.SignatureSecret), "Security_secret", value => options.SignatureSecret = value);
        Set(nameof(VonageOptions.SignatureMethod), "Signing_method", value => options.SignatureMethod = ReadMethod(value));
        foreach (var secret in Entries(nameof(VonageOptions.PreviousSignatureSecrets)))
        {
            if (secret.Value is { Length: > 0 } text)
                options.PreviousSignatureSecrets.Add(text);
        }
    }

    private void ReadClient()
    {
        Set("ApplicationName", section["UserAgent"] is null ? "Vonage.UserAgent" : "UserAgent", value => options.ApplicationName = value);
        Set("Region", null, value => options.Region = ReadRegion(value));
        Set("Timeout", "RequestTimeout", value => options.Timeout = ReadTime(value));
        Set(nameof(VonageOptions.AttemptTimeout), null, value => options.AttemptTimeout = ReadTime(value));
        Set(nameof(RetryOptions.MaxRetries), null, value => options.Retry = new RetryOptions { MaxRetries = int.TryParse(value, NumberStyles.None, CultureInfo.InvariantCulture, out var retries) ? retries : throw new FormatException("must be a number") });
        Set(nameof(VonageOptions.FallbackRegion), null, value => options.FallbackRegion = ReadRegion(value));
        foreach (var (key, host) in OfficialHosts)
            Set(key, null, value => options.Hosts[host] = ReadHost(host, value));
        foreach (var host in Entries("Hosts"))
        {
            Set($"Hosts:{host.Key}", null, value => options.Hosts[host.Key] = ReadHost(host.Key, value));
            RefuseEmpty($"Hosts:{host.Key}");
        }

        foreach (var key in OfficialHosts.Keys.Append("Region").Append(nameof(VonageOptions.Proxy)))
            RefuseEmpty(key);
    }

    // A destination that was meant to be set, such as the address of a test system, must not become the default one.
    private void RefuseEmpty(string key)
    {
        if (section[key] is { } value && string.IsNullOrWhiteSpace(value))
            options.Problems.Add($"{options.NameOf(key)} is empty. Set a value, or remove the key.");
    }

    private IEnumerable<IConfigurationSection> Entries(string list)
    {
        foreach (var entry in section.GetSection(list).GetChildren())
        {
            // A colon separates keys, so a host with a port or scheme becomes a section.
            if (entry.GetChildren().Any())
                options.Problems.Add($"{entry.Path} must be a single value, and its key must not contain a colon.");
            else
                yield return entry;
        }
    }

    private void ReadConnections()
    {
        Set(nameof(VonageOptions.RequestsPerSecond), null, value => options.RequestsPerSecond = double.TryParse(value, NumberStyles.Float, CultureInfo.InvariantCulture, out var rate)
            ? rate
            : throw new FormatException("must be a number"));
        Set(nameof(VonageOptions.DocumentedRateLimits), null, value => options.DocumentedRateLimits = bool.TryParse(value, out var isOn) ? isOn : throw new FormatException("must be true or false"));
        Set(nameof(VonageOptions.Proxy), null, value => options.Proxy = Uri.TryCreate(value, UriKind.Absolute, out var address) ? address : throw new FormatException(ProxyAddress.Rule));
        Set(nameof(VonageOptions.PooledConnectionLifetime), null, value => options.PooledConnectionLifetime = ReadTime(value));
        Set(nameof(VonageOptions.PooledConnectionIdleTimeout), null, value => options.PooledConnectionIdleTimeout = ReadTime(value));
    }

    private void Set(string key, string? officialKey, Action<string> set)
    {
        _values.Add(key);
        if (officialKey is not null)
            _values.Add(officialKey);
        var found = string.IsNullOrWhiteSpace(section[key]) && officialKey is not null && !string.IsNullOrWhiteSpace(section[officialKey]) ? officialKey : key;
        if (string.IsNullOrWhiteSpace(section[found]))
            return;
        options.Keys[key] = found;
        try
        {
            set(section[found]!.Trim());
        }
        catch (Exception error) when (error is FormatException or ArgumentException)
        {
            // Reports only the rule, not the value, which might be a misplaced secret.
            options.Problems.Add($"{options.NameOf(key)} {(error is FormatException ? error.Message : $"is not valid: {error.Message.Split(" (Parameter", 2)[0].Split('\n')[0]}")}.");
        }
    }

    private static SignatureMethod ReadMethod(string value) => value.ToLowerInvariant() switch
    {
        "md5hash" => SignatureMethod.Md5Hash,
        "md5" or "hmacmd5" => SignatureMethod.HmacMd5,
        "sha1" or "hmacsha1" => SignatureMethod.HmacSha1,
        "sha256" or "hmacsha256" => SignatureMethod.HmacSha256,
        "sha512" or "hmacsha512" => SignatureMethod.HmacSha512,
        _ => throw new FormatException("must be one of md5hash, md5, sha1, sha256 and sha512"),
    };

    // Enum.Parse also takes numbers, and several names at once.
    private static VonageRegion ReadRegion(string value) => Array.Find(Enum.GetNames<VonageRegion>(), name => name.Equals(value, StringComparison.OrdinalIgnoreCase)) is { } known
        ? Enum.Parse<VonageRegion>(known)
        : throw new FormatException($"must be one of {string.Join(", ", Enum.GetNames<VonageRegion>())}");

    // A plain number is in seconds, as in the official SDK; TimeSpan would interpret it as days.
    private static TimeSpan ReadTime(string value)
    {
        if (int.TryParse(value, NumberStyles.None, CultureInfo.InvariantCulture, out var seconds))
            return TimeSpan.FromSeconds(seconds);
        return TimeSpan.TryParse(value, CultureInfo.InvariantCulture, out var time) ? time : throw new FormatException("must be a time such as 00:00:30, or a number of seconds");
    }

    private Uri ReadHost(string host, string value)
    {
        var address = ReadAddress(value);
        return HostMap.FindFault(host, address, options) is { } fault ? throw new FormatException(fault) : address;
    }

    private static Uri ReadAddress(string value) =>
        Uri.TryCreate(value, UriKind.Absolute, out var address) && (address.Scheme is "http" or "https")
            ? address
            : throw new FormatException("must be an address that starts with http:// or https://");
}
