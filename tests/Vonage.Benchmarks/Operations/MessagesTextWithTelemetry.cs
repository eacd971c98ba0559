using System.Diagnostics;
using System.Diagnostics.CodeAnalysis;
using System.Diagnostics.Metrics;
using BenchmarkDotNet.Attributes;
using Vonage.Messages;

namespace Vonage.Benchmarks.Operations;

/// <summary>The same call while somebody listens to its spans and metrics. Nobody does in the other rows.</summary>
[Operation(4, "Messages text, telemetry on", Time = 2, Bytes = 1)]
[SuppressMessage("Design", "CA1001", Justification = "BenchmarkDotNet calls Stop.")]
public class MessagesTextWithTelemetry
{
    private readonly MessagesText _call = new();
    private readonly ActivityListener _spans = new()
    {
        ShouldListenTo = source => source.Name == VonageTelemetry.Name,
        Sample = (ref ActivityCreationOptions<ActivityContext> _) => ActivitySamplingResult.AllDataAndRecorded,
    };

    private readonly MeterListener _metrics = new()
    {
        InstrumentPublished = (instrument, listener) =>
        {
            if (instrument.Meter.Name == VonageTelemetry.Name)
                listener.EnableMeasurementEvents(instrument);
        },
    };

    [GlobalSetup(Target = nameof(Ours))]
    public void Listen()
    {
        ActivitySource.AddActivityListener(_spans);
        _metrics.SetMeasurementEventCallback<double>((_, _, _, _) => { });
        _metrics.Start();
    }

    [GlobalCleanup(Target = nameof(Ours))]
    public void Stop()
    {
        _spans.Dispose();
        _metrics.Dispose();
    }

    [Benchmark(Baseline = true)]
    public Task<object> Floor() => _call.Floor();

    [Benchmark]
    public Task<SentMessage> Ours() => _call.Ours();
}
