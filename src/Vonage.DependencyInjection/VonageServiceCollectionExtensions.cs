using System.Net;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Options;
using Vonage;

namespace Microsoft.Extensions.DependencyInjection;

/// <summary>Puts Vonage's clients, and what verifies its webhooks, into a service collection.</summary>
public static class VonageServiceCollectionExtensions
{
    /// <summary>
    /// Adds the clients of an account that a configuration section describes: <see cref="IVonageClient"/>, <see cref="VonageClient"/> and
    /// each API's own interface, all of them singletons.
    /// </summary>
    /// <param name="services">The service collection.</param>
    /// <param name="configuration">The section, such as <c>configuration.GetSection("Vonage")</c>. It is checked when the host starts.</param>
    /// <returns>The builder of the HTTP client, to add handlers, a proxy, resilience.</returns>
    public static IHttpClientBuilder AddVonage(this IServiceCollection services, IConfiguration configuration) =>
        Add(services, Options.Options.DefaultName, FromConfiguration(configuration));

    /// <summary>Adds the clients of an account that code describes.</summary>
    /// <param name="services">The service collection.</param>
    /// <param name="configure">Sets the options. They are checked when the host starts.</param>
    /// <returns>The builder of the HTTP client, to add handlers, a proxy, resilience.</returns>
    public static IHttpClientBuilder AddVonage(this IServiceCollection services, Action<VonageOptions> configure) =>
        Add(services, Options.Options.DefaultName, configure ?? throw new ArgumentNullException(nameof(configure)));

    /// <summary>Adds the clients of one of several accounts, as keyed services: <c>[FromKeyedServices("tenant-a")] ISmsClient sms</c>.</summary>
    /// <param name="services">The service collection.</param>
    /// <param name="name">What to call the account: the services' key.</param>
    /// <param name="configuration">The section that describes the account. It is checked when the host starts.</param>
    /// <returns>The builder of the HTTP client, to add handlers, a proxy, resilience.</returns>
    public static IHttpClientBuilder AddVonage(this IServiceCollection services, string name, IConfiguration configuration) =>
        Add(services, CheckName(name), FromConfiguration(configuration));

    /// <summary>Adds the clients of one of several accounts, as keyed services.</summary>
    /// <param name="services">The service collection.</param>
    /// <param name="name">What to call the account: the services' key.</param>
    /// <param name="configure">Sets the options. They are checked when the host starts.</param>
    /// <returns>The builder of the HTTP client, to add handlers, a proxy, resilience.</returns>
    public static IHttpClientBuilder AddVonage(this IServiceCollection services, string name, Action<VonageOptions> configure) =>
        Add(services, CheckName(name), configure ?? throw new ArgumentNullException(nameof(configure)));

    /// <summary>
    /// Adds the <see cref="WebhookVerifier"/> with secrets of the caller's own, beside those of the accounts that <c>AddVonage</c> adds.
    /// <see cref="WebhookVerifierOptions"/> are options like any: <c>services.Configure&lt;WebhookVerifierOptions&gt;(…)</c>.
    /// </summary>
    /// <param name="services">The service collection.</param>
    /// <param name="configure">Adds the secrets.</param>
    public static IServiceCollection AddVonageWebhooks(this IServiceCollection services, Action<WebhookSecrets> configure)
    {
        ArgumentNullException.ThrowIfNull(services);
        ArgumentNullException.ThrowIfNull(configure);
        return AddSecrets(services, (_, secrets) => configure(secrets));
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
        services.AddOptions<VonageOptions>(name).Configure(configure).ValidateOnStart();
        services.TryAddEnumerable(ServiceDescriptor.Singleton<IValidateOptions<VonageOptions>, VonageOptionsValidator>());
        AddSecrets(services, (provider, secrets) => AddSecretsOf(Get(provider, name), secrets));
        AddClients(services, name.Length == 0 ? null : name);
        return AddHttpClient(services, name);
    }

    private static VonageOptions Get(IServiceProvider provider, string name) => provider.GetRequiredService<IOptionsMonitor<VonageOptions>>().Get(name);

    private static string HttpClientName(string name) => name.Length == 0 ? "Vonage" : $"Vonage:{name}";

    private static IHttpClientBuilder AddHttpClient(IServiceCollection services, string name)
    {
        var builder = services.AddHttpClient(HttpClientName(name), client => client.Timeout = Timeout.InfiniteTimeSpan);
        builder.ConfigurePrimaryHttpMessageHandler(provider => CreateHandler(Get(provider, name)));
        // The clients are singletons, and keep their handler: it is the connections that are renewed.
        builder.SetHandlerLifetime(Timeout.InfiniteTimeSpan);
        return builder;
    }

    // As the library's own connections: a redirect is not followed, because credentials would go where it leads.
    private static HttpMessageHandler CreateHandler(VonageOptions options)
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
            handler.Proxy = new WebProxy(proxy);
        return options.RequestsPerSecond is { } rate ? new RateLimit(rate, options.Client.TimeProvider) { InnerHandler = handler } : handler;
    }

    /// <param name="services">The service collection.</param>
    /// <param name="key">The services' key; null where they have none.</param>
    private static void AddClients(IServiceCollection services, string? key)
    {
        services.TryAdd(ServiceDescriptor.KeyedSingleton(key, (provider, _) => CreateClient(provider, key ?? Options.Options.DefaultName)));
        services.TryAdd(ServiceDescriptor.KeyedSingleton<IVonageClient>(key, (provider, _) => Find<VonageClient>(provider, key)));
        // The facade's properties are the list of the APIs: there is no other to keep.
        foreach (var property in typeof(IVonageClient).GetProperties())
            services.TryAdd(new ServiceDescriptor(property.PropertyType, key, (provider, _) => property.GetValue(Find<IVonageClient>(provider, key))!, ServiceLifetime.Singleton));
    }

    private static T Find<T>(IServiceProvider provider, string? key)
        where T : notnull => key is null ? provider.GetRequiredService<T>() : provider.GetRequiredKeyedService<T>(key);

    private static VonageClient CreateClient(IServiceProvider provider, string name)
    {
        var options = Get(provider, name);
        var http = provider.GetRequiredService<IHttpClientFactory>().CreateClient(HttpClientName(name));
        return new VonageClient(http, options.Resolved!, options.Client);
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

    private static IServiceCollection AddSecrets(IServiceCollection services, Action<IServiceProvider, WebhookSecrets> add)
    {
        services.AddOptions();
        services.AddSingleton(new WebhookSecretSource(add));
        services.TryAddSingleton(CreateVerifier);
        return services;
    }

    private static WebhookVerifier CreateVerifier(IServiceProvider provider)
    {
        var secrets = new WebhookSecrets();
        foreach (var source in provider.GetServices<WebhookSecretSource>())
            source.AddTo(secrets, provider);
        return secrets.Count > 0
            ? new WebhookVerifier(secrets, provider.GetRequiredService<IOptions<WebhookVerifierOptions>>().Value)
            : throw new InvalidOperationException("Webhooks cannot be verified without a signature secret. Set SignatureSecret where AddVonage reads its options, or call AddVonageWebhooks.");
    }
}
