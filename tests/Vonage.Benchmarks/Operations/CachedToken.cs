using BenchmarkDotNet.Attributes;
using Vonage.Core;

namespace Vonage.Benchmarks.Operations;

/// <summary>What a call costs for its token after the first: beside a mint, nearly nothing, and no bytes at all.</summary>
[Operation(13, "token for a call, cached", Time = 0.001, Bytes = 0)]
public class CachedToken
{
    private readonly JwtGenerator _tokens = new(TestApplication.Credentials);
    private readonly VonageCredentials _credentials = TestApplication.Credentials;

    [Benchmark(Baseline = true)]
    public string Floor() => _tokens.Generate();

    [Benchmark]
    public ValueTask<string> Ours() => _credentials.GetAuthorizationAsync(ApiAuthentication.Jwt, TimeProvider.System);
}
