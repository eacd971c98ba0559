using BenchmarkDotNet.Attributes;
using Vonage.Core;
using Vonage.Core.Pipeline;
using Vonage.Messages;

namespace Vonage.Benchmarks.Operations;

/// <summary>The same call through the place for retries, with one in it that never has to retry.</summary>
[Operation(3, "Messages text, resilience on")]
public class MessagesTextWithResilience
{
    private readonly MessagesText _call = new(new VonageClientOptions { Resilience = new OneAttempt() });

    [Benchmark(Baseline = true)]
    public Task<object> Floor() => _call.Floor();

    [Benchmark]
    public Task<SentMessage> Ours() => _call.Ours();

    private sealed class OneAttempt : IApiResilience
    {
        public async Task<HttpResponseMessage> SendAsync(ApiRequest request, Func<CancellationToken, Task<HttpResponseMessage>> attempt, CancellationToken cancellationToken) =>
            await attempt(cancellationToken).ConfigureAwait(false);
    }
}
