using BenchmarkDotNet.Attributes;
using Polly;
using Polly.Retry;
using Vonage.Messages;

namespace Vonage.Benchmarks.Operations;

/// <summary>The same call through a pipeline of Polly's with a retry strategy, which never has to retry. The retries of the client itself are in every row.</summary>
[Operation(3, "Messages text, Polly pipeline", Time = 2)]
public class MessagesTextWithPipeline
{
    private readonly MessagesText _call = new(new VonageClientOptions
    {
        Pipeline = new ResiliencePipelineBuilder<HttpResponseMessage>().AddRetry(new RetryStrategyOptions<HttpResponseMessage>()).Build(),
    });

    [Benchmark(Baseline = true)]
    public Task<object> Floor() => _call.Floor();

    [Benchmark]
    public Task<SentMessage> Ours() => _call.Ours();
}
