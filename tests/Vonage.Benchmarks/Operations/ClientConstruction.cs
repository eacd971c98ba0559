using System.Security.Cryptography;
using BenchmarkDotNet.Attributes;

namespace Vonage.Benchmarks.Operations;

[Operation(14, "client constructed, application key", Time = 1.5, Bytes = double.NaN)]
public class ClientConstruction
{
    private static readonly HttpClient Http = new();

    private readonly string _pem = TestApplication.PrivateKeyPem;

    [Benchmark(Baseline = true)]
    public bool Floor()
    {
        using var key = RSA.Create();
        key.ImportFromPem(_pem);
        return key.KeySize > 0;
    }

    [Benchmark]
    public object Ours() => new VonageClient(Http, VonageCredentials.FromApplication(TestApplication.Id, _pem));
}
