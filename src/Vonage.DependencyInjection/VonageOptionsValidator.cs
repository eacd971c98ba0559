using Microsoft.Extensions.Options;
using Vonage.Core;

namespace Vonage;

/// <summary>Validates options, reports problems by the names that the user configured, and creates the credentials.</summary>
internal sealed class VonageOptionsValidator(IServiceProvider services) : IValidateOptions<VonageOptions>
{
    public ValidateOptionsResult Validate(string? name, VonageOptions options)
    {
        var problems = new List<string>(options.Problems);
        if (options.Credentials is null)
            FindIncomplete(options, problems);
        foreach (var (host, address) in options.Hosts)
            if (HostMap.FindFault(host, address, options) is { } fault)
                problems.Add($"{options.NameOf($"Hosts:{host}")} {fault}.");
        if (options.RequestsPerSecond is not null and not (>= RateLimits.MinRate and <= RateLimits.MaxRate))
            problems.Add($"{options.NameOf(nameof(VonageOptions.RequestsPerSecond))} must be greater than zero: from 0.001 (one request in 1000 seconds) to 1000000.");
        string?[] limiters = [options.RateLimiter is null ? null : nameof(VonageOptions.RateLimiter), options.RequestsPerSecond is null ? null : nameof(VonageOptions.RequestsPerSecond), options.DocumentedRateLimits ? nameof(VonageOptions.DocumentedRateLimits) : null];
        if (limiters.OfType<string>().Select(options.NameOf).ToList() is [var one, var other, ..])
            problems.Add($"{one} and {other} are both set. Remove one of them.");
        if (options.Proxy is { } proxy && ProxyAddress.FindFault(proxy) is { } reason)
            problems.Add($"{options.NameOf(nameof(VonageOptions.Proxy))} {reason}.");
        foreach (var property in new[] { nameof(VonageOptions.PooledConnectionLifetime), nameof(VonageOptions.PooledConnectionIdleTimeout) })
        {
            var time = property == nameof(VonageOptions.PooledConnectionLifetime) ? options.PooledConnectionLifetime : options.PooledConnectionIdleTimeout;
            if (time < TimeSpan.Zero && time != Timeout.InfiniteTimeSpan)
                problems.Add($"{options.NameOf(property)} must not be negative.");
        }

        if (problems.Count == 0)
            Resolve(options, problems);
        return problems.Count == 0 ? ValidateOptionsResult.Success : ValidateOptionsResult.Fail(problems);
    }

    private static void FindIncomplete(VonageOptions options, List<string> problems)
    {
        var (key, secret, signature) = (Has(options.ApiKey), Has(options.ApiSecret), Has(options.SignatureSecret));
        var (id, pem, path) = (Has(options.ApplicationId), Has(options.PrivateKey), Has(options.PrivateKeyPath));
        if (key && !secret && !signature)
            Missing(nameof(VonageOptions.ApiKey), nameof(VonageOptions.ApiSecret));
        if (secret && !key)
            Missing(nameof(VonageOptions.ApiSecret), nameof(VonageOptions.ApiKey));
        if (signature && !key)
            Missing(nameof(VonageOptions.SignatureSecret), nameof(VonageOptions.ApiKey));
        if (id && !pem && !path)
            Missing(nameof(VonageOptions.ApplicationId), nameof(VonageOptions.PrivateKey));
        if ((pem || path) && !id)
            Missing(pem ? nameof(VonageOptions.PrivateKey) : nameof(VonageOptions.PrivateKeyPath), nameof(VonageOptions.ApplicationId));
        if (pem && path)
            problems.Add($"{options.NameOf(nameof(VonageOptions.PrivateKey))} and {options.NameOf(nameof(VonageOptions.PrivateKeyPath))} are both set. Remove one of them.");
        if (!key && !secret && !signature && !id && !pem && !path)
            problems.Add($"There are no credentials. Set {options.NameOf(nameof(VonageOptions.ApiKey))} and {options.NameOf(nameof(VonageOptions.ApiSecret))}, or {options.NameOf(nameof(VonageOptions.ApplicationId))} and {options.NameOf(nameof(VonageOptions.PrivateKey))}, or all of them.");

        void Missing(string present, string missing) => problems.Add($"{options.NameOf(missing)} is not set, but {options.NameOf(present)} is. Set {options.NameOf(missing)}.");
    }

    private static bool Has(string? value) => !string.IsNullOrWhiteSpace(value);

    private void Resolve(VonageOptions options, List<string> problems)
    {
        var property = nameof(VonageOptions.Credentials);
        try
        {
            options.Resolved = options.Credentials is { } callback
                ? callback(services) ?? throw new InvalidCredentialsException("The callback returned no credentials.")
                : Build(options, name => property = name);
        }
        catch (InvalidCredentialsException error)
        {
            problems.Add($"{options.NameOf(property)}: {error.Message}");
        }
    }

    private static VonageCredentials Build(VonageOptions options, Action<string> next)
    {
        VonageCredentials? credentials = null;
        if (Has(options.ApiSecret))
        {
            next(nameof(VonageOptions.ApiKey));
            credentials = VonageCredentials.FromApiKey(options.ApiKey!, options.ApiSecret!);
        }

        if (Has(options.SignatureSecret))
        {
            next(nameof(VonageOptions.SignatureSecret));
            credentials = credentials?.WithSignature(options.SignatureSecret!, options.SignatureMethod)
                ?? VonageCredentials.FromSignature(options.ApiKey!, options.SignatureSecret!, options.SignatureMethod);
        }

        if (!Has(options.ApplicationId))
            return credentials!;
        next(Has(options.PrivateKey) ? nameof(VonageOptions.PrivateKey) : nameof(VonageOptions.PrivateKeyPath));
        var key = Has(options.PrivateKey) ? options.PrivateKey! : options.PrivateKeyPath!;
        return credentials?.WithApplication(options.ApplicationId!, key) ?? VonageCredentials.FromApplication(options.ApplicationId!, key);
    }
}
