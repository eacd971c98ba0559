using System.Collections.Concurrent;
using Polly;

namespace Vonage.Core.Pipeline;

/// <summary>Sends attempts through what Polly executes for a client: the pipeline of its options, and within it a circuit breaker for each host.</summary>
internal sealed class AttemptPipelines(ResiliencePipeline<HttpResponseMessage>? pipeline, CircuitBreakerOptions? breaker, TimeProvider clock)
{
    /// <summary>The key of the call's deadline in the context, by which a circuit breaker tells a timeout from the caller's cancellation.</summary>
    public static readonly ResiliencePropertyKey<CallDeadline> DeadlineKey = new("CallDeadline");

    private readonly ConcurrentDictionary<string, ResiliencePipeline<HttpResponseMessage>> _hosts = new(StringComparer.OrdinalIgnoreCase);

    public async Task<HttpResponseMessage> SendAsync(MessageSender sender, ApiRequest request, CallDeadline deadline)
    {
        var context = ResilienceContextPool.Shared.Get(request.Operation.Name, continueOnCapturedContext: false, deadline.Token);
        context.Properties.Set(ApiOperation.ResilienceKey, request.Operation);
        context.Properties.Set(DeadlineKey, deadline);
        try
        {
            return await _hosts.GetOrAdd(request.Plan.Address.Authority, _ => Build())
                .ExecuteAsync(static (context, state) => new ValueTask<HttpResponseMessage>(state.sender.SendAsync(state.request, context.CancellationToken)), context, (sender, request))
                .ConfigureAwait(false)
                ?? throw new InvalidOperationException($"The pipeline of the client's options returned null for {request.Operation.Name}. It must return a response, or throw.");
        }
        finally
        {
            ResilienceContextPool.Shared.Return(context);
        }
    }

    private ResiliencePipeline<HttpResponseMessage> Build()
    {
        var builder = new ResiliencePipelineBuilder<HttpResponseMessage> { TimeProvider = clock };
        if (pipeline is not null)
            builder.AddPipeline(pipeline);
        if (breaker is not null)
            builder.AddCircuitBreaker(breaker);
        return builder.Build();
    }
}
