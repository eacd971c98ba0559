namespace Vonage.Simulation.Tests.Support;

/// <summary>A simulator of a provider that exists only here: all that one has to write.</summary>
internal sealed class ShopSimulator : ApiSimulator
{
    public const string Key = "shop-key";
    public const string Secret = "shop-secret";

    private ShopSimulator(SimulatorOptions options) : base(options, new SimulatedProvider
    {
        Documents = new SpecCatalog(TestSpecs.All),
        OtherHosts = ["files.example.com"],
        Schemes = [new BasicScheme("key and secret", (key, secret) => (key, secret) == (Key, Secret) ? null : "Key or secret is wrong.")],
        States = [new NamesState(), new FileState("shop", "getPhoto", "name", "photo"), new FileState("second/shop", "getReport", "id", "report")],
    })
    {
    }

    public static async Task<ShopSimulator> StartAsync(SimulatorOptions options)
    {
        var simulator = new ShopSimulator(options);
        await simulator.ListenAsync(CancellationToken.None);
        return simulator;
    }

    /// <summary>Has one file.</summary>
    private sealed class FileState : ApiState
    {
        public FileState(string spec, string operation, string parameter, string known) : base(spec) =>
            On(operation, exchange => exchange.Path[parameter] == known ? exchange.Success() : exchange.Error(404));
    }

    /// <summary>Counts how often each name was asked for.</summary>
    private sealed class NamesState : ApiState
    {
        private readonly Dictionary<string, int> _asked = [];

        public NamesState() : base("shop") => On("getNames", exchange =>
        {
            var name = exchange.Path["name"];
            _asked[name] = _asked.GetValueOrDefault(name) + 1;
            return exchange.SuccessWith($"{name};{_asked[name]}");
        });
    }
}
