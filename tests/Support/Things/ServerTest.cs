namespace TestSupport;

/// <summary>Tests over real HTTP: a server of their own, in place of the API's hosts.</summary>
internal abstract class ServerTest
{
    protected LoopbackServer Server { get; private set; } = null!;

    [SetUp]
    public async Task StartServerAsync() => Server = await LoopbackServer.StartAsync();

    [TearDown]
    public async Task StopServerAsync() => await Server.DisposeAsync();

    /// <summary>Options for a client of the server, which tries each call once unless a test wants more.</summary>
    protected VonageClientOptions Options(Action<VonageClientOptions>? configure = null)
    {
        var options = new VonageClientOptions { Retry = RetryOptions.None, Hosts = { ["api.nexmo.com"] = Server.Address, ["rest.nexmo.com"] = Server.Address } };
        configure?.Invoke(options);
        return options;
    }

    protected VonageApiClient Client(VonageCredentials? credentials = null, Action<VonageClientOptions>? configure = null) =>
        new(credentials ?? Keys.All, Options(configure));
}
