using System.Net;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Http;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Logging.Abstractions;
using Microsoft.Extensions.Options;
using Vonage;
using Vonage.Core;

namespace Microsoft.Extensions.DependencyInjection;

/// <summary>Extension methods that add the Vonage clients and webhook verification to a service collection.</summary>
public static class VonageServiceCollectionExtensions
{
    /// <summary>
    /// Adds the clients of an account that a configuration section describes: <see cref="IVonageClient"/>, <see cref="VonageClient"/> and
    /// the interface of each API. All are singletons.
    /// </summary>
    /// <param name="services">The service collection.</param>
    /// <param name="configuration">The section, such as <c>configuration.GetSection("Vonage")</c>. It is validated when the host starts.</param>
    /// <returns>The builder of the HTTP client, for adding handlers or a proxy. Handlers that retry, such as <c>AddStandardResilienceHandler</c>, must not be added: the client retries where that is safe (see <see cref="ApiClientOptions.Retry"/>).</returns>
    public static IHttpClientBuilder AddVonage(this IServiceCollection services, IConfiguration configuration) =>
        Add(services, Options.Options.DefaultName, FromConfiguration(configuration));

    /// <summary>Adds the clients of an account that code configures.</summary>
    /// <param name="services">The service collection.</param>
    /// <param name="configure">Configures the options. They are validated when the host starts.</param>
    /// <returns>The builder of the HTTP client, for adding handlers or a proxy. Handlers that retry, such as <c>AddStandardResilienceHandler</c>, must not be added: the client retries where that is safe (see <see cref="ApiClientOptions.Retry"/>).</returns>
    public static IHttpClientBuilder AddVonage(this IServiceCollection services, Action<VonageOptions> configure) =>
        Add(services, Options.Options.DefaultName, configure ?? throw new ArgumentNullException(nameof(configure)));

    /// <summary>Adds the clients of one of several accounts, as keyed services: <c>[FromKeyedServices("tenant-a")] ISmsClient sms</c>.</summary>
    /// <param name="services">The service collection.</param>
    /// <param name="name">The name of the account, which is the key of the services.</param>
    /// <param name="configuration">The section that describes the account. It is validated when the host starts.</param>
    /// <returns>The builder of the HTTP client, for adding handlers or a proxy. Handlers that retry, such as <c>AddStandardResilienceHandler</c>, must not be added: the client retries where that is safe (see <see cref="ApiClientOptions.Retry"/>).</returns>
    public static IHttpClientBuilder AddVonage(this IServiceCollection services, string name, IConfiguration configuration) =>
        Add(services, CheckName(name), FromConfiguration(configuration));

    /// <summary>Adds the clients of one of several accounts, as keyed services.</summary>
    /// <param name="services">The service collection.</param>
    /// <param name="name">The name of the account, which is the key of the services.</param>
    /// <param name="configure">Configures the options. They are validated when the host starts.</param>
    /// <returns>The builder of the HTTP client, for adding handlers or a proxy. Handlers that retry, such as <c>AddStandardResilienceHandler</c>, must not be added: the client retries where that is safe (see <see cref="ApiClientOptions.Retry"/>).</returns>
    public static IHttpClientBuilder AddVonage(this IServiceCollection services, string name, Action<VonageOptions> configure) =>
        Add(services, CheckName(name), configure ?? throw new ArgumentNullException(nameof(configure)));

    /// <summary>
    /// Configures how webhooks are received, and adds the <see cref="WebhookVerifier"/>. The secrets of the accounts that <c>AddVonage</c> adds
    /// are used in any case.
    /// </summary>
    /// <param name="services">The service collection.</param>
    /// <param name="configure">Adds secrets, and configures the verification and the limits.</param>
    public static IServiceCollection AddVonageWebhooks(this IServiceCollection services, Action<VonageWebhookOptions> configure)
    {
        ArgumentNullException.ThrowIfNull(services);
        ArgumentNullException.ThrowIfNull(configure);
        services.Configure(configure);
        services.TryAddSingleton(CreateVerifier);
        return services;
    }

    private static string CheckName(string name)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(name);
        return name;
    }

    private static Action<VonageOptions> FromConfiguration(IConfiguration configuration)
    {
        ArgumentNullException.ThrowIfNull(configuration);
        return options => new VonageConfiguration(configuration, options).Read();
    }

    private static IHttpClientBuilder Add(IServiceCollection services, string name, Action<VonageOptions> configure)
    {
        ArgumentNullException.ThrowIfNull(services);
        services.AddOptions<VonageOptions>(name).Configure(configure).PostConfigure(AddHostsFromEnvironment).ValidateOnStart();
        services.TryAddEnumerable(ServiceDescriptor.Singleton<IValidateOptions<VonageOptions>, VonageOptionsValidator>());
        services.AddOptions<VonageWebhookOptions>().Configure<IOptionsMonitor<VonageOptions>>((webhooks, accounts) => AddSecretsOf(accounts.Get(name), webhooks.Secrets));
        services.TryAddSingleton(CreateVerifier);
        AddClients(services, name.Length == 0 ? null : name);
        return AddHttpClient(services, name);
    }

    private static void AddHostsFromEnvironment(VonageOptions options)
    {
        try
        {
            options.AddHostsFromEnvironment();
        }
        catch (InvalidCredentialsException error)
        {
            options.Problems.Add(error.Message);
        }
    }

    private static VonageOptions Get(IServiceProvider provider, string name) => provider.GetRequiredService<IOptionsMonitor<VonageOptions>>().Get(name);

    private static string HttpClientName(string name) => name.Length == 0 ? "Vonage" : $"Vonage:{name}";

    private static IHttpClientBuilder AddHttpClient(IServiceCollection services, string name)
    {
        var builder = services.AddHttpClient(HttpClientName(name), client => client.Timeout = Timeout.InfiniteTimeSpan);
        builder.ConfigurePrimaryHttpMessageHandler(provider => CreateHandler(Get(provider, name)));
        // The platform's own lines have the address of each request, which may contain numbers and keys.
        builder.RemoveAllLoggers();
        // The clients are singletons and keep their handler, so the connections are renewed instead.
        builder.SetHandlerLifetime(Timeout.InfiniteTimeSpan);
        // After all that the application configures: the innermost handler sees what the others send.
        services.AddOptions<HttpClientFactoryOptions>(builder.Name).PostConfigure(options =>
            options.HttpMessageHandlerBuilderActions.Add(handlers => handlers.AdditionalHandlers.Add(new OnceHandler(CreateLogger(handlers.Services)))));
        return builder;
    }

    private static ILogger CreateLogger(IServiceProvider provider) => provider.GetService<ILoggerFactory>()?.CreateLogger("Vonage") ?? NullLogger.Instance;

    // Like the library's shared connections, this handler does not follow redirects, which could send credentials to another host.
    private static SocketsHttpHandler CreateHandler(VonageOptions options)
    {
        var handler = new SocketsHttpHandler
        {
            AllowAutoRedirect = false,
            UseCookies = false,
            AutomaticDecompression = DecompressionMethods.All,
            ConnectTimeout = TimeSpan.FromSeconds(30),
            EnableMultipleHttp2Connections = true,
            PooledConnectionLifetime = options.PooledConnectionLifetime,
            PooledConnectionIdleTimeout = options.PooledConnectionIdleTimeout,
        };
        if (options.Proxy is { } proxy)
            handler.Proxy = ProxyAddress.Create(proxy);
        return handler;
    }

    /// <param name="services">The service collection.</param>
    /// <param name="key">The key of the services; null if they have none.</param>
    private static void AddClients(IServiceCollection services, string? key)
    {
        services.TryAdd(ServiceDescriptor.KeyedSingleton(key, (provider, _) => CreateClient(provider, key ?? Options.Options.DefaultName)));
        services.TryAdd(ServiceDescriptor.KeyedSingleton<IVonageClient>(key, (provider, _) => Find<VonageClient>(provider, key)));
        // The properties of the facade are the list of the APIs, so that no other list has to be maintained.
        foreach (var property in typeof(IVonageClient).GetProperties())
            services.TryAdd(new ServiceDescriptor(property.PropertyType, key, (provider, _) => property.GetValue(Find<IVonageClient>(provider, key))!, ServiceLifetime.Singleton));
    }

    private static T Find<T>(IServiceProvider provider, string? key)
        where T : notnull => key is null ? provider.GetRequiredService<T>() : provider.GetRequiredKeyedService<T>(key);

    private static VonageClient CreateClient(IServiceProvider provider, string name)
    {
        var options = Get(provider, name);
        if (FindLimits(options, name) is { } limits)
            options.RateLimiter = options.ShareRateLimits?.Invoke(limits) ?? limits;
        options.Log = new CallLog(CreateLogger(provider));
        var http = provider.GetRequiredService<IHttpClientFactory>().CreateClient(HttpClientName(name));
        return new VonageClient(http, options.Resolved!, options);
    }

    private static RateLimits? FindLimits(VonageOptions options, string name)
    {
        if (options.RequestsPerSecond is { } rate)
            return new RateLimits(options.TimeProvider).Add(rate, _ => name);
        return options.DocumentedRateLimits ? VonageRateLimits.Documented(options.TimeProvider) : null;
    }

    private static void AddSecretsOf(VonageOptions options, WebhookSecrets secrets)
    {
        var credentials = options.Resolved!;
        var method = credentials.SignatureMethod ?? options.SignatureMethod;
        secrets.Add(credentials);
        foreach (var secret in options.PreviousSignatureSecrets)
        {
            if (credentials.ApiKey is { } apiKey)
                secrets.Add(apiKey, secret, method);
            else
                secrets.Add(secret, method);
        }
    }

    private static WebhookVerifier CreateVerifier(IServiceProvider provider)
    {
        var options = provider.GetRequiredService<IOptions<VonageWebhookOptions>>().Value;
        return options.Secrets.Count > 0
            ? new WebhookVerifier(options.Secrets, options.Verification)
            : throw new InvalidOperationException("Webhooks cannot be verified without a signature secret. Set SignatureSecret in the options for AddVonage, or add secrets with AddVonageWebhooks.");
    }
}
